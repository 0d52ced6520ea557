package org.segql.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Opens notebooks in JupyterLab: in the one of the active Python, else in one of SegQL's own,
/// which is made where it is not there.
public final class Lab {
  /// A JupyterLab of SegQL's own does not ask whether it may fetch news: it works without a
  /// network.
  private static final String NO_NEWS =
      """
      {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}
      """;

  private final Consumer<String> say;

  /// @param say hears what is done, a sentence each
  public Lab(Consumer<String> say) {
    this.say = say;
  }

  /// Runs JupyterLab until it ends.
  ///
  /// @param arguments for JupyterLab: a folder or notebook to open, options
  /// @return its exit code
  /// @throws InstallException where there is no Python to make one with
  public int open(List<String> arguments) throws IOException, InterruptedException {
    Path python = environment();
    var install = new KernelInstall(JupyterFolders.prefix(python), KernelInstall.DEFAULT_NAME, say);
    if (!install.isCurrent()) {
      install.install();
    }
    var command = new ArrayList<String>();
    command.add(program(python, "jupyter").toString());
    command.add("lab");
    command.addAll(options());
    command.addAll(arguments);
    var jupyter = new ProcessBuilder(command).inheritIO().start();
    // Ctrl-C reaches both processes; this one stays until the other has ended its kernels.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(jupyter)));
    return jupyter.waitFor();
  }

  /// One Ctrl-C is meant; nothing is asked of the network, and nobody whether it may be; a root in
  /// a container is allowed; where there is no screen no browser of a terminal shall open, and the
  /// address that Jupyter prints is what counts.
  private List<String> options() {
    var options =
        new ArrayList<>(
            List.of(
                "--ServerApp.answer_yes=True",
                "--LabApp.news_url=None",
                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"));
    if (System.getProperty("user.name").equals("root")) {
      options.add("--allow-root");
    }
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    boolean screen =
        Stream.of("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
            .map(System::getenv)
            .anyMatch(v -> v != null && !v.isEmpty());
    if (linux && !screen) {
      options.add("--no-browser");
      say.accept("There is no screen here: open the address below in a browser.");
    }
    return options;
  }

  private static void end(Process jupyter) {
    jupyter.destroy();
    try {
      if (!jupyter.waitFor(20, TimeUnit.SECONDS)) {
        jupyter.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The prefix of a Python with JupyterLab.
  private Path environment() throws IOException, InterruptedException {
    Optional<Path> active = JupyterFolders.activePython().filter(Lab::hasLab);
    if (active.isPresent() && Files.isWritable(active.get())) {
      return active.get();
    }
    Path own = JupyterFolders.user().resolveSibling("segql").resolve("lab");
    if (hasLab(own)) {
      return own;
    }
    String python = basePython();
    say.accept("JupyterLab is installed into `" + own + "`, once; this takes a minute.");
    must(List.of(python, "-m", "venv", own.toString()), "Python's `venv` module failed");
    must(
        List.of(
            program(own, "python").toString(), "-m", "pip", "-q", "install", "jupyterlab>=4,<5"),
        "pip could not install JupyterLab");
    Path overrides = own.resolve("share/jupyter/lab/settings/overrides.json");
    Files.createDirectories(overrides.getParent());
    Files.writeString(overrides, NO_NEWS);
    return own;
  }

  private static String basePython() {
    String wanted = "import sys, venv; sys.exit(sys.version_info < (3, 9))";
    for (String name : List.of("python3", "python", "py")) {
      try {
        var process =
            new ProcessBuilder(name, "-c", wanted)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) {
          return name;
        }
      } catch (IOException e) {
        // not there under that name
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new InstallException(
        "JupyterLab needs Python 3.9 or newer with its `venv` module: install it (Debian and"
            + " Ubuntu: `apt install python3-venv`).");
  }

  private static boolean hasLab(Path prefix) {
    return Files.isExecutable(program(prefix, "jupyter-lab"));
  }

  private static Path program(Path prefix, String name) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return windows
        ? prefix.resolve("Scripts").resolve(name + ".exe")
        : prefix.resolve("bin").resolve(name);
  }

  private static void must(List<String> command, String failure)
      throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new InstallException(failure + ": see above.");
    }
  }
}
