package org.segql.measure;

import java.util.OptionalInt;

/// The bend in the curve of the within-cluster sum of squares over k.
public final class Elbow {
  private Elbow() {}

  /// The k farthest below the chord from the first to the last point, both axes scaled to 0..1.
  /// Empty where nothing bends: fewer than three points, or a bend less than 1.5 times as sharp as
  /// that of 1/k, the curve of uniform data in the plane (the drop before k over the drop after it
  /// is (k+1)/(k−1) there).
  ///
  /// @param k numbers of segments, ascending
  /// @param within one sum of squares for each
  public static OptionalInt of(int[] k, double[] within) {
    int last = k.length - 1;
    if (last < 2 || !(within[0] > within[last])) {
      return OptionalInt.empty();
    }
    int best = -1;
    double farthest = 0;
    for (int i = 1; i < last; i++) {
      double x = (double) (k[i] - k[0]) / (k[last] - k[0]);
      double y = (within[i] - within[last]) / (within[0] - within[last]);
      if (1 - x - y > farthest) {
        farthest = 1 - x - y;
        best = i;
      }
    }
    if (best < 0) {
      return OptionalInt.empty();
    }
    double before = (within[best - 1] - within[best]) / (k[best] - k[best - 1]);
    double after = (within[best] - within[best + 1]) / (k[best + 1] - k[best]);
    double plain = (k[best] + 1.0) / Math.max(1, k[best] - 1);
    return before >= 1.5 * plain * after ? OptionalInt.of(k[best]) : OptionalInt.empty();
  }
}
