package org.segql.engine.local.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.segql.catalog.ColumnInfo;
import org.segql.diagnostic.NumberText;
import org.segql.engine.Progress;
import org.segql.engine.local.eval.Days;
import org.segql.engine.local.eval.Grouping;
import org.segql.engine.local.eval.Vector;
import org.segql.measure.Quantiles;

/// What DESCRIBE says of a column.
///
/// @param distinct different values, missing not counted
/// @param quantiles min, lower quartile, median, upper quartile, max; empty for texts and truth
///   values
/// @param histogram counts in ten equal ranges, or of the most frequent texts
/// @param top the most frequent value of a text or truth value with its share; empty for others
public record ColumnSummary(
    ColumnInfo info,
    long rows,
    long missing,
    long distinct,
    double[] quantiles,
    double mean,
    double deviation,
    double skewness,
    int[] histogram,
    String top) {

  public static ColumnSummary of(ColumnInfo info, Vector vector, Progress progress) {
    int n = vector.size();
    long missing = 0;
    for (int i = 0; i < n; i++) {
      missing += vector.missing(i) ? 1 : 0;
    }
    int groups = Grouping.by(List.of(vector), n, progress).count();
    long distinct = groups - (missing > 0 ? 1 : 0);
    return switch (vector) {
      case Vector.Numbers v -> numbers(info, v.values(), missing, distinct);
      case Vector.Dates v -> numbers(info, Days.of(v), missing, distinct);
      case Vector.Moments v -> numbers(info, Days.of(v), missing, distinct);
      case Vector.Texts v -> texts(info, v, missing, distinct);
      case Vector.Booleans v -> {
        long yes = 0;
        for (byte b : v.values()) {
          yes += b == 1 ? 1 : 0;
        }
        double share = n == missing ? Double.NaN : (double) yes / (n - missing);
        yield new ColumnSummary(
            info,
            n,
            missing,
            distinct,
            new double[0],
            share,
            Double.NaN,
            Double.NaN,
            new int[] {(int) yes, (int) (n - missing - yes)},
            "true " + NumberText.percent(share));
      }
    };
  }

  private static ColumnSummary numbers(
      ColumnInfo info, double[] values, long missing, long distinct) {
    double[] sorted = Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      return new ColumnSummary(
          info,
          values.length,
          missing,
          0,
          new double[0],
          Double.NaN,
          Double.NaN,
          Double.NaN,
          new int[0],
          "");
    }
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double squares = 0;
    double cubes = 0;
    for (double x : sorted) {
      squares += (x - mean) * (x - mean);
      cubes += (x - mean) * (x - mean) * (x - mean);
    }
    double skewness = squares == 0 ? 0 : cubes / n / Math.pow(squares / n, 1.5);
    double[] quantiles =
        DoubleStream.of(0, 0.25, 0.5, 0.75, 1).map(p -> Quantiles.ofSorted(sorted, p)).toArray();
    int[] histogram = new int[10];
    double width = (sorted[n - 1] - sorted[0]) / 10;
    for (double x : sorted) {
      histogram[width == 0 ? 0 : (int) Math.min(9, (x - sorted[0]) / width)]++;
    }
    return new ColumnSummary(
        info,
        values.length,
        missing,
        distinct,
        quantiles,
        mean,
        n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
        skewness,
        histogram,
        "");
  }

  private static ColumnSummary texts(ColumnInfo info, Vector.Texts v, long missing, long distinct) {
    int[] counts = new int[v.dictionary().length];
    for (int code : v.codes()) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    Integer[] order = new Integer[counts.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            counts[a] != counts[b]
                ? Integer.compare(counts[b], counts[a])
                : v.dictionary()[a].compareTo(v.dictionary()[b]));
    int[] most = Arrays.stream(order).limit(10).mapToInt(i -> counts[i]).toArray();
    String top =
        order.length == 0 || most[0] == 0
            ? ""
            : v.dictionary()[order[0]]
                + " "
                + NumberText.percent((double) most[0] / (v.size() - missing));
    return new ColumnSummary(
        info,
        v.size(),
        missing,
        distinct,
        new double[0],
        Double.NaN,
        Double.NaN,
        Double.NaN,
        most,
        top);
  }
}
