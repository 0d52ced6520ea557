package org.segql.repl;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.segql.repl.shell.Shell;
import org.segql.session.Session;

/// Opens the shell: `segql`, `segql customers.csv orders.parquet`.
final class ShellStart {
  private ShellStart() {}

  /// Whether the arguments ask for the shell: none, or files that are no scripts.
  static boolean isMeant(String[] arguments) {
    return arguments.length == 0
        ? isTerminal()
        : Arrays.stream(arguments).allMatch(ShellStart::isData);
  }

  private static boolean isData(String argument) {
    return !argument.startsWith("-")
        && argument.contains(".")
        && !argument.endsWith(".segql")
        && !Files.isDirectory(Scripts.path(argument));
  }

  static int run(String[] arguments, Surroundings around) {
    List<Path> files = Arrays.stream(arguments).map(Scripts::path).toList();
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw Failure.usage("there is no file `" + file + "`.");
      }
    }
    if (!isTerminal()) {
      throw Failure.usage("the shell needs a terminal; scripts run by `segql run`.");
    }
    around.out().flush();
    try (Session session = Session.open()) {
      Shell.run(session, files, Version.text());
      return ExitCode.FINE;
    } catch (IOException e) {
      throw Failure.failed("the terminal can't be used: " + e.getMessage() + ".");
    }
  }

  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
