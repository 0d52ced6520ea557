package org.segql.repl;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows what a script's last statement would do; those before it are run.",
    footer = {"", "  segql explain study.segql", "  segql explain --java -c \"…\" > Study.java"})
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "FILE", description = "a script; `-` is standard input", arity = "0..1")
  private @Nullable String file;

  @Option(names = "-c", paramLabel = "TEXT", description = "a script on the command line")
  private @Nullable String text;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "the value of `$name`")
  private List<String> parameters = List.of();

  @Option(names = "--java", description = "as a Java program on Tablesaw and Smile")
  private boolean java;

  ExplainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Scripts.read(file == null ? List.of() : List.of(file), text, around.in());
    throw Failure.failed("not there yet" + java + parameters);
  }
}
