package org.segql.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Pearson's correlation, in two passes with compensated sums, so that the order of the pairs does
/// not show.
public final class Pearson {
  private Pearson() {}

  /// Over the pairs in which both are numbers; NaN where one of them does not vary.
  public static double of(double[] x, double[] y) {
    return of(x, y, null);
  }

  /// The same of some rows alone, weighted, for few rows among many.
  ///
  /// @param rows places in the other arrays
  /// @param weights one a row of x and y, or null; a row with 0 takes no part
  public static double ofRows(int[] rows, double[] x, double[] y, double @Nullable [] weights) {
    return of(at(rows, x), at(rows, y), weights == null ? null : at(rows, weights));
  }

  private static double[] at(int[] rows, double[] values) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  /// The same with weights.
  ///
  /// @param weights one a pair, or null; a pair with 0 takes no part
  public static double of(double[] x, double[] y, double @Nullable [] weights) {
    var weight = new Sum();
    var sumX = new Sum();
    var sumY = new Sum();
    for (int i = 0; i < x.length; i++) {
      double w = weightOf(i, x, y, weights);
      if (w > 0) {
        weight.add(w);
        sumX.add(w * x[i]);
        sumY.add(w * y[i]);
      }
    }
    double meanX = sumX.value() / weight.value();
    double meanY = sumY.value() / weight.value();
    var squaresX = new Sum();
    var squaresY = new Sum();
    var products = new Sum();
    for (int i = 0; i < x.length; i++) {
      double w = weightOf(i, x, y, weights);
      if (w > 0) {
        double dx = x[i] - meanX;
        double dy = y[i] - meanY;
        squaresX.add(w * dx * dx);
        squaresY.add(w * dy * dy);
        products.add(w * dx * dy);
      }
    }
    double xx = squaresX.value();
    double yy = squaresY.value();
    return xx > 0 && yy > 0 ? products.value() / Math.sqrt(xx * yy) : Double.NaN;
  }

  /// 0 where a value is missing.
  private static double weightOf(int i, double[] x, double[] y, double @Nullable [] weights) {
    return Double.isNaN(x[i]) || Double.isNaN(y[i]) ? 0 : weights == null ? 1 : weights[i];
  }
}
