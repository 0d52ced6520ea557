package org.segql.engine.local.eval;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/// Dates and dates with time as numbers.
public final class Days {
  private static final double SECONDS = 86_400;

  private Days() {}

  /// Days since 1970-01-01, with a fraction for the time of day; NaN where missing.
  public static double[] of(Vector.Dates dates) {
    return days(dates, i -> PackedLocalDate.toEpochDay(dates.packed()[i]));
  }

  public static double[] of(Vector.Moments moments) {
    return days(
        moments,
        i ->
            PackedLocalDateTime.asLocalDateTime(moments.packed()[i]).toEpochSecond(ZoneOffset.UTC)
                / SECONDS);
  }

  private static double[] days(Vector vector, IntToDoubleFunction day) {
    double[] days = new double[vector.size()];
    Arrays.setAll(days, i -> vector.missing(i) ? Double.NaN : day.applyAsDouble(i));
    return days;
  }
}
