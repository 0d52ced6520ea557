package org.segql.measure;

import java.util.Arrays;

/// The distribution with a single mode that is nearest to a sample: convex before the mode, concave
/// behind it, and of all modes the one that leaves the smallest distance between the distribution
/// functions: what the dip test holds a sample against.
///
/// Hartigan and Hartigan (1985), "The dip test of unimodality", Annals of Statistics 13.
///
/// @param at rising values, the ends of its straight pieces
/// @param share the distribution function there, never falling
/// @param distance of its distribution function from that of the sample, 0..1
record Unimodal(double[] at, double[] share, double distance) {
  /// So many places for the mode are tried, evenly spread over the different values.
  private static final int MODES = 64;

  /// @param values n numbers, at least one
  static Unimodal of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double[] x = new double[n];
    double[] f = new double[n];
    int m = 0;
    for (int i = 0; i < n; ) {
      int end = i;
      while (end < n && sorted[end] == sorted[i]) {
        end++;
      }
      x[m] = sorted[i];
      // Equal values share the middle of their step.
      f[m++] = n == 1 ? 0.5 : (i + end - 1) / 2.0 / (n - 1);
      i = end;
    }
    return nearest(Arrays.copyOf(x, m), Arrays.copyOf(f, m));
  }

  /// The same of a column of few values: each stands for all numbers that are nearer to it than to
  /// the next, and has its share of the rows.
  ///
  /// @param few the different values, rising
  static Unimodal ofFew(double[] values, double[] few) {
    double[] x = new double[few.length + 1];
    double[] f = new double[few.length + 1];
    for (double value : values) {
      f[Arrays.binarySearch(few, value) + 1] += 1.0 / values.length;
    }
    for (int i = 1; i < few.length; i++) {
      x[i] = (few[i - 1] + few[i]) / 2;
      f[i] += f[i - 1];
    }
    x[0] = 2 * few[0] - x[1];
    x[few.length] = 2 * few[few.length - 1] - x[few.length - 1];
    f[few.length] = 1;
    return nearest(x, f);
  }

  private static Unimodal nearest(double[] x, double[] f) {
    Unimodal best = null;
    int tried = Math.min(MODES, x.length);
    for (int t = 0; t < tried; t++) {
      int mode = tried == 1 ? 0 : (int) ((long) t * (x.length - 1) / (tried - 1));
      Unimodal found = withMode(x, f, mode);
      if (best == null || found.distance < best.distance) {
        best = found;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("no values");
    }
    return best;
  }

  private static Unimodal withMode(double[] x, double[] f, int mode) {
    int[] hull = new int[x.length];
    int size = 0;
    for (int i = 0; i <= mode; i++) {
      size = push(x, f, hull, size, 0, i, 1);
    }
    int corner = size - 1;
    for (int i = mode + 1; i < x.length; i++) {
      size = push(x, f, hull, size, corner, i, -1);
    }
    double[] at = new double[size];
    double[] share = new double[size];
    double distance = 0;
    for (int h = 0; h < size; h++) {
      at[h] = x[hull[h]];
      share[h] = f[hull[h]];
      for (int i = h == 0 ? 1 : hull[h - 1] + 1; h > 0 && i < hull[h]; i++) {
        double between =
            share[h - 1] + (share[h] - share[h - 1]) * (x[i] - at[h - 1]) / (at[h] - at[h - 1]);
        distance = Math.max(distance, Math.abs(between - f[i]));
      }
    }
    return new Unimodal(at, share, distance);
  }

  /// Adds a point to a hull that begins at place `first`.
  ///
  /// @param sign 1: the slopes rise, -1: they fall
  private static int push(
      double[] x, double[] f, int[] hull, int size, int first, int point, int sign) {
    while (size - first >= 2) {
      int a = hull[size - 2];
      int b = hull[size - 1];
      double turn = (x[b] - x[a]) * (f[point] - f[a]) - (x[point] - x[a]) * (f[b] - f[a]);
      if (sign * turn > 0) {
        break;
      }
      size--;
    }
    hull[size] = point;
    return size + 1;
  }

  /// The value below which the share p lies.
  double quantile(double p) {
    int found = Arrays.binarySearch(share, p);
    int high = found >= 0 ? found : -found - 1;
    if (high == 0) {
      return at[0];
    }
    if (high == at.length) {
      return at[at.length - 1];
    }
    double width = share[high] - share[high - 1];
    double part = width > 0 ? (p - share[high - 1]) / width : 0;
    return at[high - 1] + (at[high] - at[high - 1]) * part;
  }
}
