package org.segql.engine.local.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// How many values of a column of texts have which form.
///
/// @param commas values that hold a comma
/// @param thousands numbers with commas between thousands, or three decimals after a comma
/// @param inexact whole numbers beyond 2^53
/// @param date one of those that look like dates; empty where none does
record ColumnCounts(
    long values,
    long numbers,
    long commaNumbers,
    long commas,
    long thousands,
    long notFinite,
    long leadingZeros,
    long inexact,
    long likeDates,
    String date) {
  private static final int FIELDS = 10;
  private static final String THOUSANDS = "[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+([.][0-9]+)?";
  private static final String LEADING_ZERO = "[+-]?0[0-9]+([.,][0-9]*)?";
  private static final String LONG_WHOLE = "[+-]?[0-9]{16,}";
  private static final String LIKE_DATE =
      "([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{1,2}[-"
          + " ][A-Za-z]{3}[- ][0-9]{4})([T ].*)?";

  /// @param value SQL of a value, NULL where it means that
  static String sql(String value) {
    return List.of(
                "true",
                TextTypes.matches(value, TextTypes.NUMBER),
                TextTypes.matches(value, TextTypes.COMMA_NUMBER),
                "contains(" + value + ", ',')",
                TextTypes.matches(value, THOUSANDS),
                TextTypes.matches(value, TextTypes.NOT_FINITE),
                TextTypes.matches(value, LEADING_ZERO),
                TextTypes.matches(value, LONG_WHOLE)
                    + " AND abs(coalesce(TRY_CAST("
                    + value
                    + " AS HUGEINT), 1::HUGEINT << 64)) > 9007199254740992",
                TextTypes.matches(value, LIKE_DATE))
            .stream()
            .map(c -> "count(*) FILTER (WHERE " + value + " IS NOT NULL AND " + c + ")")
            .collect(Collectors.joining(", ", "", ", "))
        + ("min(" + value + ") FILTER (WHERE " + TextTypes.matches(value, LIKE_DATE) + ")");
  }

  /// Reads the counts of the column of this index from a row of counts.
  static ColumnCounts read(ResultSet row, int index) throws SQLException {
    int at = index * FIELDS;
    return new ColumnCounts(
        row.getLong(at + 1),
        row.getLong(at + 2),
        row.getLong(at + 3),
        row.getLong(at + 4),
        row.getLong(at + 5),
        row.getLong(at + 6),
        row.getLong(at + 7),
        row.getLong(at + 8),
        row.getLong(at + 9),
        Objects.requireNonNullElse(row.getString(at + 10), ""));
  }

  /// True where every value is a number if the commas stand between thousands; then none says that
  /// they stand before decimals.
  boolean mayHaveThousands() {
    return commas > 0 && thousands == commas && numbers + thousands + notFinite == values;
  }
}
