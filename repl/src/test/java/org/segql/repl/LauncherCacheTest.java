package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher's archive of classes (an AOT cache), with a real JVM and a small program in the
/// place of ours: the JVM itself does not notice that a jar is another than the one the cache was
/// made of, so the launcher must.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherCacheTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /// Takes the program that the test has put beside it, as a build would make it.
  private static final String MAVEN =
      """
      #!/bin/sh
      mkdir -p repl/target/lib
      cp next.jar repl/target/segql-repl-0.1.0.jar
      echo library >repl/target/lib/other-1.0.jar
      """;

  /// Only puts the jars into place.
  private static final String SETTLE =
      """
      package org.segql.repl.launch;
      import java.nio.file.*;
      public class SettleSwitches {
        public static void main(String[] a) throws Exception {
          for (int i = 1; i < a.length; i++) {
            Path jar = Path.of(a[i]);
            if (Files.exists(jar)) Files.copy(jar, Path.of(a[0]).resolve(jar.getFileName()));
          }
        }
      }
      """;

  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void project() throws IOException {
    project = folder.resolve("a project");
    Files.createDirectories(project.resolve("repl/src/main/java"));
    Files.createDirectories(project.resolve("data"));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.writeString(project.resolve("repl/pom.xml"), "");
    Call.script(project.resolve("mvnw"), MAVEN);
    Call.script(project.resolve("segql"), Files.readString(Path.of("..", "segql")));
  }

  @Test
  void aRebuildShowsTheNewBehaviourThoughThereIsACacheOfTheOld() throws Exception {
    program("first");
    assertThat(run()).isEqualTo("first\n");
    Path cache = awaitCache(1);
    assertThat(run()).isEqualTo("first\n");
    assertThat(run("-Xlog:class+load"))
        .containsPattern("org.segql.repl.Main source: shared objects file");
    program("second");
    assertThat(run()).isEqualTo("second\n");
    assertThat(run("-Xlog:class+load"))
        .as("classes of the rebuilt jar are read from it until its own cache is there")
        .containsPattern("org.segql.repl.Main source: file:");
    awaitCache(2);
    assertThat(run()).isEqualTo("second\n");
    assertThat(cache).as("a program that still runs keeps its own").exists();
  }

  @Test
  void twoStartsAtOnceMakeOneCache() throws Exception {
    program("first");
    assertThat(output(start("", "SEGQL_NO_ARCHIVE=1"))).isEqualTo("first\n");
    Process one = start("");
    Process two = start("");
    assertThat(output(one)).isEqualTo("first\n");
    assertThat(output(two)).isEqualTo("first\n");
    awaitCache(1);
    assertThat(run("-Xlog:class+load")).contains("Main source: shared objects file");
    assertThat(Files.readString(app().resolve("archive.log")))
        .containsOnlyOnce("AOTCache creation is complete");
  }

  @Test
  void aFolderThatTakesNoCacheIsDoneWithout() throws Exception {
    program("first");
    assertThat(output(start("", "SEGQL_NO_ARCHIVE=1"))).isEqualTo("first\n");
    // As the superuser, for whom every folder is writable, a file stands in the way.
    Files.writeString(app().resolve("archive"), "");
    Files.setPosixFilePermissions(app(), PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThat(run()).isEqualTo("first\n");
      assertThat(run()).isEqualTo("first\n");
      assertThat(app().resolve("segql.aot")).doesNotExist();
    } finally {
      Files.setPosixFilePermissions(app(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /// Puts a program that says a word where the next build takes it from.
  private void program(String word) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources-" + word));
    Path classes = Files.createDirectories(folder.resolve("classes-" + word));
    Path main = sources.resolve("Main.java");
    Path training = sources.resolve("Training.java");
    Path settle = Files.writeString(sources.resolve("SettleSwitches.java"), SETTLE);
    Files.writeString(
        main,
        "package org.segql.repl; public class Main { public static void main(String[] a) {"
            + " System.out.println(\""
            + word
            + "\"); } }");
    Files.writeString(
        training,
        "package org.segql.repl.launch; public class Training { public static void main(String[]"
            + " a) { org.segql.repl.Main.main(a); } }");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                main.toString(),
                training.toString(),
                settle.toString());
    assertThat(failed).isZero();
    pack(classes, project.resolve("next.jar"));
    Path source = Files.writeString(project.resolve("repl/src/main/java/App.java"), word);
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
  }

  private static void pack(Path classes, Path jar) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream out = Files.newOutputStream(jar);
        var packed = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
  }

  /// The folder with the jars that the launcher runs now.
  private Path app() throws IOException {
    return Path.of(Files.readAllLines(project.resolve(".segql/launch")).get(2));
  }

  /// Waits until so many caches have been made, and gives the one of the jars that run now.
  private Path awaitCache(int caches) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try (Stream<Path> all = Files.find(project, 3, (p, _) -> p.endsWith("segql.aot"))) {
        if (all.count() == caches) {
          return app().resolve("segql.aot");
        }
      }
      Thread.sleep(200);
    }
    throw new AssertionError(Files.readString(app().resolve("archive.log")));
  }

  private String run(String... options) throws Exception {
    return output(start(String.join(" ", options)));
  }

  private Process start(String options, String... variables) throws IOException {
    var process = new ProcessBuilder("./segql").directory(project.toFile());
    process.environment().put("SEGQL_JAVA_HOME", System.getProperty("java.home"));
    process.environment().put("SEGQL_JAVA_OPTS", options);
    process.environment().keySet().removeAll(List.of("CI", "SEGQL_NO_ARCHIVE"));
    for (String variable : variables) {
      process.environment().put(variable.split("=")[0], variable.split("=")[1]);
    }
    return process.redirectError(folder.resolve("errors").toFile()).start();
  }

  private static String output(Process process) throws Exception {
    String text = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return text;
  }
}
