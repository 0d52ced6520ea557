package org.segql.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segql.diagnostic.NumberText;

/// Numbers as charts write and space them.
public final class Numbers {
  private Numbers() {}

  /// Four significant digits: `12,340`, `0.05`, `1.2e-9`.
  public static String text(double x) {
    return NumberText.of(x);
  }

  /// The same on an axis, where there is little room: `1.5M` from a million on, `B` and `T` for
  /// thousands of them, as plotly.js has it.
  public static String tick(double x) {
    double size = Math.abs(x);
    int power = size >= 1e12 ? 12 : size >= 1e9 ? 9 : 6;
    return size < 1e6 || size >= 1e15
        ? text(x)
        : text(x / Math.pow(10, power)) + (power == 12 ? "T" : power == 9 ? "B" : "M");
  }

  /// The labels of places on one axis: short as {@link #tick} has them where none of them loses
  /// digits by it, else all in full.
  public static List<String> labels(double[] places) {
    boolean shorten = Arrays.stream(places).allMatch(Numbers::shortEnough);
    return Arrays.stream(places).mapToObj(p -> shorten ? tick(p) : text(p)).toList();
  }

  private static boolean shortEnough(double x) {
    BigDecimal digits = new BigDecimal(x, new MathContext(12)).stripTrailingZeros();
    return Math.abs(x) < 1e6 || digits.precision() <= 4;
  }

  /// A share as a percentage with one decimal, none where it is whole: `12.5%`, `40%`.
  public static String percent(double share) {
    if (Double.isNaN(share)) {
      return "–";
    }
    double tenths = Math.round(share * 1000) / 10.0;
    return (tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths))
        + "%";
  }

  /// The step of 1, 2 or 5 times a power of ten nearest to `raw` (in proportion).
  public static double niceStep(double raw) {
    if (!(raw > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    double nice = lead < 1.415 ? 1 : lead < 3.163 ? 2 : lead < 7.072 ? 5 : 10;
    return nice * power;
  }

  /// Round numbers from min to max, about `wanted` of them.
  public static double[] ticks(double min, double max, int wanted) {
    if (!(max > min)) {
      return new double[] {min};
    }
    double step = niceStep((max - min) / Math.max(1, wanted));
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(min / step - 1e-9); k * step <= max + step * 1e-9; k++) {
      ticks.add(k * step == 0 ? 0 : new BigDecimal(k * step, new MathContext(12)).doubleValue());
    }
    return ticks.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// The values that are numbers, ascending.
  public static double[] sorted(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }

  public static double mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /// A text of at most `max` characters, what is too much taken out of its middle: of a condition
  /// the limit stays.
  public static String within(String text, int max) {
    String line = line(text);
    int tail = max / 2;
    return line.codePointCount(0, line.length()) <= max
        ? line
        : shortened(line, max - tail)
            + line.substring(line.offsetByCodePoints(line.length(), -tail)).stripLeading();
  }

  /// A text of at most `max` characters, its end replaced by an ellipsis.
  public static String shortened(String text, int max) {
    String line = line(text);
    return line.codePointCount(0, line.length()) <= max
        ? line
        : line.substring(0, line.offsetByCodePoints(0, max - 1)).stripTrailing() + "…";
  }

  private static String line(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }
}
