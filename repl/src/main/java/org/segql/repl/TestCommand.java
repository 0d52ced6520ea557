package org.segql.repl;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Stands here for the help: the launcher runs the tests itself, before there is a program.
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs every test of SegQL itself; needs its sources.",
    footer = {"", "  segql test", "  segql test -Dquick -pl dsl -Dtest='Parser*'"})
final class TestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "OPTION", description = "options for Maven")
  private List<String> options = List.of();

  TestCommand(Surroundings around) {}

  @Override
  public Integer call() {
    throw Failure.usage(
        "the tests are run by the launcher: `./segql test` in the sources' folder.");
  }
}
