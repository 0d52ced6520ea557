package org.segql.measure;

import org.jspecify.annotations.Nullable;

/// Count, weight, mean and squared deviations of a number. NaN is left out.
///
/// @param count rows with a value and a weight above 0
/// @param weight sum of their weights
/// @param mean weighted; NaN where there is no row
/// @param squares Σ weight × (value − mean)²
public record Moments(long count, double weight, double mean, double squares) {

  public static Moments of(double[] values, double @Nullable [] weights) {
    return bySegment(values, new int[values.length], 1, weights)[0];
  }

  /// @param labels n segments 0..k-1; -1 is left out
  /// @return k moments
  public static Moments[] bySegment(
      double[] values, int[] labels, int k, double @Nullable [] weights) {
    long[] count = new long[k];
    var weight = new Sums(k);
    var sum = new Sums(k);
    for (int i = 0; i < values.length; i++) {
      double w = weights == null ? 1 : weights[i];
      if (labels[i] >= 0 && w > 0 && !Double.isNaN(values[i])) {
        count[labels[i]]++;
        weight.add(labels[i], w);
        sum.add(labels[i], w * values[i]);
      }
    }
    double[] mean = new double[k];
    for (int j = 0; j < k; j++) {
      mean[j] = sum.value(j) / weight.value(j);
    }
    var squares = new Sums(k);
    for (int i = 0; i < values.length; i++) {
      double w = weights == null ? 1 : weights[i];
      if (labels[i] >= 0 && w > 0 && !Double.isNaN(values[i])) {
        double u = values[i] - mean[labels[i]];
        squares.add(labels[i], w * u * u);
      }
    }
    Moments[] moments = new Moments[k];
    for (int j = 0; j < k; j++) {
      moments[j] = new Moments(count[j], weight.value(j), mean[j], squares.value(j));
    }
    return moments;
  }

  /// Of a number that is 1 in `ones` of `count` rows, and 0 in the others.
  public static Moments ofOnes(long ones, long count) {
    double mean = (double) ones / count;
    return new Moments(count, count, mean, count * mean * (1 - mean));
  }

  /// The moments of all rows together.
  public static Moments joined(Moments... parts) {
    long count = 0;
    double weight = 0;
    double sum = 0;
    for (Moments part : parts) {
      if (part.weight > 0) {
        count += part.count;
        weight += part.weight;
        sum += part.weight * part.mean;
      }
    }
    double mean = sum / weight;
    double squares = 0;
    for (Moments part : parts) {
      if (part.weight > 0) {
        double u = part.mean - mean;
        squares += part.squares + part.weight * u * u;
      }
    }
    return new Moments(count, weight, mean, squares);
  }

  /// Sample variance, n − 1 in the denominator, weights scaled to a mean of 1; NaN for fewer than
  /// two rows.
  public double variance() {
    return count < 2 ? Double.NaN : squares * count / weight / (count - 1);
  }

  public double deviation() {
    return Math.sqrt(variance());
  }
}
