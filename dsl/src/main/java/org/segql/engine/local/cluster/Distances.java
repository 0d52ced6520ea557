package org.segql.engine.local.cluster;

import java.util.Arrays;

/// Euclidean distances between rows and to the nearest of several centroids, exactly as a single
/// new row would be scored.
final class Distances {
  private Distances() {}

  static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int m = 0; m < a.length; m++) {
      double u = a[m] - b[m];
      sum = Math.fma(u, u, sum);
    }
    return sum;
  }

  /// How far each row is from the centroid of its own segment.
  ///
  /// @param labels n numbers 0..k-1, or -1
  /// @return n distances; NaN where a row belongs to no segment
  static double[] own(Matrix rows, int[] labels, double[][] centroids) {
    double[] distances = new double[labels.length];
    double[] row = new double[rows.columns()];
    for (int i = 0; i < labels.length; i++) {
      rows.row(i, row);
      distances[i] = labels[i] < 0 ? Double.NaN : Math.sqrt(squared(row, centroids[labels[i]]));
    }
    return distances;
  }

  /// The nearest centroid of each row of a matrix.
  ///
  /// @param labels n numbers 0..k-1; of equally near centroids the first
  /// @param squared n squared distances
  record Nearest(int[] labels, double[] squared) {}

  static Nearest nearest(Matrix data, double[][] centroids, Workers workers) {
    int[] labels = new int[data.rows()];
    double[] best = new double[data.rows()];
    workers.run(
        data.tiles(),
        16,
        (_, from, to) -> {
          double[] sum = new double[Matrix.TILE];
          for (int t = from; t < to; t++) {
            tile(data, t, centroids, sum, labels, best);
          }
        });
    return new Nearest(labels, best);
  }

  private static void tile(
      Matrix data, int t, double[][] centroids, double[] sum, int[] labels, double[] best) {
    double[][] tile = data.tile(t);
    int n = data.rowsOf(t);
    int offset = t * Matrix.TILE;
    Arrays.fill(best, offset, offset + n, Double.POSITIVE_INFINITY);
    for (int j = 0; j < centroids.length; j++) {
      Arrays.fill(sum, 0, n, 0);
      for (int m = 0; m < tile.length; m++) {
        Kernel.square(sum, n, tile[m], centroids[j][m]);
      }
      for (int i = 0; i < n; i++) {
        if (sum[i] < best[offset + i]) {
          best[offset + i] = sum[i];
          labels[offset + i] = j;
        }
      }
    }
  }
}
