package org.segql.measure;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The gap statistic: how much smaller log W(k) is than for data without segments. It is the only
/// measure here that can say k = 1.
///
/// Tibshirani, Walther and Hastie (2001), "Estimating the number of clusters in a data set via the
/// gap statistic", JRSS B 63.
///
/// @param k numbers of segments, ascending, the first of them 1
/// @param gap mean over the references of log W*(k), minus log W(k)
/// @param error s_k = √(1 + 1/B) · sd of log W*(k)
/// @param rise Gap(k) − Gap(1) in its own standard deviations: log W(1)/W(k) of the data against
///   that of each reference set, so that what a set has in common for both k does not count; 0 for
///   k = 1
public record Gap(int[] k, double[] gap, double[] error, double[] rise) {

  /// @param within W(k) of the data
  /// @param reference B arrays of W*(k), one for each reference set
  public static Gap of(int[] k, double[] within, double[][] reference) {
    double[] gap = new double[k.length];
    double[] error = new double[k.length];
    double[] rise = new double[k.length];
    for (int i = 0; i < k.length; i++) {
      int at = i;
      double[] logs = Arrays.stream(reference).mapToDouble(w -> Math.log(w[at])).toArray();
      gap[i] = mean(logs) - Math.log(within[i]);
      error[i] = error(logs);
      double[] falls = Arrays.stream(reference).mapToDouble(w -> Math.log(w[at] / w[0])).toArray();
      rise[i] = i == 0 ? 0 : (gap[i] - gap[0]) / error(falls);
    }
    return new Gap(k, gap, error, rise);
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElse(Double.NaN);
  }

  private static double error(double[] x) {
    double mean = mean(x);
    double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt((1 + 1.0 / x.length) * squares / x.length);
  }

  /// Of consecutive k the smallest with Gap(k) ≥ Gap(k+1) − s_{k+1}; the largest where there is
  /// none.
  public int choice() {
    for (int i = 0; i + 1 < k.length; i++) {
      if (gap[i] >= gap[i + 1] - error[i + 1]) {
        return k[i];
      }
    }
    return k[k.length - 1];
  }

  /// Rows drawn uniformly from the box of the data in the directions of its principal components.
  ///
  /// @param columns d × n
  /// @return d × rows
  public static double[][] reference(double[][] columns, int rows, RandomGenerator random) {
    int d = columns.length;
    double[] mean = new double[d];
    for (int m = 0; m < d; m++) {
      mean[m] = Moments.of(columns[m], null).mean();
    }
    double[][] axes = SymmetricEigen.of(covariance(columns, mean)).vectors();
    double[][] drawn = new double[d][rows];
    for (double[] axis : axes) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < columns[0].length; i++) {
        double at = 0;
        for (int m = 0; m < d; m++) {
          at += (columns[m][i] - mean[m]) * axis[m];
        }
        low = Math.min(low, at);
        high = Math.max(high, at);
      }
      for (int i = 0; i < rows; i++) {
        double at = low + (high - low) * random.nextDouble();
        for (int m = 0; m < d; m++) {
          drawn[m][i] += at * axis[m];
        }
      }
    }
    for (int m = 0; m < d; m++) {
      for (int i = 0; i < rows; i++) {
        drawn[m][i] += mean[m];
      }
    }
    return drawn;
  }

  private static double[][] covariance(double[][] columns, double[] mean) {
    int d = columns.length;
    int n = columns[0].length;
    double[][] covariance = new double[d][d];
    for (int a = 0; a < d; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += (columns[a][i] - mean[a]) * (columns[b][i] - mean[b]);
        }
        covariance[a][b] = sum / n;
        covariance[b][a] = sum / n;
      }
    }
    return covariance;
  }
}
