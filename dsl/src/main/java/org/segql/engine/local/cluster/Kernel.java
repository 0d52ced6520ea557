package org.segql.engine.local.cluster;

/// The innermost loops over the rows of a tile. Each writes one array and uses the loop variable as
/// its only index, because that is what C2 turns into vector instructions (fma and min included;
/// two written arrays, a compare-and-select or a packed long are not).
///
/// The score of a row x for a centroid c is |c|² − 2 x·c, the squared distance without |x|², which
/// is the same for all centroids. To know the best centroid as well as the best score in one `min`,
/// a score is rounded to whole units (adding and taking away `magic`) and the centroid's number is
/// added in fractions of a unit. See {@link KeyScale}.
final class Kernel {
  private Kernel() {}

  static void first(double[] p, int n, double[] a, double z, double pa) {
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, z);
    }
  }

  static void first(double[] p, int n, double[] a, double[] b, double z, double pa, double pb) {
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, Math.fma(b[i], pb, z));
    }
  }

  static void first(
      double[] p,
      int n,
      double[] a,
      double[] b,
      double[] c,
      double z,
      double pa,
      double pb,
      double pc) {
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, z)));
    }
  }

  static void first(double[] p, int n, double[][] x, int g, double z, double[] w, int o) {
    double[] a = x[g];
    double[] b = x[g + 1];
    double[] c = x[g + 2];
    double[] d = x[g + 3];
    double pa = w[o];
    double pb = w[o + 1];
    double pc = w[o + 2];
    double pd = w[o + 3];
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, Math.fma(d[i], pd, z))));
    }
  }

  static void more(double[] p, int n, double[][] x, int g, double[] w, int o) {
    double[] a = x[g];
    double[] b = x[g + 1];
    double[] c = x[g + 2];
    double[] d = x[g + 3];
    double pa = w[o];
    double pb = w[o + 1];
    double pc = w[o + 2];
    double pd = w[o + 3];
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, Math.fma(d[i], pd, p[i]))));
    }
  }

  static void key(double[] key, int n, double[] p, double magic, double label) {
    for (int i = 0; i < n; i++) {
      key[i] = Math.min(key[i], p[i] + magic - magic + label);
    }
  }

  static void only1(
      double[] key, int n, double[] a, double z, double pa, double magic, double label) {
    for (int i = 0; i < n; i++) {
      key[i] = Math.min(key[i], Math.fma(a[i], pa, z) + magic - magic + label);
    }
  }

  static void only2(
      double[] key,
      int n,
      double[] a,
      double[] b,
      double z,
      double pa,
      double pb,
      double magic,
      double label) {
    for (int i = 0; i < n; i++) {
      key[i] = Math.min(key[i], Math.fma(a[i], pa, Math.fma(b[i], pb, z)) + magic - magic + label);
    }
  }

  static void only3(
      double[] key, int n, double[][] x, double z, double[] w, int o, double magic, double label) {
    double[] a = x[0];
    double[] b = x[1];
    double[] c = x[2];
    double pa = w[o];
    double pb = w[o + 1];
    double pc = w[o + 2];
    for (int i = 0; i < n; i++) {
      double s = Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, z)));
      key[i] = Math.min(key[i], s + magic - magic + label);
    }
  }

  static void only4(
      double[] key, int n, double[][] x, double z, double[] w, int o, double magic, double label) {
    double[] a = x[0];
    double[] b = x[1];
    double[] c = x[2];
    double[] d = x[3];
    double pa = w[o];
    double pb = w[o + 1];
    double pc = w[o + 2];
    double pd = w[o + 3];
    for (int i = 0; i < n; i++) {
      double s = Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, Math.fma(d[i], pd, z))));
      key[i] = Math.min(key[i], s + magic - magic + label);
    }
  }

  static void last4(
      double[] key,
      int n,
      double[] p,
      double[][] x,
      int g,
      double[] w,
      int o,
      double magic,
      double label) {
    double[] a = x[g];
    double[] b = x[g + 1];
    double[] c = x[g + 2];
    double[] d = x[g + 3];
    double pa = w[o];
    double pb = w[o + 1];
    double pc = w[o + 2];
    double pd = w[o + 3];
    for (int i = 0; i < n; i++) {
      double s =
          Math.fma(a[i], pa, Math.fma(b[i], pb, Math.fma(c[i], pc, Math.fma(d[i], pd, p[i]))));
      key[i] = Math.min(key[i], s + magic - magic + label);
    }
  }

  /// Adds (x − c)² of one column to a running sum of squares.
  static void square(double[] p, int n, double[] x, double c) {
    for (int i = 0; i < n; i++) {
      double u = x[i] - c;
      p[i] = Math.fma(u, u, p[i]);
    }
  }
}
