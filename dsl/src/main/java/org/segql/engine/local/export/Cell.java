package org.segql.engine.local.export;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.engine.local.Columns;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/// Reads the cells of one column as texts that every reader understands.
///
/// @param values of a NUMBER column, else empty
record Cell(Type type, Column<?> column, double[] values) {
  private static final double WHOLE = 1e15;

  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
          .toFormatter(Locale.ROOT);

  static Cell of(Type type, Column<?> column) {
    return new Cell(
        type, column, column instanceof DoubleColumn d ? Columns.values(d) : new double[0]);
  }

  /// The cell as text; null where it is missing.
  @Nullable String text(int row) {
    return switch (type) {
      case NUMBER -> Double.isFinite(values[row]) ? number(values[row]) : null;
      case TEXT -> blankIsNull(((StringColumn) column).get(row));
      case BOOLEAN -> {
        Boolean value = ((BooleanColumn) column).get(row);
        yield value == null ? null : value.toString();
      }
      case DATE -> {
        var value = ((DateColumn) column).get(row);
        yield value == null ? null : value.toString();
      }
      case DATETIME -> {
        LocalDateTime value = ((DateTimeColumn) column).get(row);
        yield value == null ? null : value.format(DATE_TIME);
      }
    };
  }

  private static @Nullable String blankIsNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /// The shortest text that reads back as the same number, without an exponent where it is not very
  /// large or small: `5`, `0.1`.
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      return Long.toString((long) value);
    }
    String shortest = Double.toString(value);
    return shortest.indexOf('E') < 0 || Math.abs(value) < 1e-9 || Math.abs(value) >= WHOLE * 1e6
        ? shortest
        : new BigDecimal(shortest).toPlainString();
  }
}
