package org.segql.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.segql.diagnostic.Source;
import org.segql.repl.shell.OpenedFiles;
import org.segql.repl.shell.Shell;
import org.segql.session.Session;

/// Opens the shell: `segql`, `segql customers.csv orders.parquet`. Where a script comes on standard
/// input, as in `segql customers.csv < study.segql`, that is run in place of what one would type.
final class ShellStart {
  private ShellStart() {}

  /// Whether the arguments ask for the shell: none, or files with data among them.
  static boolean isMeant(String[] arguments) {
    return Arrays.stream(arguments).allMatch(a -> isData(a) || OpenedFiles.isScript(a))
        && (arguments.length == 0 || Arrays.stream(arguments).anyMatch(ShellStart::isData));
  }

  private static boolean isData(String argument) {
    return !argument.startsWith("-")
        && argument.contains(".")
        && !OpenedFiles.isScript(argument)
        && !Files.isDirectory(Scripts.path(argument));
  }

  /// @throws Failure where a file is not there
  static int run(String[] arguments, Surroundings around) {
    List<Path> files = files(arguments);
    around.out().flush();
    try (Session session = Session.open()) {
      Shell.run(session, files, Release.text());
      return ExitCode.FINE;
    } catch (IOException e) {
      throw Failure.failed("the terminal can't be used: " + e.getMessage() + ".");
    }
  }

  /// What opens the files where a script comes in place of a person.
  ///
  /// @throws Failure where a file is not there
  static List<Source> scripts(String[] arguments) {
    return OpenedFiles.statements(files(arguments)).stream()
        .map(statement -> new Source("command line", statement))
        .toList();
  }

  private static List<Path> files(String[] arguments) {
    List<Path> files = Arrays.stream(arguments).map(Scripts::path).toList();
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw Failure.usage("there is no file `" + file + "`.");
      }
    }
    return files;
  }
}
