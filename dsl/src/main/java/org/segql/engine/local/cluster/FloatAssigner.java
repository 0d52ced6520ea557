package org.segql.engine.local.cluster;

import java.util.Arrays;

/// {@link Assigner} in single precision, with the same labels: where the best two centroids are so
/// near to each other that single precision cannot tell which is the nearer, it asks the exact one.
final class FloatAssigner {
  /// Where one row in so many is in doubt, all are asked again together.
  private static final int MANY = 8;

  private final int k;
  private final int d;
  private final float[] weights;
  private final float[] norms;
  private final FloatKeyScale scale;
  private final Assigner exact;
  private final float margin;

  /// Room for the rows of a tile.
  static final class Room {
    private final float[] key = new float[Matrix.TILE];
    private final float[] second = new float[Matrix.TILE];
    private final float[] partial = new float[Matrix.TILE];
  }

  /// @param range no score is larger than this in absolute value
  FloatAssigner(double[][] centroids, FloatKeyScale scale, double range, Assigner exact) {
    this.k = centroids.length;
    this.d = centroids[0].length;
    this.exact = exact;
    // A score of d terms is wrong by (d + 4) roundings of the range at most, and by half a unit.
    this.margin = (float) (2 * (d + 4) * 0x1p-24 * range + 2 * scale.unit());
    this.weights = new float[k * d];
    this.norms = new float[k];
    this.scale = scale;
    for (int j = 0; j < k; j++) {
      double squared = 0;
      for (int m = 0; m < d; m++) {
        double c = centroids[j][m];
        weights[j * d + m] = (float) (-2 * c);
        squared += c * c;
      }
      norms[j] = (float) squared;
    }
  }

  /// Puts the number of each row's nearest centroid into `labels`.
  ///
  /// @param tile the rows in double precision
  /// @param floats the same rows in single precision
  void labels(
      double[][] tile, float[][] floats, int n, int[] labels, Room room, Assigner.Room wide) {
    Arrays.fill(room.key, 0, n, Float.MAX_VALUE);
    Arrays.fill(room.second, 0, n, Float.MAX_VALUE);
    for (int j = 0; j < k; j++) {
      float label = j * scale.step();
      scores(floats, n, room.partial, j);
      FloatKernel.second(room.second, n, room.key, room.partial, scale.magic(), label);
      FloatKernel.key(room.key, n, room.partial, scale.magic(), label);
    }
    int doubtful = 0;
    for (int i = 0; i < n; i++) {
      doubtful += room.second[i] - room.key[i] <= margin ? 1 : 0;
    }
    if (doubtful > n / MANY) {
      exact.labels(tile, n, labels, wide);
      return;
    }
    read(room.key, n, scale.reader(), scale.mask(), labels);
    for (int i = 0; doubtful > 0; i++) {
      if (room.second[i] - room.key[i] <= margin) {
        labels[i] = exact.label(tile, i);
        doubtful--;
      }
    }
  }

  private static void read(float[] key, int n, float reader, int mask, int[] labels) {
    for (int i = 0; i < n; i++) {
      labels[i] = Float.floatToRawIntBits(key[i] + reader) & mask;
    }
  }

  private void scores(float[][] tile, int n, float[] partial, int j) {
    int o = j * d;
    int g = d % 4 == 0 ? 4 : d % 4;
    float[] w = weights;
    switch (g) {
      case 1 -> FloatKernel.first(partial, n, tile[0], norms[j], w[o]);
      case 2 -> FloatKernel.first(partial, n, tile[0], tile[1], norms[j], w[o], w[o + 1]);
      case 3 ->
          FloatKernel.first(
              partial, n, tile[0], tile[1], tile[2], norms[j], w[o], w[o + 1], w[o + 2]);
      default -> FloatKernel.first(partial, n, tile, 0, norms[j], w, o);
    }
    for (; g < d; g += 4) {
      FloatKernel.more(partial, n, tile, g, w, o + g);
    }
  }
}
