package org.segql.repl.shell;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Files named on the command line, as the statements that open them: a table named after each, and
/// scripts (`.segql`) run.
public final class OpenedFiles {
  private OpenedFiles() {}

  public static List<String> statements(List<Path> files) {
    Set<String> names = new HashSet<>();
    return files.stream().map(file -> statement(file, names)).toList();
  }

  public static boolean isScript(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".segql");
  }

  private static String statement(Path file, Set<String> names) {
    String from = " '" + file.toString().replace("'", "''") + "';";
    return isScript(file.toString())
        ? "RUN" + from
        : "LOAD " + tableName(file, names) + " FROM" + from;
  }

  /// A file's name without its endings, as a name of the language: `Mall Customers.csv.gz` is
  /// `Mall_Customers`.
  static String tableName(Path file, Set<String> taken) {
    Path last = file.getFileName();
    String stem =
        (last == null ? "t" : last.toString()).replaceFirst("(?i)(\\.[a-z0-9]{1,8}){1,2}$", "");
    String name = stem.replaceAll("[^\\p{L}\\p{Nd}_]+", "_");
    name = name.isEmpty() || Character.isDigit(name.codePointAt(0)) ? "t" + name : name;
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
