package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows in single precision, for the iterations that only have to come near the optimum. Labels
/// found with them may be wrong where two centroids are equally near to about 2^-18 of the range of
/// all scores; {@link Lloyd} ends in double precision.
final class FloatRows {
  /// Below so many rows the copy costs more than it saves.
  static final int WORTHWHILE = 50_000;

  /// More centroids leave too few bits for the score.
  static final int MAX_K = 16;

  /// The smallest step between two scores may be this part of the mean squared norm of the rows at
  /// most.
  private static final double COARSEST = 0x1p-10;

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
  @Nullable FloatAssigner assigner(double[][] centroids) {
    double largest = 0;
    for (double[] centroid : centroids) {
      double squared = 0;
      for (double c : centroid) {
        squared += c * c;
      }
      largest = Math.max(largest, squared);
    }
    var scale = FloatKeyScale.of(largest + 2 * Math.sqrt(largest * norm), centroids.length);
    return scale.unit() > COARSEST * meanNorm ? null : new FloatAssigner(centroids, scale);
  }
}
