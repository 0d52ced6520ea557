package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows in single precision: half the memory to read in each iteration, and the same labels
/// (see {@link FloatAssigner}).
final class FloatRows {
  /// Below so many rows the copy costs more than it saves.
  static final int WORTHWHILE = 50_000;

  /// More centroids leave too few bits for the score.
  static final int MAX_K = 16;

  /// The smallest step between two scores may be this part of the mean squared norm of the rows at
  /// most, or too many rows would be in doubt.
  private static final double COARSEST = 0x1p-10;

  /// Larger scores have no room in single precision.
  private static final double LARGEST = 0x1p60;

  private final float[][][] tiles;
  private final double norm;
  private final double meanNorm;

  FloatRows(Matrix data, Workers workers) {
    tiles = new float[data.tiles()][][];
    double[] largest = new double[workers.threads()];
    double[] tileNorms = new double[data.tiles()];
    workers.run(
        data.tiles(),
        16,
        (worker, from, to) -> {
          double[] norms = new double[Matrix.TILE];
          for (int t = from; t < to; t++) {
            copy(data, t, norms);
            double sum = 0;
            for (int i = 0; i < data.rowsOf(t); i++) {
              largest[worker] = Math.max(largest[worker], norms[i]);
              sum += norms[i];
            }
            tileNorms[t] = sum;
          }
        });
    double max = 0;
    for (double value : largest) {
      max = Math.max(max, value);
    }
    norm = max;
    double sum = 0;
    for (double value : tileNorms) {
      sum += value;
    }
    meanNorm = sum / data.rows();
  }

  private void copy(Matrix data, int t, double[] norms) {
    double[][] tile = data.tile(t);
    int n = data.rowsOf(t);
    Arrays.fill(norms, 0, n, 0);
    tiles[t] = new float[tile.length][n];
    for (int m = 0; m < tile.length; m++) {
      Kernel.square(norms, n, tile[m], 0);
      for (int i = 0; i < n; i++) {
        tiles[t][m][i] = (float) tile[m][i];
      }
    }
  }

  float[][] tile(int t) {
    return tiles[t];
  }

  /// null where single precision is too coarse for these centroids.
  ///
  /// @param exact what decides where single precision cannot
  @Nullable FloatAssigner assigner(double[][] centroids, Assigner exact) {
    double largest = 0;
    for (double[] centroid : centroids) {
      double squared = 0;
      for (double c : centroid) {
        squared += c * c;
      }
      largest = Math.max(largest, squared);
    }
    double range = largest + 2 * Math.sqrt(largest * norm);
    var scale = FloatKeyScale.of(range, centroids.length);
    return range > LARGEST || scale.unit() > COARSEST * meanNorm
        ? null
        : new FloatAssigner(centroids, scale, range, exact);
  }
}
