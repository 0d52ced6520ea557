package org.segql.engine.local.scan;

import java.util.ArrayList;
import java.util.List;
import org.segql.catalog.Type;

/// A way to write dates that is looked for.
///
/// @param format in Java's letters
/// @param dayFirst true where the day stands before the month
/// @param iso true for the forms of ISO 8601, which need no mention
record DateCandidate(Type type, String format, boolean dayFirst, boolean iso) {
  static final List<DateCandidate> ALL = all();

  /// SQL that is NULL where a value is not written so.
  String sql(String value) {
    String pattern =
        iso
            ? type == Type.DATE
                ? "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
                : "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[T"
                    + " ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?([0-9]{2})?)?"
            : "";
    return iso
        ? "CASE WHEN regexp_full_match("
            + value
            + ", '"
            + pattern
            + "') THEN TRY_CAST("
            + value
            + " AS "
            + (type == Type.DATE ? "DATE" : "TIMESTAMP")
            + ") END"
        : "try_strptime(" + value + ", '" + DateFormat.strptime(format) + "')";
  }

  private static List<DateCandidate> all() {
    List<DateCandidate> all = new ArrayList<>();
    all.add(new DateCandidate(Type.DATE, "yyyy-MM-dd", false, true));
    all.add(new DateCandidate(Type.DATETIME, "yyyy-MM-dd HH:mm:ss", false, true));
    for (String time : List.of("", " HH:mm", " HH:mm:ss")) {
      Type type = time.isEmpty() ? Type.DATE : Type.DATETIME;
      for (String separator : List.of("/", ".", "-")) {
        all.add(new DateCandidate(type, "dd_MM_yyyy".replace("_", separator) + time, true, false));
        all.add(new DateCandidate(type, "MM_dd_yyyy".replace("_", separator) + time, false, false));
        if (!separator.equals("-")) {
          all.add(
              new DateCandidate(type, "yyyy_MM_dd".replace("_", separator) + time, false, false));
        }
      }
      all.add(new DateCandidate(type, "dd MMM yyyy" + time, true, false));
      all.add(new DateCandidate(type, "dd-MMM-yyyy" + time, true, false));
    }
    return List.copyOf(all);
  }
}
