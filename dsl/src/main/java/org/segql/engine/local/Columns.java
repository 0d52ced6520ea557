package org.segql.engine.local;

import java.time.LocalDate;
import java.util.BitSet;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.booleans.BitSetBooleanData;
import tech.tablesaw.columns.dates.PackedLocalDate;

/// Tablesaw columns made of arrays, without a loop of appends.
public final class Columns {
  /// What stands for a missing day or microsecond below.
  public static final int MISSING_DAY = Integer.MIN_VALUE;

  public static final long MISSING_MICROSECOND = Long.MIN_VALUE;

  /// The years of a table: Tablesaw keeps them in 16 bits.
  public static final int FIRST_YEAR = Short.MIN_VALUE;

  public static final int LAST_YEAR = Short.MAX_VALUE;

  private static final long MICROSECONDS_PER_DAY = 86_400_000_000L;

  private Columns() {}

  /// A column over the array itself, which nobody may change from then on.
  public static DoubleColumn numbers(String name, double[] values) {
    return new NumberArrayColumn(name, values);
  }

  /// The values of a column, for reading only: the array behind it where there is one, else a copy.
  public static double[] values(DoubleColumn column) {
    return column instanceof NumberArrayColumn wrapped ? wrapped.values() : column.asDoubleArray();
  }

  /// @param values 1, 0, or anything else where missing
  public static BooleanColumn booleans(String name, byte[] values) {
    var yes = new BitSet(values.length);
    var no = new BitSet(values.length);
    var missing = new BitSet();
    for (int i = 0; i < values.length; i++) {
      (values[i] == 1 ? yes : values[i] == 0 ? no : missing).set(i);
    }
    return new BooleanColumn(name, new BitSetBooleanData(yes, no, missing));
  }

  /// @param days days since 1970-01-01, or {@link #MISSING_DAY}; changed into Tablesaw's form in
  ///   place
  public static DateColumn dates(String name, int[] days) {
    var packed = new DayPacker();
    for (int i = 0; i < days.length; i++) {
      days[i] = packed.pack(days[i]);
    }
    return DateColumn.createInternal(name, days);
  }

  /// @param instants microseconds since 1970-01-01 00:00, or {@link #MISSING_MICROSECOND}; changed
  ///   in place; Tablesaw keeps milliseconds
  public static DateTimeColumn dateTimes(String name, long[] instants) {
    var packed = new DayPacker();
    for (int i = 0; i < instants.length; i++) {
      long instant = instants[i];
      if (instant != MISSING_MICROSECOND) {
        int day = (int) Math.floorDiv(instant, MICROSECONDS_PER_DAY);
        int millisecond = (int) (Math.floorMod(instant, MICROSECONDS_PER_DAY) / 1000);
        instants[i] = (long) packed.pack(day) << 32 | packTime(millisecond) & 0xffffffffL;
      }
    }
    return DateTimeColumn.createInternal(name, instants);
  }

  /// Hour, minute, millisecond of the minute: 8, 8 and 16 bits.
  private static int packTime(int millisecondOfDay) {
    int minuteOfDay = millisecondOfDay / 60_000;
    return minuteOfDay / 60 << 24 | minuteOfDay % 60 << 16 | millisecondOfDay % 60_000;
  }

  /// Whether a table can hold a date.
  public static boolean holds(LocalDate date) {
    return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
  }

  /// Days to Tablesaw's `year << 16 | month << 8 | day`. Consecutive rows often hold days of the
  /// same years, so what was computed is kept for a stretch of days.
  private static final class DayPacker {
    private static final int KEPT = 1 << 15;
    private final int[] days = new int[KEPT];
    private final int[] packed = new int[KEPT];

    int pack(int day) {
      if (day == MISSING_DAY) {
        return MISSING_DAY;
      }
      int slot = day & KEPT - 1;
      if (packed[slot] == 0 || days[slot] != day) {
        days[slot] = day;
        packed[slot] = PackedLocalDate.pack(LocalDate.ofEpochDay(day));
      }
      return packed[slot];
    }
  }
}
