package org.segql.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.segql.kernel.install.InstallException;
import org.segql.kernel.install.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Opens notebooks in JupyterLab, with the kernel installed in it.",
    footer = {
      "",
      "Without a JupyterLab in the active Python, one is installed into a folder of its own, once.",
      "Other options are JupyterLab's: `segql lab --no-browser --port 8899`."
    })
final class LabCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(
      paramLabel = "FOLDER",
      description = "the notebooks; else those that come with SegQL, else this folder")
  private List<String> arguments = new ArrayList<>();

  LabCommand(Surroundings around) {
    this.around = around;
  }

  /// Options that are not ours are JupyterLab's, in the place where they stand.
  @Spec
  void pass(CommandSpec spec) {
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws InterruptedException {
    var all = new ArrayList<>(arguments);
    // What stands where an option wants its value, `8899`, is no folder.
    if (arguments.stream().noneMatch(a -> Files.exists(Path.of(a)))) {
      all.add(notebooks().toString());
    }
    try {
      return new Lab(around::say).open(all);
    } catch (InstallException | IOException e) {
      throw Failure.failed(String.valueOf(e.getMessage()));
    }
  }

  private Path notebooks() {
    Path home = around.home();
    Path own = home == null ? null : home.resolve("notebooks");
    return own != null && Files.isDirectory(own) ? own : Path.of("").toAbsolutePath();
  }
}
