package org.segql.engine.local.eval;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.engine.Progress;
import org.segql.engine.local.Blocks;
import org.segql.engine.local.Columns;
import org.segql.engine.local.eval.Vector.Booleans;
import org.segql.engine.local.eval.Vector.Dates;
import org.segql.engine.local.eval.Vector.Moments;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.engine.local.eval.Vector.Texts;
import org.segql.function.ScalarFunction;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/// The casts. What cannot be cast is missing and counted, with examples.
final class Casts {
  private Casts() {}

  static Vector call(ScalarFunction to, Vector from, @Nullable String format, Context context) {
    Findings findings = context.findings();
    return switch (to) {
      case TO_NUMBER -> number(from, findings);
      case TO_TEXT -> TextFunctions.asTexts(from, context.progress());
      case TO_BOOLEAN -> bool(from, findings);
      case TO_DATE -> date(from, format, context);
      case TO_DATETIME -> moment(from, format, context);
      default -> throw new IllegalArgumentException(to + " is no cast");
    };
  }

  private static Numbers number(Vector from, Findings findings) {
    return switch (from) {
      case Numbers v -> v;
      case Texts v -> {
        double[] of = new double[v.dictionary().length];
        for (int c = 0; c < of.length; c++) {
          of[c] = parse(v.dictionary()[c].strip());
        }
        var lost = new Lost("number");
        double[] out = new double[v.size()];
        for (int i = 0; i < out.length; i++) {
          out[i] = v.missing(i) ? Double.NaN : of[v.codes()[i]];
          if (Double.isNaN(out[i]) && !v.missing(i)) {
            lost.add(v.text(i));
          }
        }
        lost.tell(findings);
        yield new Numbers(out);
      }
      case Booleans v -> {
        double[] out = new double[v.size()];
        for (int i = 0; i < out.length; i++) {
          out[i] = v.missing(i) ? Double.NaN : v.values()[i];
        }
        yield new Numbers(out);
      }
      // Days since 1970-01-01, so that dates can enter arithmetic.
      case Dates v -> new Numbers(Days.of(v));
      case Moments v -> new Numbers(Days.of(v));
    };
  }

  private static double parse(String text) {
    if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      return Double.NaN;
    }
    double x = Double.parseDouble(text);
    return Double.isInfinite(x) ? Double.NaN : x;
  }

  private static Booleans bool(Vector from, Findings findings) {
    byte[] out = new byte[from.size()];
    var lost = new Lost("TRUE or FALSE");
    for (int i = 0; i < out.length; i++) {
      out[i] = from.missing(i) ? Vector.UNKNOWN : bool(from, i);
      if (out[i] == Vector.UNKNOWN && !from.missing(i)) {
        lost.add(TextFunctions.text(from, i));
      }
    }
    lost.tell(findings);
    return new Booleans(out);
  }

  private static byte bool(Vector from, int row) {
    return switch (from) {
      case Booleans v -> v.values()[row];
      case Numbers v -> v.values()[row] == 1 ? 1 : v.values()[row] == 0 ? (byte) 0 : Vector.UNKNOWN;
      case Texts v ->
          switch (v.text(row).strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> 1;
            case "false", "f", "no", "n", "0" -> 0;
            default -> Vector.UNKNOWN;
          };
      case Dates _, Moments _ -> Vector.UNKNOWN;
    };
  }

  private static Dates date(Vector from, @Nullable String format, Context context) {
    if (from instanceof Dates v) {
      return v;
    }
    int[] out = new int[from.size()];
    if (from instanceof Moments v) {
      for (int i = 0; i < out.length; i++) {
        out[i] = v.missing(i) ? Integer.MIN_VALUE : PackedLocalDateTime.date(v.packed()[i]);
      }
      return new Dates(out);
    }
    Texts v = TextFunctions.asTexts(from, context.progress());
    var formatter = formatter(format == null ? "yyyy-MM-dd" : format);
    @Nullable LocalDate[] of =
        parsed(v, LocalDate[]::new, s -> LocalDate.parse(s, formatter), context.progress());
    var lost = new Lost("date");
    for (int i = 0; i < out.length; i++) {
      LocalDate date = v.missing(i) ? null : of[v.codes()[i]];
      out[i] = date == null ? Integer.MIN_VALUE : PackedLocalDate.pack(date);
      if (date == null && !v.missing(i)) {
        lost.add(v.text(i));
      }
    }
    lost.tell(context.findings());
    return new Dates(out);
  }

  private static Moments moment(Vector from, @Nullable String format, Context context) {
    if (from instanceof Moments v) {
      return v;
    }
    if (from instanceof Dates v) {
      return DateFunctions.midnight(v);
    }
    Texts v = TextFunctions.asTexts(from, context.progress());
    var formatter = format == null ? null : formatter(format);
    Function<String, LocalDateTime> parse =
        formatter == null
            ? s -> LocalDateTime.parse(s.replace(' ', 'T'))
            : s -> LocalDateTime.parse(s, formatter);
    @Nullable LocalDateTime[] of = parsed(v, LocalDateTime[]::new, parse, context.progress());
    var lost = new Lost("date with time");
    long[] out = new long[v.size()];
    for (int i = 0; i < out.length; i++) {
      LocalDateTime moment = v.missing(i) ? null : of[v.codes()[i]];
      out[i] = moment == null ? Long.MIN_VALUE : PackedLocalDateTime.pack(moment);
      if (moment == null && !v.missing(i)) {
        lost.add(v.text(i));
      }
    }
    lost.tell(context.findings());
    return new Moments(out);
  }

  /// Years written as `yyyy` are proleptic years: a strict resolver then refuses 30 February.
  static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace('y', 'u'))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static <T extends TemporalAccessor> @Nullable T[] parsed(
      Texts v,
      Function<Integer, @Nullable T[]> array,
      Function<String, T> parse,
      Progress progress) {
    @Nullable T[] of = array.apply(v.dictionary().length);
    Blocks.each(
        of.length,
        progress,
        (from, to) -> {
          for (int c = from; c < to; c++) {
            try {
              T value = parse.apply(v.dictionary()[c].strip());
              of[c] = Columns.holds(LocalDate.from(value)) ? value : null;
            } catch (DateTimeException _) {
              continue; // stays null: counted where rows have it
            }
          }
        });
    return of;
  }

  /// Counts what could not be cast and keeps the first examples.
  private static final class Lost {
    private final String type;
    private final List<String> examples = new ArrayList<>();
    private long count;

    Lost(String type) {
      this.type = type;
    }

    void add(String value) {
      count++;
      String shown = "'" + value + "'";
      if (examples.size() < 3 && !examples.contains(shown)) {
        examples.add(shown);
      }
    }

    void tell(Findings findings) {
      findings.count(
          Code.CAST_FAILED,
          count,
          "values are no " + type + " and are NULL (" + String.join(", ", examples) + ")",
          "");
    }
  }
}
