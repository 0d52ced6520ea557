package org.segql.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Quantiles of a number, NaN left out. Without weights by linear interpolation between the order
/// statistics (type 7 of Hyndman and Fan 1996, "Sample quantiles in statistical packages"); with
/// weights the same on the cumulated weights, which gives type 7 where all weights are equal.
public final class Quantiles {
  private Quantiles() {}

  public static double median(double[] values, double @Nullable [] weights) {
    return of(values, weights, 0.5)[0];
  }

  /// @param p probabilities 0..1
  /// @return a quantile for each; NaN where there is no value
  public static double[] of(double[] values, double @Nullable [] weights, double... p) {
    return weights == null ? plain(values, p) : weighted(values, weights, p);
  }

  private static double[] plain(double[] values, double[] p) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double[] quantiles = new double[p.length];
    for (int q = 0; q < p.length; q++) {
      quantiles[q] = ofSorted(sorted, p[q]);
    }
    return quantiles;
  }

  /// Of values in ascending order, none NaN.
  public static double ofSorted(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int low = (int) Math.floor(at);
    return sorted.length == 0
        ? Double.NaN
        : between(sorted[low], sorted[Math.min(low + 1, sorted.length - 1)], at - low);
  }

  /// Row i of the sorted rows covers the stretch from the weights before it to those plus its own;
  /// the quantile p lies at p × (all − the mean weight) of the starts.
  private static double[] weighted(double[] values, double[] weights, double[] p) {
    int[] rows = new int[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i]) && weights[i] > 0) {
        rows[n++] = i;
      }
    }
    double[] quantiles = new double[p.length];
    if (n == 0) {
      Arrays.fill(quantiles, Double.NaN);
      return quantiles;
    }
    // Equal values in the order of their weights, so that the order of the rows does not show.
    int[] order = IndexSort.ascending(values, IndexSort.ascending(weights, Arrays.copyOf(rows, n)));
    double[] start = new double[n];
    for (int i = 1; i < n; i++) {
      start[i] = start[i - 1] + (weights[order[i - 1]] + weights[order[i]]) / 2;
    }
    for (int q = 0; q < p.length; q++) {
      double at = p[q] * start[n - 1];
      int found = Arrays.binarySearch(start, at);
      int low = Math.clamp(found >= 0 ? found : -found - 2, 0, n - 1);
      int high = Math.min(low + 1, n - 1);
      double width = start[high] - start[low];
      double share = width > 0 ? (at - start[low]) / width : 0;
      quantiles[q] = between(values[order[low]], values[order[high]], share);
    }
    return quantiles;
  }

  /// Interpolates so that equal ends give just that value.
  private static double between(double low, double high, double share) {
    return low + (high - low) * share;
  }
}
