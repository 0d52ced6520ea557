package org.segql.kernel.install;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Where Jupyter looks for kernels and extensions: folders with `kernels/` and `labextensions/`.
public final class JupyterFolders {
  private JupyterFolders() {}

  /// The user's own folder.
  public static Path user() {
    String given = System.getenv("JUPYTER_DATA_DIR");
    if (given != null && !given.isEmpty()) {
      return Path.of(given);
    }
    // Jupyter asks the environment, where Java asks the system's list of users.
    var home = Path.of(environment("HOME").orElse(System.getProperty("user.home")));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return home.resolve("Library/Jupyter");
    }
    if (system.contains("win")) {
      return environment("APPDATA").map(Path::of).orElse(home).resolve("jupyter");
    }
    return environment("XDG_DATA_HOME")
        .map(Path::of)
        .orElse(home.resolve(".local/share"))
        .resolve("jupyter");
  }

  /// The folder of an installation of Python, a virtual environment for one.
  public static Path prefix(Path prefix) {
    return prefix.resolve("share/jupyter");
  }

  /// The folder of the Python that is active: a virtual or conda environment, else `python3` on the
  /// PATH.
  ///
  /// @throws InstallException where there is none
  public static Path sysPrefix() {
    return activePython()
        .map(JupyterFolders::prefix)
        .orElseThrow(
            () ->
                new InstallException(
                    "No Python is active and none is called `python3`: use --user, or --prefix with"
                        + " the folder of the Python that Jupyter runs on."));
  }

  /// Where the active Python is installed.
  static Optional<Path> activePython() {
    return environment("VIRTUAL_ENV")
        .or(() -> environment("CONDA_PREFIX"))
        .or(() -> output(List.of("python3", "-c", "import sys; print(sys.prefix)")))
        .map(Path::of);
  }

  /// All folders that Jupyter reads, the user's first.
  public static List<Path> all() {
    var folders = new LinkedHashSet<Path>();
    environment("JUPYTER_PATH")
        .ifPresent(
            list -> {
              for (String one : list.split(File.pathSeparator)) {
                folders.add(Path.of(one));
              }
            });
    folders.add(user());
    activePython().map(JupyterFolders::prefix).ifPresent(folders::add);
    folders.add(Path.of("/usr/local/share/jupyter"));
    folders.add(Path.of("/usr/share/jupyter"));
    return new ArrayList<>(folders);
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isEmpty());
  }

  /// What a program prints; empty where it fails or is not there.
  static Optional<String> output(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(false).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean fine = process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
      return fine && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
