package org.segql.measure;

import java.util.SplittableRandom;

/// The Hopkins statistic, Σu^d / (Σu^d + Σw^d): u the distance of a random point of the data's box
/// from the nearest row, w that of a random row from the nearest other row. About .5 where the rows
/// lie at random, above .75 where they can be segmented, below .5 where they lie regularly.
///
/// Hopkins and Skellam (1954), "A new method for determining the type of distribution of plant
/// individuals", Annals of Botany 18; with the exponent d: Cross and Jain (1982).
public final class Hopkins {
  private static final int ROWS = 5_000;
  private static final int PROBES = 250;

  private Hopkins() {}

  /// On at most 5,000 rows with a tenth of them, at most 250, as probes.
  ///
  /// @param columns d × n
  /// @return 0..1; NaN for fewer than 10 rows
  public static double of(double[][] columns, long seed) {
    int[] order = RowOrder.sorted(RowOrder.hashes(columns, seed));
    int n = Math.min(ROWS, order.length);
    if (n < 10) {
      return Double.NaN;
    }
    int d = columns.length;
    double[][] rows = new double[n][d];
    double[] low = new double[d];
    double[] high = new double[d];
    for (int m = 0; m < d; m++) {
      low[m] = Double.POSITIVE_INFINITY;
      high[m] = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        double value = columns[m][order[i]];
        rows[i][m] = value;
        low[m] = Math.min(low[m], value);
        high[m] = Math.max(high[m], value);
      }
    }
    var random = new SplittableRandom(seed);
    int probes = Math.min(PROBES, Math.max(1, n / 10));
    double u = 0;
    double w = 0;
    double[] point = new double[d];
    for (int p = 0; p < probes; p++) {
      for (int m = 0; m < d; m++) {
        point[m] = low[m] + (high[m] - low[m]) * random.nextDouble();
      }
      u += Math.pow(nearest(rows, point, -1), d / 2.0);
      // The order is random already: the first rows are as good as any.
      w += Math.pow(nearest(rows, rows[p], p), d / 2.0);
    }
    return u + w > 0 ? u / (u + w) : Double.NaN;
  }

  private static double nearest(double[][] rows, double[] point, int except) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows.length; i++) {
      if (i != except) {
        double squared = 0;
        for (int m = 0; m < point.length; m++) {
          double v = rows[i][m] - point[m];
          squared += v * v;
        }
        best = Math.min(best, squared);
      }
    }
    return best;
  }
}
