package org.segql.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Days since 1970-01-01 as dates, and where an axis of time has its labels.
final class Times {
  private Times() {}

  static String date(double days) {
    return LocalDate.ofEpochDay((long) Math.floor(days)).toString();
  }

  /// Labels at the beginnings of years, quarters, months, weeks or days, whichever gives at most
  /// ten.
  static List<Axis.Tick> ticks(double min, double max) {
    LocalDate first = LocalDate.ofEpochDay((long) Math.floor(min));
    double span = max - min;
    if (span > 366 * 3) {
      int step = (int) Math.max(1, Math.ceil(span / 365.25 / 9));
      return months(first.withDayOfYear(1), max, min, 12 * step, "%tY");
    }
    if (span > 300) {
      return months(first.withDayOfYear(1), max, min, span > 700 ? 6 : 3, "%tb %<tY");
    }
    if (span > 60) {
      return months(first.withDayOfMonth(1), max, min, span > 200 ? 2 : 1, "%tb %<tY");
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    long step = span > 20 ? 7 : Math.max(1, Math.round(span / 7));
    for (long day = (long) Math.ceil(min); day <= max; day += step) {
      ticks.add(
          new Axis.Tick(day, String.format(Locale.ENGLISH, "%te %<tb", LocalDate.ofEpochDay(day))));
    }
    return ticks;
  }

  private static List<Axis.Tick> months(
      LocalDate from, double max, double min, int step, String format) {
    List<Axis.Tick> ticks = new ArrayList<>();
    for (LocalDate day = from; day.toEpochDay() <= max; day = day.plusMonths(step)) {
      if (day.toEpochDay() >= min) {
        ticks.add(new Axis.Tick(day.toEpochDay(), String.format(Locale.ENGLISH, format, day)));
      }
    }
    return ticks;
  }
}
