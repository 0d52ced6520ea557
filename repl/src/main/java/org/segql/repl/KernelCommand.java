package org.segql.repl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.install.InstallException;
import org.segql.kernel.install.JupyterFolders;
import org.segql.kernel.install.KernelDoctor;
import org.segql.kernel.install.KernelInstall;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Installs the Jupyter kernel, removes it, or says what is wrong with it.")
final class KernelCommand implements Callable<Integer> {
  private final Surroundings around;
  @Spec private CommandSpec spec;

  KernelCommand(Surroundings around) {
    this.around = around;
  }

  /// Which of Jupyter's folders, and which kernel in it.
  static final class Place {
    @ArgGroup private @Nullable Folder folder;

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "the kernel's name, `segql` unless several stand side by side")
    private String name = KernelInstall.DEFAULT_NAME;

    KernelInstall install(Surroundings around) {
      return new KernelInstall(
          folder == null ? JupyterFolders.user() : folder.path(),
          name,
          said -> {
            around.out().line(said);
            around.out().flush();
          });
    }
  }

  static final class Folder {
    @Option(names = "--user", description = "for you alone (the default)")
    private boolean user;

    @Option(names = "--sys-prefix", description = "for the Python that is active")
    private boolean sysPrefix;

    @Option(
        names = "--prefix",
        paramLabel = "FOLDER",
        description = "for the Python that is installed there")
    private @Nullable Path prefix;

    Path path() {
      if (prefix != null) {
        return JupyterFolders.prefix(prefix);
      }
      return sysPrefix ? JupyterFolders.sysPrefix() : JupyterFolders.user();
    }
  }

  @Command(name = "install", description = "Puts the kernel where Jupyter finds it.")
  int install(@Mixin Place place) throws InterruptedException {
    try {
      place.install(around).install();
      return ExitCode.FINE;
    } catch (InstallException e) {
      throw Failure.failed(String.valueOf(e.getMessage()));
    }
  }

  @Command(name = "uninstall", description = "Takes it away.")
  int uninstall(@Mixin Place place) {
    try {
      place.install(around).uninstall();
      return ExitCode.FINE;
    } catch (InstallException e) {
      throw Failure.failed(String.valueOf(e.getMessage()));
    }
  }

  @Command(name = "doctor", description = "Starts every SegQL kernel that Jupyter finds.")
  int doctor() throws InterruptedException {
    boolean fine = true;
    var checks = new ArrayList<>(List.of(KernelDoctor.jdk()));
    checks.addAll(KernelDoctor.examine(true));
    for (var check : checks) {
      fine &= check.fine();
      around.out().line((check.fine() ? "  ok  " : "  !!  ") + check.what() + ": " + check.said());
    }
    return fine ? ExitCode.FINE : ExitCode.FAILED;
  }

  @Override
  public Integer call() {
    around.err().print(spec.commandLine().getUsageMessage());
    return ExitCode.USAGE;
  }
}
