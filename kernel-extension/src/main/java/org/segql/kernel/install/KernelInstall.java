package org.segql.kernel.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.segql.kernel.KernelMain;
import org.segql.kernel.jupyter.RoundTrip;
import tools.jackson.core.JacksonException;

/// Puts the kernel into one of Jupyter's folders, and takes it away:
///
/// ```java
/// new KernelInstall(JupyterFolders.user(), "segql", out::println).install();
/// ```
public final class KernelInstall {
  public static final String DEFAULT_NAME = "segql";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String CACHE = "segql.aot";
  private static final String STAMP = "installed-from";

  /// Cells whose classes the start-up cache then holds.
  private static final List<String> TRAINING =
      List.of(
          "SHOW TABLES;",
          "int warm = 1 + 1; warm",
          "var warmTable = Table.create(\"t\", DoubleColumn.create(\"x\", 1, 2, 3, 10, 11, 12));"
              + " warmTable",
          "SEGMENT warmTable BY x USING kmeans(2) AS warmSegments;",
          "SHOW warmSegments;");

  private final Path jupyter;
  private final String name;
  private final Consumer<String> say;

  /// @param jupyter one of {@link JupyterFolders}
  /// @param name of the kernel, for Jupyter; several of different names can stand side by side
  /// @param say hears what is done, a sentence each
  /// @throws InstallException where no kernel can be called so
  public KernelInstall(Path jupyter, String name, Consumer<String> say) {
    if (!NAME.matcher(name).matches()) {
      throw new InstallException(
          "`"
              + name
              + "` cannot be a kernel's name: use letters of a to z, digits, `.`, `_` and `-`.");
    }
    this.jupyter = jupyter.toAbsolutePath();
    this.name = name;
    this.say = say;
  }

  private Path folder() {
    return jupyter.resolve("kernels").resolve(name);
  }

  /// Installs the kernel and JupyterLab's highlighter, in the place of an older installation of
  /// that name.
  ///
  /// @return the kernel's folder
  /// @throws InstallException where the folder cannot be written or this Java will not do
  public Path install() throws InterruptedException {
    String problem = JdkCheck.problem();
    if (!problem.isEmpty()) {
      throw new InstallException(problem);
    }
    try {
      Files.createDirectories(folder().getParent());
      Path fresh = folder().resolveSibling("." + name + "-" + ProcessHandle.current().pid());
      Files.createDirectories(fresh);
      try {
        OwnJars.copyTo(fresh.resolve("lib"));
        for (String logo : List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg")) {
          Resources.copy("kernel/" + logo, fresh.resolve(logo));
        }
        spec(List.of(
                "-XX:AOTCache=" + KernelSpec.FOLDER + "/" + CACHE,
                "-Xlog:aot=off",
                "-Xlog:cds=off"))
            .writeTo(fresh);
        Files.writeString(fresh.resolve(STAMP), OwnJars.stamp());
        delete(folder());
        Files.move(fresh, folder());
      } finally {
        delete(fresh);
      }
      say.accept("The kernel `" + name + "` is installed in `" + folder() + "`.");
      LabExtension.install(jupyter);
      train();
      return folder();
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  /// Whether what is installed under that name is this program on this Java.
  public boolean isCurrent() {
    try {
      return isOurs(folder())
          && LabExtension.installed(jupyter)
          && Files.readString(folder().resolve(STAMP)).equals(OwnJars.stamp());
    } catch (IOException e) {
      return false;
    }
  }

  private Spec spec(List<String> options) {
    String display = name.equals(DEFAULT_NAME) ? "SegQL" : "SegQL (" + name + ")";
    return new Spec(
        new KernelSpec(
            KernelSpec.command(JdkCheck.java(), KernelSpec.FOLDER, options), display, "java"));
  }

  private record Spec(KernelSpec spec) {
    void writeTo(Path folder) throws IOException {
      Files.writeString(folder.resolve("kernel.json"), spec.json());
    }
  }

  /// One run of the kernel fills the cache that makes its next starts faster. It does without if
  /// that fails.
  private void train() throws IOException, InterruptedException {
    say.accept("A first run records what makes its next starts faster.");
    var command =
        spec(List.of(
                "-XX:AOTCacheOutput=" + KernelSpec.FOLDER + "/" + CACHE,
                "-D" + KernelMain.TRAINING + "=true",
                "-Xlog:aot=off",
                "-Xlog:cds=off"))
            .spec()
            .argvIn(folder());
    var answer = new RoundTrip(command, PATIENCE).run(TRAINING);
    if (!answer.ok()) {
      say.accept("That run did not get to its end: " + answer.problem());
    }
  }

  /// Removes the kernel, and the highlighter with the last kernel of ours in that folder.
  ///
  /// @throws InstallException where there is none of that name or it is not ours
  public void uninstall() {
    if (!isOurs(folder())) {
      throw new InstallException(
          "No SegQL kernel called `" + name + "` is installed in `" + jupyter + "`.");
    }
    try {
      delete(folder());
      if (installed(jupyter).isEmpty()) {
        LabExtension.uninstall(jupyter);
      }
      say.accept("The kernel `" + name + "` is removed from `" + jupyter + "`.");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// The folders of SegQL kernels in one of Jupyter's folders.
  static List<Path> installed(Path jupyter) throws IOException {
    var kernels = jupyter.resolve("kernels");
    if (!Files.isDirectory(kernels)) {
      return List.of();
    }
    try (var folders = Files.list(kernels)) {
      return folders.filter(KernelInstall::isOurs).sorted().toList();
    }
  }

  private static boolean isOurs(Path folder) {
    try {
      return KernelSpec.parse(Files.readString(folder.resolve("kernel.json"))).isSegql();
    } catch (IOException | JacksonException e) {
      return false;
    }
  }

  private InstallException unwritable(Exception e) {
    String why =
        e instanceof AccessDeniedException
            ? "writing there is not allowed"
            : String.valueOf(e.getMessage());
    return new InstallException(
        "The kernel cannot be written to `"
            + jupyter
            + "`: "
            + why
            + ". With --user it goes into your own folder, with --prefix into one that you name.");
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
