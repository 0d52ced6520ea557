package org.segql.engine.local.cluster;

import java.util.Arrays;

/// The nearest of k centroids for the rows of a tile, by {@link Kernel}. Two centroids whose
/// distances differ by less than about 2^-40 of the range of all scores count as equally near; the
/// lower number is taken.
final class Assigner {
  private final int k;
  private final int d;
  private final double[] weights;
  private final double[] norms;
  private final KeyScale scale;

  /// @param norm an upper bound of |x|² over all rows
  Assigner(double[][] centroids, double norm) {
    k = centroids.length;
    d = centroids[0].length;
    weights = new double[k * d];
    norms = new double[k];
    double largest = 0;
    for (int j = 0; j < k; j++) {
      for (int m = 0; m < d; m++) {
        double c = centroids[j][m];
        weights[j * d + m] = -2 * c;
        norms[j] += c * c;
      }
      largest = Math.max(largest, norms[j]);
    }
    scale = KeyScale.of(largest + 2 * Math.sqrt(largest) * Math.sqrt(norm), k);
  }

  /// Room for the rows of a tile.
  static final class Room {
    private final double[] key = new double[Matrix.TILE];
    private final double[] partial = new double[Matrix.TILE];
  }

  /// Puts the number of each row's nearest centroid into `labels`.
  void labels(double[][] tile, int n, int[] labels, Room room) {
    keys(tile, n, room.key, room.partial);
    read(room.key, n, scale.reader(), scale.mask(), labels);
  }

  /// The same for one row, to the last bit: the terms are added in the order of {@link Kernel}.
  int label(double[][] tile, int row) {
    double key = Double.MAX_VALUE;
    for (int j = 0; j < k; j++) {
      double score = norms[j];
      for (int end = d % 4 == 0 ? 4 : d % 4; end <= d; end += 4) {
        for (int m = end - 1; m >= Math.max(0, end - 4); m--) {
          score = Math.fma(tile[m][row], weights[j * d + m], score);
        }
      }
      key = Math.min(key, score + scale.magic() - scale.magic() + j * scale.step());
    }
    return (int) (Double.doubleToRawLongBits(key + scale.reader()) & scale.mask());
  }

  private static void read(double[] key, int n, double reader, long mask, int[] labels) {
    for (int i = 0; i < n; i++) {
      labels[i] = (int) (Double.doubleToRawLongBits(key[i] + reader) & mask);
    }
  }

  private void keys(double[][] tile, int n, double[] key, double[] partial) {
    Arrays.fill(key, 0, n, Double.MAX_VALUE);
    for (int j = 0; j < k; j++) {
      double label = j * scale.step();
      switch (d) {
        case 1 -> Kernel.only1(key, n, tile[0], norms[j], weights[j], scale.magic(), label);
        case 2 ->
            Kernel.only2(
                key,
                n,
                tile[0],
                tile[1],
                norms[j],
                weights[2 * j],
                weights[2 * j + 1],
                scale.magic(),
                label);
        case 3 -> Kernel.only3(key, n, tile, norms[j], weights, 3 * j, scale.magic(), label);
        case 4 -> Kernel.only4(key, n, tile, norms[j], weights, 4 * j, scale.magic(), label);
        default -> many(tile, n, key, partial, j, label);
      }
    }
  }

  /// More than four columns: the odd ones first, then four at a time, the last four together with
  /// the minimum.
  private void many(double[][] tile, int n, double[] key, double[] partial, int j, double label) {
    int o = j * d;
    int g = d % 4 == 0 ? 4 : d % 4;
    double[] w = weights;
    switch (g) {
      case 1 -> Kernel.first(partial, n, tile[0], norms[j], w[o]);
      case 2 -> Kernel.first(partial, n, tile[0], tile[1], norms[j], w[o], w[o + 1]);
      case 3 ->
          Kernel.first(partial, n, tile[0], tile[1], tile[2], norms[j], w[o], w[o + 1], w[o + 2]);
      default -> Kernel.first(partial, n, tile, 0, norms[j], w, o);
    }
    for (; g < d - 4; g += 4) {
      Kernel.more(partial, n, tile, g, w, o + g);
    }
    Kernel.last4(key, n, partial, tile, g, w, o + g, scale.magic(), label);
  }
}
