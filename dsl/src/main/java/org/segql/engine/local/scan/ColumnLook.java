package org.segql.engine.local.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// A quick look at a column of texts, which tells most types: patterns are matched for numbers
/// only, as they take most of the time.
///
/// @param values that are not NULL
/// @param plain numbers without leading zeros
/// @param large whether one may be beyond 2^53
/// @param parsed what DuckDB takes for a number, `nan` and `1_000` too
/// @param booleans true and false
/// @param begins values that begin like a number or a date
record ColumnLook(long values, long plain, boolean large, long parsed, long booleans, long begins) {
  private static final int FIELDS = 6;
  private static final String PLAIN =
      "[+-]?((0|[1-9][0-9]*)([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?";

  /// @param value SQL of a value, NULL where it means that
  static String sql(String value) {
    String number = "TRY_CAST(" + value + " AS DOUBLE)";
    return List.of(
            "count(" + value + ")",
            "count(*) FILTER (WHERE " + TextTypes.matches(value, PLAIN) + ")",
            "coalesce(max(abs(" + number + ")) >= 9007199254740992, false)",
            "count(" + number + ")",
            "count(*) FILTER (WHERE length("
                + value
                + ") BETWEEN 4 AND 5 AND lower("
                + value
                + ") IN ('true', 'false'))",
            "count(*) FILTER (WHERE " + value + " >= '+' AND " + value + " < ':')")
        .stream()
        .collect(Collectors.joining(", "));
  }

  /// Reads the look at the column of this index from a row of looks.
  static ColumnLook read(ResultSet row, int index) throws SQLException {
    int at = index * FIELDS;
    return new ColumnLook(
        row.getLong(at + 1),
        row.getLong(at + 2),
        row.getBoolean(at + 3),
        row.getLong(at + 4),
        row.getLong(at + 5),
        row.getLong(at + 6));
  }

  /// True where every value is a number that a NUMBER holds.
  boolean isPlainNumber() {
    return values > 0 && plain == values && !large;
  }

  /// True where the values can be nothing but texts, or are too mixed to be meant as something
  /// else.
  boolean isText(double mostly) {
    return values == 0 || parsed < values && booleans < values && begins < mostly * values;
  }
}
