package org.segql.measure;

import java.util.stream.IntStream;

/// Holm's adjustment of p values for several tests.
///
/// Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
/// Statistics 6.
public final class Holm {
  private Holm() {}

  /// The adjusted values in the given order; NaN stays and does not count as a test.
  public static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted((a, b) -> Double.compare(p[a], p[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = p.clone();
    double least = 0;
    for (int i = 0; i < order.length; i++) {
      least = Math.max(least, Math.min(1, p[order[i]] * (order.length - i)));
      adjusted[order[i]] = least;
    }
    return adjusted;
  }
}
