package org.segql.engine.local.eval;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import org.segql.engine.Progress;
import org.segql.engine.local.Blocks;
import org.segql.engine.local.Columns;
import org.segql.engine.local.TextColumnBuilder;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/// Rows of a column, chosen by their places.
public final class ColumnRows {
  private static final int NOT_SEEN = -2;

  private ColumnRows() {}

  /// A column of its own with the values at these places; -1 gives a missing one.
  public static Column<?> at(Column<?> column, String name, int[] rows, Progress progress) {
    return switch (column) {
      case DoubleColumn c -> numbers(c, name, rows, progress);
      case StringColumn c -> texts(c, name, rows, progress);
      case BooleanColumn c -> booleans(c, name, rows, progress);
      case DateColumn c -> dates(c, name, rows, progress);
      case DateTimeColumn c -> moments(c, name, rows, progress);
      default -> throw new IllegalArgumentException("column of type " + column.type().name());
    };
  }

  private static Column<?> numbers(DoubleColumn from, String name, int[] rows, Progress progress) {
    double[] values = Columns.values(from);
    double[] out = new double[rows.length];
    Blocks.each(
        rows.length,
        progress,
        (first, end) -> {
          for (int i = first; i < end; i++) {
            out[i] = rows[i] < 0 ? Double.NaN : values[rows[i]];
          }
        });
    return Columns.numbers(name, out);
  }

  /// Only the texts that occur are looked at: there may be very many others.
  private static Column<?> texts(StringColumn from, String name, int[] rows, Progress progress) {
    var map = from.getDictionary();
    var codeOf = new Int2IntOpenHashMap();
    codeOf.defaultReturnValue(NOT_SEEN);
    var out = new TextColumnBuilder(rows.length);
    Blocks.each(
        rows.length,
        progress,
        (first, end) -> {
          for (int i = first; i < end; i++) {
            if (rows[i] >= 0) {
              int key = map.getKeyForIndex(rows[i]);
              int code = codeOf.get(key);
              if (code == NOT_SEEN) {
                code = out.code(map.getValueForKey(key));
                codeOf.put(key, code);
              }
              out.set(i, code);
            }
          }
        });
    return out.build(name);
  }

  private static Column<?> booleans(
      BooleanColumn from, String name, int[] rows, Progress progress) {
    byte[] out = new byte[rows.length];
    Blocks.each(
        rows.length,
        progress,
        (first, end) -> {
          for (int i = first; i < end; i++) {
            out[i] = rows[i] < 0 ? Vector.UNKNOWN : from.getByte(rows[i]);
          }
        });
    return Columns.booleans(name, out);
  }

  private static Column<?> dates(DateColumn from, String name, int[] rows, Progress progress) {
    int[] out = new int[rows.length];
    Blocks.each(
        rows.length,
        progress,
        (first, end) -> {
          for (int i = first; i < end; i++) {
            out[i] = rows[i] < 0 ? Integer.MIN_VALUE : from.getIntInternal(rows[i]);
          }
        });
    return DateColumn.createInternal(name, out);
  }

  private static Column<?> moments(
      DateTimeColumn from, String name, int[] rows, Progress progress) {
    long[] out = new long[rows.length];
    Blocks.each(
        rows.length,
        progress,
        (first, end) -> {
          for (int i = first; i < end; i++) {
            out[i] = rows[i] < 0 ? Long.MIN_VALUE : from.getLongInternal(rows[i]);
          }
        });
    return DateTimeColumn.createInternal(name, out);
  }
}
