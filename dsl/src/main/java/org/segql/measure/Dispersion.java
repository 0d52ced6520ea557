package org.segql.measure;

import org.jspecify.annotations.Nullable;

/// How the squared distances of a segmentation divide into within and between, and the indices made
/// of them. Rows of noise (-1) are left out.
///
/// @param centroids k × d means
/// @param weights k sums of row weights
/// @param within k sums of weight × squared distance from the centroid
/// @param scatter k weighted mean distances (not squared) from the centroid
/// @param between Σ over segments of weight × squared distance of its centroid from the mean of all
public record Dispersion(
    double[][] centroids, double[] weights, double[] within, double[] scatter, double between) {

  /// @param columns d × n
  /// @param labels n numbers 0..k-1, or -1
  /// @param rowWeights n, or null
  public static Dispersion of(
      double[][] columns, int[] labels, int k, double @Nullable [] rowWeights) {
    int d = columns.length;
    var total = new Sums(k);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        total.add(labels[i], weight(rowWeights, i));
      }
    }
    double[] weights = total.values();
    double[][] centroids = new double[k][d];
    for (int m = 0; m < d; m++) {
      var sums = new Sums(k);
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] >= 0) {
          sums.add(labels[i], weight(rowWeights, i) * columns[m][i]);
        }
      }
      for (int j = 0; j < k; j++) {
        centroids[j][m] = sums.value(j) / weights[j];
      }
    }
    var within = new Sums(k);
    var scatter = new Sums(k);
    for (int i = 0; i < labels.length; i++) {
      int j = labels[i];
      if (j >= 0) {
        double squared = 0;
        for (int m = 0; m < d; m++) {
          double u = columns[m][i] - centroids[j][m];
          squared = Math.fma(u, u, squared);
        }
        within.add(j, weight(rowWeights, i) * squared);
        scatter.add(j, weight(rowWeights, i) * Math.sqrt(squared));
      }
    }
    double[] means = scatter.values();
    for (int j = 0; j < k; j++) {
      means[j] /= weights[j];
    }
    return new Dispersion(centroids, weights, within.values(), means, between(centroids, weights));
  }

  private static double between(double[][] centroids, double[] weights) {
    double between = 0;
    for (int m = 0; m < centroids[0].length; m++) {
      double sum = 0;
      double weight = 0;
      for (int j = 0; j < weights.length; j++) {
        if (weights[j] > 0) {
          sum += weights[j] * centroids[j][m];
          weight += weights[j];
        }
      }
      for (int j = 0; j < weights.length; j++) {
        if (weights[j] > 0) {
          double u = centroids[j][m] - sum / weight;
          between += weights[j] * u * u;
        }
      }
    }
    return between;
  }

  private static double weight(double @Nullable [] weights, int i) {
    return weights == null ? 1 : weights[i];
  }

  /// The within-cluster sum of squares.
  public double withinTotal() {
    double sum = 0;
    for (double part : within) {
      sum += part;
    }
    return sum;
  }

  /// Between / (between + within), the share of the squared distances that the segments explain;
  /// NaN where all rows are equal.
  public double betweenToTotal() {
    return between / (between + withinTotal());
  }

  /// [B/(k−1)] / [W/(n−k)], large is good; NaN for one segment. n is the sum of weights.
  ///
  /// Caliński and Harabasz (1974), "A dendrite method for cluster analysis", Communications in
  /// Statistics 3(1).
  public double calinskiHarabasz() {
    int k = filled();
    double n = 0;
    for (double weight : weights) {
      n += weight;
    }
    return k < 2 || n <= k ? Double.NaN : between / (k - 1) / (withinTotal() / (n - k));
  }

  /// Mean over segments of the worst (s_i + s_j) / |c_i − c_j|, small is good; NaN for one segment.
  ///
  /// Davies and Bouldin (1979), "A cluster separation measure", IEEE PAMI 1(2).
  public double daviesBouldin() {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double worst = 0;
      for (int j = 0; j < weights.length && weights[i] > 0; j++) {
        if (i != j && weights[j] > 0) {
          double squared = 0;
          for (int m = 0; m < centroids[i].length; m++) {
            double u = centroids[i][m] - centroids[j][m];
            squared += u * u;
          }
          worst = Math.max(worst, (scatter[i] + scatter[j]) / Math.sqrt(squared));
        }
      }
      sum += worst;
    }
    int k = filled();
    return k < 2 ? Double.NaN : sum / k;
  }

  private int filled() {
    int k = 0;
    for (double weight : weights) {
      k += weight > 0 ? 1 : 0;
    }
    return k;
  }
}
