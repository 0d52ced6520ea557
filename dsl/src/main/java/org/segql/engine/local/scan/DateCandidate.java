package org.segql.engine.local.scan;

import java.util.ArrayList;
import java.util.List;
import org.segql.catalog.Type;

/// A way to write dates that is looked for.
///
/// @param format in Java's letters
record DateCandidate(Type type, String format, Form form) {
  /// Whose habit it is: that of ISO 8601, which needs no mention, or of a country.
  enum Form {
    ISO,
    ISO_ZONED,
    LOCAL
  }

  static final List<DateCandidate> ALL = all();

  private static final String ISO_DATE = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}";
  private static final String ISO_DATE_TIME =
      ISO_DATE + "[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?";
  private static final String ZONE = "(Z|[+-][0-9]{2}(:?[0-9]{2})?)?";

  /// SQL that is NULL where a value is not written so.
  String sql(String value) {
    return switch (form) {
      case LOCAL -> "try_strptime(" + value + ", '" + DateFormat.strptime(format) + "')";
      case ISO ->
          "CASE WHEN regexp_full_match(%s, '%s') THEN TRY_CAST(%s AS %s) END"
              .formatted(
                  value,
                  type == Type.DATE ? ISO_DATE : ISO_DATE_TIME,
                  value,
                  type == Type.DATE ? "DATE" : "TIMESTAMP");
      case ISO_ZONED ->
          "CASE WHEN regexp_full_match(%s, '%s') THEN TRY_CAST(%s AS TIMESTAMPTZ) END"
              .formatted(value, ISO_DATE_TIME + ZONE, value);
    };
  }

  /// The candidates that are written like an example: trying all on a whole column takes long, as a
  /// failure takes longer than a success.
  static List<DateCandidate> like(String example) {
    return ALL.stream().filter(c -> example.matches(c.pattern())).toList();
  }

  private String pattern() {
    return switch (form) {
      case ISO -> type == Type.DATE ? ISO_DATE : ISO_DATE_TIME;
      case ISO_ZONED -> ISO_DATE_TIME + ZONE;
      case LOCAL ->
          format
              .replace(".", "[.]")
              .replace("yyyy", "[0-9]{4}")
              .replace("MMM", "[A-Za-z]{3}")
              .replaceAll("MM|dd|HH|mm|ss", "[0-9]{1,2}");
    };
  }

  boolean dayFirst() {
    return format.startsWith("dd");
  }

  private static List<DateCandidate> all() {
    List<DateCandidate> all = new ArrayList<>();
    all.add(new DateCandidate(Type.DATE, "yyyy-MM-dd", Form.ISO));
    all.add(new DateCandidate(Type.DATETIME, "yyyy-MM-dd HH:mm:ss", Form.ISO));
    all.add(new DateCandidate(Type.DATETIME, "yyyy-MM-dd HH:mm:ss", Form.ISO_ZONED));
    for (String time : List.of("", " HH:mm", " HH:mm:ss")) {
      Type type = time.isEmpty() ? Type.DATE : Type.DATETIME;
      for (String separator : List.of("/", ".", "-")) {
        all.add(new DateCandidate(type, "dd_MM_yyyy".replace("_", separator) + time, Form.LOCAL));
        all.add(new DateCandidate(type, "MM_dd_yyyy".replace("_", separator) + time, Form.LOCAL));
        if (!separator.equals("-")) {
          all.add(new DateCandidate(type, "yyyy_MM_dd".replace("_", separator) + time, Form.LOCAL));
        }
      }
      all.add(new DateCandidate(type, "dd MMM yyyy" + time, Form.LOCAL));
      all.add(new DateCandidate(type, "dd-MMM-yyyy" + time, Form.LOCAL));
    }
    return List.copyOf(all);
  }
}
