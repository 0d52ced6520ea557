package org.segql.repl;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.segql.diagnostic.Source;
import org.segql.repl.shell.OpenedFiles;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// The commands put together, and what becomes of their failures.
final class CommandLines {
  /// The subcommands, in the order of the help. Only the one that is called is made: picocli reads
  /// its annotations by reflection, and that takes time.
  enum Subcommand {
    RUN(RunCommand::new),
    CHECK(CheckCommand::new),
    FMT(FormatCommand::new),
    EXPLAIN(ExplainCommand::new),
    DATA(DataCommand::new),
    KERNEL(KernelCommand::new),
    LAB(LabCommand::new),
    DOCTOR(DoctorCommand::new),
    TEST(TestCommand::new),
    COMPLETION(CompletionCommand::new);

    private final Function<Surroundings, Object> maker;

    Subcommand(Function<Surroundings, Object> maker) {
      this.maker = maker;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private CommandLines() {}

  /// Runs a command.
  ///
  /// @return the exit code
  static int execute(String[] arguments, Surroundings around) {
    try {
      if (ShellStart.isMeant(arguments)) {
        return around.inIsScreen() && around.outIsScreen()
            ? ShellStart.run(arguments, around)
            : withoutTerminal(arguments, around);
      }
      String[] whole = withCommand(arguments);
      RunCommand plain = PlainRun.of(whole, around);
      int code = plain == null ? picocli(whole, around) : call(plain, around);
      around.out().flush();
      around.err().flush();
      return code;
    } catch (PipeClosed e) {
      return ExitCode.PIPE_CLOSED;
    } catch (Failure e) {
      // Standard output itself can't be written.
      around.err().line("segql: " + e.getMessage());
      around.err().flush();
      return e.exitCode();
    }
  }

  /// `segql < study.segql` runs it, as database shells do, `segql t.csv < study.segql` with that
  /// table; where nothing comes the help is shown.
  private static int withoutTerminal(String[] arguments, Surroundings around) {
    List<Source> files = ShellStart.scripts(arguments);
    Source script = around.inIsScreen() ? new Source("", "") : Scripts.standardInput(around.in());
    if (script.text().isBlank() && arguments.length > 0) {
      throw Failure.usage("the shell needs a terminal; scripts run by `segql run`.");
    }
    int code =
        script.text().isBlank()
            ? picocli(arguments, around)
            : call(new RunCommand(around, with(files, script)), around);
    around.out().flush();
    around.err().flush();
    return code;
  }

  private static List<Source> with(List<Source> files, Source script) {
    return Stream.concat(files.stream(), Stream.of(script)).toList();
  }

  private static int call(RunCommand command, Surroundings around) {
    try {
      return command.call();
    } catch (RuntimeException e) {
      return failed(e, around);
    }
  }

  private static int picocli(String[] arguments, Surroundings around) {
    CommandLine line = of(around, arguments);
    // What picocli itself writes, help and versions, it must not see fail.
    StringWriter help = new StringWriter();
    line.setOut(new PrintWriter(help)).setErr(new PrintWriter(help));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(around.colourOnOut() ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler((e, given) -> usage(e, around));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, around));
    int code = line.execute(arguments);
    around.out().print(help.toString());
    return code;
  }

  /// All commands, for the help and for completion.
  static CommandLine all(Surroundings around) {
    CommandLine line = new CommandLine(new RootCommand(around));
    for (Subcommand subcommand : Subcommand.values()) {
      line.addSubcommand(subcommand.text(), subcommand.maker.apply(around));
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static CommandLine of(Surroundings around, String[] arguments) {
    for (Subcommand subcommand : Subcommand.values()) {
      if (arguments.length > 0 && arguments[0].equals(subcommand.text())) {
        CommandLine line = new CommandLine(new RootCommand(around));
        line.addSubcommand(subcommand.text(), subcommand.maker.apply(around));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
      }
    }
    return all(around);
  }

  /// `segql -c TEXT` and `segql study.segql` run; `segql help run` is `segql run --help`.
  private static String[] withCommand(String[] arguments) {
    if (arguments.length == 0) {
      return arguments;
    }
    List<String> whole = new ArrayList<>(List.of(arguments));
    if (arguments[0].equals("-c") || OpenedFiles.isScript(arguments[0])) {
      whole.addFirst(Subcommand.RUN.text());
    } else if (arguments[0].equals("help")) {
      whole.removeFirst();
      whole.add("--help");
    }
    return whole.toArray(String[]::new);
  }

  private static int usage(ParameterException e, Surroundings around) {
    Misuse misuse = Misuse.of(e);
    around.say(misuse.sentence());
    misuse.hint().ifPresent(around.err()::line);
    around.err().line("Try `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
    around.err().flush();
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, Surroundings around) {
    return switch (e) {
      case PipeClosed closed -> throw closed;
      case Failure failure -> {
        around.say(failure.getMessage());
        yield failure.exitCode();
      }
      default -> {
        around.say(
            "this is a defect of SegQL itself; please report it with the script and these lines:");
        var lines = new StringWriter();
        e.printStackTrace(new PrintWriter(lines));
        around.err().print(lines.toString());
        around.err().flush();
        yield ExitCode.FAILED;
      }
    };
  }
}
