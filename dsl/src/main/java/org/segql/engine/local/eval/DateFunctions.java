package org.segql.engine.local.eval;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.segql.ast.Expression.Duration.Unit;
import org.segql.diagnostic.Code;
import org.segql.engine.Progress;
import org.segql.engine.local.Blocks;
import org.segql.engine.local.Columns;
import org.segql.engine.local.eval.Vector.Dates;
import org.segql.engine.local.eval.Vector.Moments;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.engine.local.eval.Vector.Texts;
import org.segql.function.ScalarFunction;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/// Functions of dates and dates with time.
final class DateFunctions {
  /// More hours than there are in all years that a table holds.
  private static final double MOST_UNITS = 9e8;

  private DateFunctions() {}

  static Vector call(ScalarFunction function, List<Vector> a, Progress progress) {
    return switch (function) {
      case YEAR -> part(a.getFirst(), LocalDateTime::getYear, progress);
      case QUARTER -> part(a.getFirst(), d -> (d.getMonthValue() + 2) / 3, progress);
      case MONTH -> part(a.getFirst(), LocalDateTime::getMonthValue, progress);
      case DAY -> part(a.getFirst(), LocalDateTime::getDayOfMonth, progress);
      case WEEKDAY -> part(a.getFirst(), d -> d.getDayOfWeek().getValue(), progress);
      case HOUR -> part(a.getFirst(), LocalDateTime::getHour, progress);
      case DATE_TRUNC -> truncate((Texts) a.get(0), a.get(1), progress);
      case DAYS_BETWEEN -> daysBetween(a.get(0), a.get(1));
      case MONTHS_BETWEEN -> monthsBetween(a.get(0), a.get(1), progress);
      default -> throw new IllegalArgumentException(function + " is no function of dates");
    };
  }

  static LocalDate date(int packed) {
    return PackedLocalDate.asLocalDate(packed);
  }

  static LocalDateTime moment(Vector v, int row) {
    return switch (v) {
      case Dates d -> date(d.packed()[row]).atStartOfDay();
      case Moments m -> PackedLocalDateTime.asLocalDateTime(m.packed()[row]);
      default -> throw new IllegalArgumentException(v.type() + " is no date");
    };
  }

  /// `2026-01-31 10:30:00`.
  static String text(long packed) {
    LocalDateTime moment = PackedLocalDateTime.asLocalDateTime(packed);
    return moment.toLocalDate()
        + " "
        + moment
            .toLocalTime()
            .truncatedTo(ChronoUnit.SECONDS)
            .format(DateTimeFormatter.ISO_LOCAL_TIME);
  }

  static Moments midnight(Dates dates) {
    long[] out = new long[dates.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          dates.missing(i)
              ? Long.MIN_VALUE
              : PackedLocalDateTime.pack(date(dates.packed()[i]), LocalTime.MIDNIGHT);
    }
    return new Moments(out);
  }

  private static Numbers part(Vector v, ToDoubleFunction<LocalDateTime> part, Progress progress) {
    double[] out = new double[v.size()];
    Blocks.each(
        out.length,
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            out[i] = v.missing(i) ? Double.NaN : part.applyAsDouble(moment(v, i));
          }
        });
    return new Numbers(out);
  }

  private static Dates truncate(Texts unit, Vector v, Progress progress) {
    int[] out = new int[v.size()];
    Blocks.each(
        out.length,
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            out[i] =
                v.missing(i) || unit.missing(i)
                    ? Integer.MIN_VALUE
                    : PackedLocalDate.pack(truncate(unit.text(i), moment(v, i).toLocalDate()));
          }
        });
    return new Dates(out);
  }

  private static LocalDate truncate(String unit, LocalDate date) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "week" -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "month" -> date.withDayOfMonth(1);
      case "quarter" -> date.withMonth((date.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
      case "year" -> date.withDayOfYear(1);
      default -> date;
    };
  }

  private static Numbers daysBetween(Vector from, Vector to) {
    double[] out = new double[from.size()];
    boolean whole = from instanceof Dates && to instanceof Dates;
    for (int i = 0; i < out.length; i++) {
      if (from.missing(i) || to.missing(i)) {
        out[i] = Double.NaN;
      } else if (whole) {
        out[i] = PackedLocalDate.daysUntil(((Dates) to).packed()[i], ((Dates) from).packed()[i]);
      } else {
        out[i] = ChronoUnit.SECONDS.between(moment(from, i), moment(to, i)) / 86_400.0;
      }
    }
    return new Numbers(out);
  }

  private static Numbers monthsBetween(Vector from, Vector to, Progress progress) {
    double[] out = new double[from.size()];
    Blocks.each(
        out.length,
        progress,
        (first, end) -> {
          for (int i = first; i < end; i++) {
            out[i] =
                from.missing(i) || to.missing(i)
                    ? Double.NaN
                    : ChronoUnit.MONTHS.between(moment(from, i), moment(to, i));
          }
        });
    return new Numbers(out);
  }

  /// Moves dates by whole units; an amount with a fraction is cut. HOUR makes a date a date with
  /// time. Beyond the years that a table holds the result is NULL, and counted.
  static Vector shift(Vector dates, Numbers amounts, Unit unit, Context context) {
    long[] moved = new long[dates.size()];
    long[] lost = new long[1];
    Blocks.each(
        moved.length,
        context.progress(),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            boolean missing = dates.missing(i) || amounts.missing(i);
            moved[i] =
                missing ? Long.MIN_VALUE : moved(moment(dates, i), amounts.values()[i], unit);
            lost[0] += !missing && moved[i] == Long.MIN_VALUE ? 1 : 0;
          }
        });
    context
        .findings()
        .count(Code.NOT_FINITE, lost[0], "results are beyond every date and are NULL", "");
    return dates instanceof Dates && unit != Unit.HOUR
        ? new Dates(Arrays.stream(moved).mapToInt(DateFunctions::day).toArray())
        : new Moments(moved);
  }

  private static int day(long packed) {
    return packed == Long.MIN_VALUE ? Integer.MIN_VALUE : PackedLocalDateTime.date(packed);
  }

  /// Packed; missing where a table has no such year.
  private static long moved(LocalDateTime from, double amount, Unit unit) {
    if (Math.abs(amount) > MOST_UNITS) {
      return Long.MIN_VALUE;
    }
    LocalDateTime to = move(from, (long) amount, unit);
    return Columns.holds(to.toLocalDate()) ? PackedLocalDateTime.pack(to) : Long.MIN_VALUE;
  }

  private static LocalDateTime move(LocalDateTime from, long amount, Unit unit) {
    return switch (unit) {
      case HOUR -> from.plusHours(amount);
      case DAY -> from.plusDays(amount);
      case WEEK -> from.plusWeeks(amount);
      case MONTH -> from.plusMonths(amount);
      case QUARTER -> from.plusMonths(3 * amount);
      case YEAR -> from.plusYears(amount);
    };
  }
}
