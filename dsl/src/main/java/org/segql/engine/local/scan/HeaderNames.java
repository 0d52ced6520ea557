package org.segql.engine.local.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// Makes column names of what a file or an option gives: without blanks around, none empty, none
/// twice, nor twice but for the case of letters, which Tablesaw does not tell apart.
final class HeaderNames {
  /// More columns than this are a table lying on its side, or no table.
  static final int MOST_COLUMNS = 4096;

  private HeaderNames() {}

  /// @param given the names of the file; empty texts where it has none
  /// @param named whether the file has names at all
  static List<String> of(
      List<String> given,
      boolean named,
      LoadOptions options,
      String file,
      List<Diagnostic> findings) {
    if (given.size() > MOST_COLUMNS) {
      throw new SegqlException(
          Diagnostic.error(
              Code.TOO_MANY_COLUMNS,
              "`%s` has %,d columns; %,d are the most.".formatted(file, given.size(), MOST_COLUMNS),
              "If its rows and columns are exchanged, turn it round; else load the columns needed"
                  + " with a tool that chooses them."));
    }
    if (!options.names().isEmpty()) {
      if (options.names().size() != given.size()) {
        throw new SegqlException(
            Diagnostic.error(
                Code.LOAD_OPTION,
                "`names` has %d names, and `%s` has %d columns."
                    .formatted(options.names().size(), file, given.size()),
                named
                    ? "The file calls them: "
                        + String.join(", ", given.subList(0, Math.min(12, given.size())))
                        + "."
                    : "A delimiter that does not fit gives a wrong number of columns."));
      }
      return unique(options.names().stream().map(HeaderNames::trimmed).toList(), file, findings);
    }
    if (!named) {
      findings.add(
          Diagnostic.note(
              Code.COLUMN_NAMES,
              "`"
                  + file
                  + "` has no line of names; its columns are `column1`, `column2` and so on.",
              "Name them with `names = (a, b, …)`."));
    }
    List<String> names = given.stream().map(HeaderNames::trimmed).toList();
    return unique(
        options.cleanNames() ? names.stream().map(HeaderNames::clean).toList() : names,
        file,
        findings);
  }

  /// Without blanks and control characters around, which Tablesaw takes off its columns' names.
  private static String trimmed(String name) {
    String shorter = name.strip().trim();
    return shorter.length() == name.length() ? name : trimmed(shorter);
  }

  /// `Annual Income (k$)` → `annual_income_k`.
  static String clean(String name) {
    String words = name.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    String lower = words.toLowerCase(Locale.ROOT);
    return !lower.isEmpty() && Character.isDigit(lower.charAt(0)) ? "_" + lower : lower;
  }

  private static List<String> unique(List<String> names, String file, List<Diagnostic> findings) {
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    taken.addAll(names);
    Set<String> used = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> result = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String wanted = name.isEmpty() ? "column" + (i + 1) : name;
      String free = wanted;
      for (int n = 2; used.contains(free) || !free.equals(name) && taken.contains(free); n++) {
        free = wanted + "_" + n;
      }
      used.add(free);
      result.add(free);
      if (!free.equals(name) && !names.stream().allMatch(String::isEmpty)) {
        changed.add(
            (name.isEmpty() ? "an empty name" : "a second `" + name + "`")
                + " is now `"
                + free
                + "`");
      }
    }
    if (!changed.isEmpty()) {
      findings.add(
          Diagnostic.note(
              Code.COLUMN_NAMES,
              "Column names of `"
                  + file
                  + "` had to be made unique: "
                  + String.join(", ", changed.subList(0, Math.min(5, changed.size())))
                  + (changed.size() > 5 ? ", and %d more.".formatted(changed.size() - 5) : ".")));
    }
    return result;
  }
}
