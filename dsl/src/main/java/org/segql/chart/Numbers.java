package org.segql.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Numbers as charts write and space them.
public final class Numbers {
  private Numbers() {}

  /// Four significant digits, thousands parted by commas, no trailing zeros: `12,340`, `0.05`,
  /// `1.2e9`.
  public static String text(double x) {
    if (Double.isNaN(x)) {
      return "–";
    }
    if (x == 0) {
      return "0";
    }
    double size = Math.abs(x);
    if (size >= 1e15 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.3g", x);
    }
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%,d", Math.round(x));
    }
    BigDecimal rounded = new BigDecimal(x, new MathContext(4)).stripTrailingZeros();
    return rounded.toPlainString();
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

  /// `1 row`, `2 rows`.
  public static String count(long n, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
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

  /// The quantile of ascending values by linear interpolation (Hyndman and Fan 1996, definition 7);
  /// NaN of none.
  public static double quantile(double[] ascending, double p) {
    if (ascending.length == 0) {
      return Double.NaN;
    }
    double place = p * (ascending.length - 1);
    int low = (int) Math.floor(place);
    int high = Math.min(low + 1, ascending.length - 1);
    return ascending[low] + (place - low) * (ascending[high] - ascending[low]);
  }

  public static double mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /// A text of at most `max` characters, its end replaced by an ellipsis.
  public static String shortened(String text, int max) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.codePointCount(0, line.length()) <= max
        ? line
        : line.substring(0, line.offsetByCodePoints(0, max - 1)).stripTrailing() + "…";
  }
}
