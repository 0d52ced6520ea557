package org.segql.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.segql.measure.Quantiles;

/// The bins of a histogram.
///
/// @param edges ascending, one more than there are bins
record Bins(double[] edges) {
  private static final int MOST = 60;

  /// Bins of a round width near that of Freedman and Diaconis (1981), 2 IQR n^(-1/3); where half of
  /// the values are equal, of Scott (1979), 3.49 s n^(-1/3). Whole numbers of a narrow range get a
  /// bin each.
  ///
  /// @param ascending finite values, at least one
  /// @param wanted how many bins; 0: as above
  static Bins of(double[] ascending, int wanted) {
    int n = ascending.length;
    double min = ascending[0];
    double max = ascending[n - 1];
    double range = max - min;
    if (range == 0) {
      double half = min == Math.rint(min) ? 0.5 : Math.max(Math.abs(min) * 0.05, 1e-9);
      return new Bins(new double[] {min - half, min + half});
    }
    if (Double.isInfinite(range)) {
      return new Bins(new double[] {min, 0, max}); // from -1e308 to 1e308: no width is a number
    }
    boolean whole = Arrays.stream(ascending).allMatch(v -> v == Math.rint(v));
    if (wanted == 0 && whole && range <= 24) {
      return spaced(min - 0.5, max, 1);
    }
    double width =
        wanted > 0 ? range / wanted : Math.clamp(width(ascending), range / MOST, range / 5);
    if (wanted > 0) {
      double[] edges = IntStream.rangeClosed(0, wanted).mapToDouble(i -> min + i * width).toArray();
      edges[wanted] = max;
      return new Bins(edges);
    }
    double nice = nice(width);
    if (whole) {
      nice = Math.max(1, Math.rint(nice));
    }
    return spaced(Math.floor(min / nice + 1e-9) * nice, max, nice);
  }

  /// Bins of equal width on a logarithmic scale.
  static Bins logarithmic(double[] ascending, int wanted) {
    double[] logs = Arrays.stream(ascending).map(Math::log10).toArray();
    return new Bins(Arrays.stream(of(logs, wanted).edges).map(e -> Math.pow(10, e)).toArray());
  }

  /// Bins of whole days, weeks, months, quarters or years, whichever is nearest to the width of
  /// {@link #of}.
  ///
  /// @param ascending days since 1970-01-01
  static Bins calendar(double[] ascending) {
    double min = Math.floor(ascending[0]);
    double max = ascending[ascending.length - 1];
    double width = Math.max(width(ascending), (max - min) / MOST);
    if (width < 20) {
      return spaced(min, max, width < 4 ? 1 : 7);
    }
    int months = width < 46 ? 1 : width < 140 ? 3 : 12;
    List<Double> edges = new ArrayList<>();
    LocalDate first = LocalDate.ofEpochDay((long) min).withDayOfMonth(1);
    LocalDate edge =
        months == 12
            ? first.withDayOfYear(1)
            : first.withMonth((first.getMonthValue() - 1) / months * months + 1);
    while (edges.size() < 2 || edges.getLast() <= max) {
      edges.add((double) edge.toEpochDay());
      edge = edge.plusMonths(months);
    }
    return new Bins(edges.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Bins spaced(double first, double max, double width) {
    int count = (int) Math.max(1, Math.floor((max - first) / width + 1e-9) + 1);
    if (count > 1 && first + (count - 1) * width >= max - width * 1e-9) {
      count--;
    }
    return new Bins(IntStream.rangeClosed(0, count).mapToDouble(i -> first + i * width).toArray());
  }

  private static double width(double[] ascending) {
    double root = Math.cbrt(ascending.length);
    double iqr = Quantiles.ofSorted(ascending, 0.75) - Quantiles.ofSorted(ascending, 0.25);
    if (iqr > 0) {
      return 2 * iqr / root;
    }
    double mean = Numbers.mean(ascending);
    double variance =
        Arrays.stream(ascending).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return 3.49 * Math.sqrt(variance) / root;
  }

  /// The nearest of 1, 2, 2.5 and 5 times a power of ten.
  private static double nice(double width) {
    double power = Math.pow(10, Math.floor(Math.log10(width)));
    double lead = width / power;
    double nice = lead < 1.4 ? 1 : lead < 2.2 ? 2 : lead < 3.5 ? 2.5 : lead < 7 ? 5 : 10;
    return nice * power;
  }

  int count() {
    return edges.length - 1;
  }

  /// How many values lie in each bin; a value on an edge belongs to the bin above it, the greatest
  /// to the last.
  double[] counts(double[] values) {
    double[] counts = new double[count()];
    for (double value : values) {
      if (value < edges[0] || value > edges[count()] || Double.isNaN(value)) {
        continue;
      }
      int at = Arrays.binarySearch(edges, value);
      counts[Math.min(count() - 1, at >= 0 ? at : -at - 2)]++;
    }
    return counts;
  }

  double[] middles() {
    return IntStream.range(0, count()).mapToDouble(i -> (edges[i] + edges[i + 1]) / 2).toArray();
  }

  double[] widths() {
    return IntStream.range(0, count()).mapToDouble(i -> edges[i + 1] - edges[i]).toArray();
  }
}
