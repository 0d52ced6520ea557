package org.segql.engine.local.scan;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.engine.local.Columns;
import tech.tablesaw.columns.Column;

/// Collects one column from DuckDB's vectors.
sealed interface ColumnSink
    permits ColumnSink.Numbers,
        ColumnSink.Booleans,
        ColumnSink.Dates,
        ColumnSink.DateTimes,
        TextSink {
  /// Takes the next rows.
  ///
  /// @param data the values one beside the other
  /// @param valid a bit a row, in longs, clear where the value is NULL; null where no value is
  /// @param at the first row's place in the column
  void take(ByteBuffer data, @Nullable ByteBuffer valid, int at, int count);

  Column<?> finish();

  /// How many values are missing because they were NaN, infinite or beyond the years of a table.
  default long notFinite() {
    return 0;
  }

  static ColumnSink of(ColumnInfo column, int rows) {
    return switch (column.type()) {
      case NUMBER -> new Numbers(column.name(), new double[rows]);
      case TEXT -> new TextSink(column.name(), rows);
      case BOOLEAN -> new Booleans(column.name(), new byte[rows]);
      case DATE -> new Dates(column.name(), new int[rows]);
      case DATETIME -> new DateTimes(column.name(), new long[rows]);
    };
  }

  static boolean isNull(@Nullable ByteBuffer valid, int row) {
    return valid != null && (valid.getLong(row >> 6 << 3) >>> (row & 63) & 1) == 0;
  }

  /// Numbers, of which only finite ones stay.
  final class Numbers implements ColumnSink {
    private final String name;
    private final double[] values;
    private long notFinite;

    Numbers(String name, double[] values) {
      this.name = name;
      this.values = values;
    }

    @Override
    public void take(ByteBuffer data, @Nullable ByteBuffer valid, int at, int count) {
      data.asDoubleBuffer().get(values, at, count);
      for (int i = 0; i < count; i++) {
        if (isNull(valid, i)) {
          values[at + i] = Double.NaN;
        } else if (!Double.isFinite(values[at + i])) {
          values[at + i] = Double.NaN;
          notFinite++;
        }
      }
    }

    @Override
    public long notFinite() {
      return notFinite;
    }

    @Override
    public Column<?> finish() {
      return Columns.numbers(name, values);
    }
  }

  record Booleans(String name, byte[] values) implements ColumnSink {
    @Override
    public void take(ByteBuffer data, @Nullable ByteBuffer valid, int at, int count) {
      data.get(0, values, at, count);
      for (int i = 0; valid != null && i < count; i++) {
        if (isNull(valid, i)) {
          values[at + i] = Byte.MIN_VALUE;
        }
      }
    }

    @Override
    public Column<?> finish() {
      return Columns.booleans(name, values);
    }
  }

  /// Dates; what Tablesaw has no year for is missing, infinities among it.
  final class Dates implements ColumnSink {
    private static final int FIRST = (int) LocalDate.of(Columns.FIRST_YEAR, 1, 1).toEpochDay();
    private static final int LAST = (int) LocalDate.of(Columns.LAST_YEAR, 12, 31).toEpochDay();

    private final String name;
    private final int[] days;
    private long notFinite;

    Dates(String name, int[] days) {
      this.name = name;
      this.days = days;
    }

    static boolean holds(long day) {
      return day >= FIRST && day <= LAST;
    }

    @Override
    public void take(ByteBuffer data, @Nullable ByteBuffer valid, int at, int count) {
      data.asIntBuffer().get(days, at, count);
      for (int i = 0; i < count; i++) {
        boolean missing = isNull(valid, i);
        if (missing || !holds(days[at + i])) {
          days[at + i] = Columns.MISSING_DAY;
          notFinite += missing ? 0 : 1;
        }
      }
    }

    @Override
    public long notFinite() {
      return notFinite;
    }

    @Override
    public Column<?> finish() {
      return Columns.dates(name, days);
    }
  }

  final class DateTimes implements ColumnSink {
    private static final long MICROSECONDS_PER_DAY = 86_400_000_000L;

    private final String name;
    private final long[] instants;
    private long notFinite;

    DateTimes(String name, long[] instants) {
      this.name = name;
      this.instants = instants;
    }

    @Override
    public void take(ByteBuffer data, @Nullable ByteBuffer valid, int at, int count) {
      data.asLongBuffer().get(instants, at, count);
      for (int i = 0; i < count; i++) {
        boolean missing = isNull(valid, i);
        if (missing || !Dates.holds(Math.floorDiv(instants[at + i], MICROSECONDS_PER_DAY))) {
          instants[at + i] = Columns.MISSING_MICROSECOND;
          notFinite += missing ? 0 : 1;
        }
      }
    }

    @Override
    public long notFinite() {
      return notFinite;
    }

    @Override
    public Column<?> finish() {
      return Columns.dateTimes(name, instants);
    }
  }
}
