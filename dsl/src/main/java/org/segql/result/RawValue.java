package org.segql.result;

import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.columns.Column;

/// A cell's value without loss, for machine forms and exact comparison.
final class RawValue {
  private RawValue() {}

  /// A Long, Double, Boolean, LocalDate, LocalDateTime …, or String; null where missing or not
  /// finite.
  static @Nullable Object of(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    return switch (column) {
      case IntColumn c -> (long) c.getInt(row);
      case LongColumn c -> c.getLong(row);
      case ShortColumn c -> (long) c.getShort(row);
      case NumericColumn<?> c -> finite(c.getDouble(row));
      case BooleanColumn c -> c.get(row);
      default -> column.get(row);
    };
  }

  /// A number as machines read it: all digits, no point where it is whole.
  static String digits(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }

  /// A cell's number; NaN where it has none.
  static double number(Column<?> column, int row) {
    return column instanceof NumericColumn<?> c && !column.isMissing(row)
        ? c.getDouble(row)
        : Double.NaN;
  }

  private static @Nullable Double finite(double x) {
    return Double.isFinite(x) ? x : null;
  }
}
