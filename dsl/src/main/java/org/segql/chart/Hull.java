package org.segql.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.segql.measure.Quantiles;

/// The outline of points.
final class Hull {
  private static final double KEPT = 0.95;

  private Hull() {}

  /// The convex hull (Andrew 1979, the monotone chain) of the 95% of points nearest to their
  /// middle, as corners {x, y}; none for fewer than three points.
  static double[][] of(double[] x, double[] y) {
    int n = x.length;
    if (n < 3) {
      return new double[0][];
    }
    double midX = median(x);
    double midY = median(y);
    double spreadX = Math.max(1e-12, spread(x, midX));
    double spreadY = Math.max(1e-12, spread(y, midY));
    int keep = n < 20 ? n : (int) Math.ceil(n * KEPT);
    double[][] points =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer i) ->
                        square((x[i] - midX) / spreadX) + square((y[i] - midY) / spreadY)))
            .limit(keep)
            .map(i -> new double[] {x[i], y[i]})
            .sorted(Comparator.comparingDouble((double[] p) -> p[0]).thenComparingDouble(p -> p[1]))
            .toArray(double[][]::new);
    double[][] chain = new double[2 * points.length][];
    int size = 0;
    for (double[] point : points) {
      size = added(chain, size, 0, point);
    }
    int lower = size - 1;
    for (int i = points.length - 2; i >= 0; i--) {
      size = added(chain, size, lower, points[i]);
    }
    return Arrays.copyOf(chain, Math.max(0, size - 1));
  }

  private static int added(double[][] chain, int size, int floor, double[] point) {
    int end = size;
    while (end >= floor + 2 && cross(chain[end - 2], chain[end - 1], point) <= 0) {
      end--;
    }
    chain[end] = point;
    return end + 1;
  }

  private static double cross(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  private static double median(double[] values) {
    return Quantiles.ofSorted(Numbers.sorted(values), 0.5);
  }

  private static double spread(double[] values, double middle) {
    return Arrays.stream(values).map(v -> Math.abs(v - middle)).average().orElse(1);
  }

  private static double square(double x) {
    return x * x;
  }
}
