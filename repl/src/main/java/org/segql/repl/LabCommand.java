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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

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
      arity = "0..1",
      description = "the notebooks; else those that come with SegQL, else this folder")
  private List<Path> folder = List.of();

  @Unmatched private List<String> options = List.of();

  LabCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    var arguments = new ArrayList<>(options);
    arguments.add(notebooks().toString());
    try {
      return new Lab(around::say).open(arguments);
    } catch (InstallException | IOException e) {
      throw Failure.failed(String.valueOf(e.getMessage()));
    }
  }

  private Path notebooks() {
    if (!folder.isEmpty()) {
      return folder.getFirst();
    }
    Path home = around.home();
    Path own = home == null ? null : home.resolve("notebooks");
    return own != null && Files.isDirectory(own) ? own : Path.of("").toAbsolutePath();
  }
}
