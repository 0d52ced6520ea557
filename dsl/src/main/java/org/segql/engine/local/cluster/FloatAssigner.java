package org.segql.engine.local.cluster;

import java.util.Arrays;

/// {@link Assigner} in single precision.
final class FloatAssigner {
  private final int k;
  private final int d;
  private final float[] weights;
  private final float[] norms;
  private final FloatKeyScale scale;

  FloatAssigner(double[][] centroids, FloatKeyScale scale) {
    this.k = centroids.length;
    this.d = centroids[0].length;
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

  /// Puts the number of each row's nearest centroid into `labels`; the other two arrays are room.
  void labels(float[][] tile, int n, int[] labels, float[] key, float[] partial) {
    Arrays.fill(key, 0, n, Float.MAX_VALUE);
    for (int j = 0; j < k; j++) {
      scores(tile, n, partial, j);
      FloatKernel.key(key, n, partial, scale.magic(), j * scale.step());
    }
    read(key, n, scale.reader(), scale.mask(), labels);
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
