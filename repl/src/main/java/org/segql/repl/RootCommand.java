package org.segql.repl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "segql",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A language for customer segmentation: from files to targeted segments.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Without a command, `segql [FILE…]` opens the shell, with a table for each file.",
      "`segql study.segql` and `segql -c 'SEGMENT …'` are short for `segql run …`.",
      "Exit codes: 0 fine, 1 a script failed, 2 the command was wrong, 3 a REQUIRE was not met.",
      "Variables: SEGQL_JAVA_HOME (which JDK), SEGQL_JAVA_OPTS (its options), NO_COLOR."
    })
final class RootCommand implements Callable<Integer> {
  private final Surroundings around;
  @Spec private CommandSpec spec;

  RootCommand(Surroundings around) {
    this.around = around;
  }

  /// Without a command there is nothing to do but to say what there is.
  @Override
  public Integer call() {
    around.err().print(spec.commandLine().getUsageMessage());
    return ExitCode.USAGE;
  }
}
