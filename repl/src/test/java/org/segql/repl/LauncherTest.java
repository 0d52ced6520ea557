package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a small project of its own, whose Maven and JDK are shell scripts that say what
/// they are asked to do.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
  private static final String MAVEN =
      """
      #!/bin/sh
      [ ! -f fail ] || { echo '[ERROR] App.java:[3,5] there is a slip'; exit 1; }
      echo build >>builds
      mkdir -p repl/target/lib
      cp repl/src/main/java/App.java repl/target/segql-repl-0.1.0.jar
      echo library >repl/target/lib/other-1.0.jar
      echo language >repl/target/lib/segql-dsl-0.1.0.jar
      """;

  /// Puts jars into place as `SettleSwitches` does; else shows the source that the jar was made of,
  /// and the arguments after the main class.
  private static final String JAVA =
      """
      #!/bin/sh
      while [ "$1" != -cp ]; do shift; done
      if [ "$3" = org.segql.repl.launch.SettleSwitches ]; then
        target=$4
        shift 4
        exec cp "$@" "$target/"
      fi
      cat "$2"
      shift 3
      for argument; do echo "<$argument>"; done
      """;

  @TempDir Path folder;
  private Path project;
  private Path jdk;

  @BeforeEach
  void project() throws IOException {
    project = folder.resolve("a project");
    Files.createDirectories(project.resolve("repl/src/main/java"));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.writeString(project.resolve("repl/pom.xml"), "");
    Files.writeString(source(), "first\n");
    Call.script(project.resolve("mvnw"), MAVEN);
    Call.script(project.resolve("segql"), Files.readString(Path.of("..", "segql")));
    jdk = jdk(folder.resolve("jdk 25"), "25.0.1");
  }

  @Test
  void buildsOnceAndPassesTheArgumentsOn() throws Exception {
    Call first = launch("run", "a b", "", "*", "'$x'");
    assertThat(first).isEqualTo(new Call(0, "first\n<run>\n<a b>\n<>\n<*>\n<'$x'>\n", first.err()));
    assertThat(first.err()).startsWith("segql: building").hasLineCount(1);
    Call second = launch();
    assertThat(second).isEqualTo(new Call(0, "first\n", ""));
    assertThat(Files.readAllLines(project.resolve("builds"))).hasSize(1);
  }

  @Test
  void whatChangedIsBuiltAndRun() throws Exception {
    launch();
    Files.writeString(source(), "second\n");
    Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(launch().out()).isEqualTo("second\n");
  }

  @Test
  void aFileTakenAwayIsAChange() throws Exception {
    Path other = Files.writeString(source().resolveSibling("Other.java"), "");
    launch();
    Files.delete(other);
    Files.setLastModifiedTime(source().getParent(), FileTime.from(Instant.now().plusSeconds(2)));
    launch();
    assertThat(Files.readAllLines(project.resolve("builds"))).hasSize(2);
  }

  @Test
  void aBuildThatFailsShowsItsErrorsAndIsTriedAgain() throws Exception {
    Files.writeString(project.resolve("fail"), "");
    Call failed = launch();
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .contains("[ERROR] App.java:[3,5] there is a slip")
        .contains("the build failed");
    Files.delete(project.resolve("fail"));
    assertThat(launch().out()).isEqualTo("first\n");
  }

  @Test
  void isFoundThroughLinksFromAnyFolder() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), project.resolve("segql"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("else where/link"));
    assertThat(call(elsewhere, Map.of(), link.toString()).out()).isEqualTo("first\n");
    assertThat(call(Path.of("/"), Map.of(), second.toString()).out()).isEqualTo("first\n");
    assertThat(call(project, Map.of(), "sh", "segql").out()).isEqualTo("first\n");
  }

  /// A program that runs for hours while its sources change keeps its jars; what nobody uses goes.
  @Test
  void foldersOfEarlierBuildsAreRemovedWhenNothingRunsFromThem() throws Exception {
    Files.writeString(source(), "first\n");
    launch();
    Path first = app();
    Process running = new ProcessBuilder("sh", "-c", "sleep 600; :", first + "/segql.jar").start();
    try {
      rebuilt("second");
      assertThat(first).as("something runs from it").exists();
      Path second = app();
      rebuilt("third");
      assertThat(first).exists();
      assertThat(second).doesNotExist();
    } finally {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly().waitFor();
    }
    rebuilt("fourth");
    assertThat(first).doesNotExist();
  }

  /// Changes the source, long after everything that was made so far was used.
  private void rebuilt(String text) throws Exception {
    FileTime past = FileTime.from(Instant.now().minusSeconds(600));
    try (Stream<Path> folders = Files.list(project.resolve(".segql"))) {
      for (Path old : folders.filter(f -> f.getFileName().toString().startsWith("app-")).toList()) {
        Files.setLastModifiedTime(old.resolve("used"), past);
        Files.setLastModifiedTime(old, past);
      }
    }
    Files.writeString(source(), text + "\n");
    Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(launch().out()).isEqualTo(text + "\n");
  }

  /// The folder with the jars that the launcher runs now.
  private Path app() throws IOException {
    return Path.of(Files.readAllLines(project.resolve(".segql/launch")).get(2));
  }

  @Test
  void anotherJdkIsTakenUpAtOnce() throws Exception {
    launch();
    Path newer = jdk(folder.resolve("jdk26"), "26");
    Files.writeString(newer.resolve("bin/java"), JAVA.replace("cat \"$2\"", "echo newer"));
    Call call = call(project, Map.of("SEGQL_JAVA_HOME", newer.toString()), "./segql");
    assertThat(call.out()).isEqualTo("newer\n");
  }

  @Test
  void anOldJdkThatIsAskedForIsRefused() throws Exception {
    Path old = jdk(folder.resolve("jdk17"), "17.0.2");
    Call call = call(project, Map.of("SEGQL_JAVA_HOME", old.toString()), "./segql");
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err())
        .isEqualTo("segql: SEGQL_JAVA_HOME is " + old + ", and no JDK 25 or newer stands there.\n");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere `script` takes other arguments")
  void theWidthOfTheScreenIsPassedOnWhereTheShellDoesNotSayIt() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/script")), "skipped: there is no `script` here");
    launch();
    Call.script(
        jdk.resolve("bin/java"),
        "#!/bin/sh\nfor a; do case $a in -Dsegql.[sw]*) echo \"$a\";; esac; done\n");
    String[] screen = {"script", "-qec", "stty cols 83; ./segql run", "/dev/null"};
    Call call = call(project, Map.of("COLUMNS", ""), screen);
    assertThat(call.out().lines()).containsExactly("-Dsegql.screens=120", "-Dsegql.width=83");
    assertThat(launch().out().lines()).contains("-Dsegql.width=");
  }

  private Path source() {
    return project.resolve("repl/src/main/java/App.java");
  }

  private Path jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Call.script(home.resolve("bin/java"), JAVA);
    Call.script(home.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Call launch(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("./segql"));
    command.addAll(List.of(arguments));
    return call(project, Map.of(), command.toArray(String[]::new));
  }

  private Call call(Path where, Map<String, String> variables, String... command) throws Exception {
    ProcessBuilder process = new ProcessBuilder(command).directory(where.toFile());
    process.environment().put("SEGQL_JAVA_HOME", jdk.toString());
    process.environment().put("SEGQL_NO_ARCHIVE", "1");
    process.environment().remove("SEGQL_JAVA_OPTS");
    process.environment().putAll(variables);
    return Call.of(process, folder);
  }
}
