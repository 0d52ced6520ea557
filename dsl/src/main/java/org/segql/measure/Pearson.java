package org.segql.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Pearson's correlation, in one pass: Welford (1962), "Note on a method for calculating corrected
/// sums of squares and products", Technometrics 4.
public final class Pearson {
  private Pearson() {}

  /// Over the pairs in which both are numbers; NaN where one of them does not vary.
  public static double of(double[] x, double[] y) {
    return of(x, y, null);
  }

  /// The same of some rows alone, weighted.
  ///
  /// @param rows places in the other arrays
  /// @param weights one a row of x and y, or null; a row with 0 takes no part
  public static double ofRows(int[] rows, double[] x, double[] y, double @Nullable [] weights) {
    return of(at(rows, x), at(rows, y), weights == null ? null : at(rows, weights));
  }

  private static double[] at(int[] rows, double[] values) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  private static double of(double[] x, double[] y, double @Nullable [] weights) {
    double weight = 0;
    double meanX = 0;
    double meanY = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double w = weights == null ? 1 : weights[i];
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i]) && w > 0) {
        weight += w;
        double dx = x[i] - meanX;
        double dy = y[i] - meanY;
        meanX += w / weight * dx;
        meanY += w / weight * dy;
        xx += w * dx * (x[i] - meanX);
        yy += w * dy * (y[i] - meanY);
        xy += w * dx * (y[i] - meanY);
      }
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }
}
