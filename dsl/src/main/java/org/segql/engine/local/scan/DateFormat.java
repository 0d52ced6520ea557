package org.segql.engine.local.scan;

import java.util.Map;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// Date formats in Java's letters, as scripts write them, and in those of `strptime`, as DuckDB
/// reads them.
public final class DateFormat {
  private static final Map<String, String> DIRECTIVES =
      Map.ofEntries(
          Map.entry("yyyy", "%Y"),
          Map.entry("yy", "%y"),
          Map.entry("MMMM", "%B"),
          Map.entry("MMM", "%b"),
          Map.entry("MM", "%m"),
          Map.entry("M", "%m"),
          Map.entry("dd", "%d"),
          Map.entry("d", "%d"),
          Map.entry("EEEE", "%A"),
          Map.entry("EEE", "%a"),
          Map.entry("HH", "%H"),
          Map.entry("H", "%H"),
          Map.entry("hh", "%I"),
          Map.entry("h", "%I"),
          Map.entry("mm", "%M"),
          Map.entry("m", "%M"),
          Map.entry("ss", "%S"),
          Map.entry("s", "%S"),
          Map.entry("SSS", "%g"),
          Map.entry("a", "%p"));

  private DateFormat() {}

  /// `dd/MM/yyyy` → `%d/%m/%Y`. Text in single quotes stands for itself. Throws where a letter has
  /// no meaning.
  public static String strptime(String format) {
    var result = new StringBuilder();
    int i = 0;
    while (i < format.length()) {
      char c = format.charAt(i);
      if (c == '\'') {
        int end = format.indexOf('\'', i + 1);
        result.append(format, i + 1, end < 0 ? format.length() : end);
        i = end < 0 ? format.length() : end + 1;
      } else if (Character.isLetter(c)) {
        int end = i;
        while (end < format.length() && format.charAt(end) == c) {
          end++;
        }
        result.append(directive(format, format.substring(i, end)));
        i = end;
      } else {
        result.append(c == '%' ? "%%" : String.valueOf(c));
        i++;
      }
    }
    return result.toString();
  }

  private static String directive(String format, String letters) {
    String directive = DIRECTIVES.get(letters);
    if (directive == null) {
      throw new SegqlException(
          Diagnostic.error(
              Code.LOAD_OPTION,
              "`" + letters + "` has no meaning in the date format `" + format + "`.",
              "yyyy is the year, MM the month, dd the day, HH the hour, mm the minute, ss the"
                  + " second: `dd/MM/yyyy HH:mm`."));
    }
    return directive;
  }
}
