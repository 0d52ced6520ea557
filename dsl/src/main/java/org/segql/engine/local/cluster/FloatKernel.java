package org.segql.engine.local.cluster;

/// {@link Kernel} in single precision: twice as many rows in a vector, half the memory to read.
final class FloatKernel {
  private FloatKernel() {}

  static void first(float[] p, int n, float[] a, float z, float pa) {
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, z);
    }
  }

  static void first(float[] p, int n, float[] a, float[] b, float z, float pa, float pb) {
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, Math.fma(b[i], pb, z));
    }
  }

  static void first(
      float[] p, int n, float[] a, float[] b, float[] c, float z, float pa, float pb, float pc) {
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, z)));
    }
  }

  static void first(float[] p, int n, float[][] x, int g, float z, float[] w, int o) {
    float[] a = x[g];
    float[] b = x[g + 1];
    float[] c = x[g + 2];
    float[] d = x[g + 3];
    float pa = w[o];
    float pb = w[o + 1];
    float pc = w[o + 2];
    float pd = w[o + 3];
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, Math.fma(d[i], pd, z))));
    }
  }

  static void more(float[] p, int n, float[][] x, int g, float[] w, int o) {
    float[] a = x[g];
    float[] b = x[g + 1];
    float[] c = x[g + 2];
    float[] d = x[g + 3];
    float pa = w[o];
    float pb = w[o + 1];
    float pc = w[o + 2];
    float pd = w[o + 3];
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, Math.fma(d[i], pd, p[i]))));
    }
  }

  /// The smallest key so far. To be called after {@link #second}.
  static void key(float[] key, int n, float[] p, float magic, float label) {
    for (int i = 0; i < n; i++) {
      key[i] = Math.min(key[i], p[i] + magic - magic + label);
    }
  }

  /// The second smallest key so far.
  static void second(float[] second, int n, float[] key, float[] p, float magic, float label) {
    for (int i = 0; i < n; i++) {
      second[i] = Math.min(second[i], Math.max(key[i], p[i] + magic - magic + label));
    }
  }
}
