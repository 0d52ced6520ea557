package org.segql.engine.local.eval;

import org.segql.engine.Progress;

/// Values as whole numbers that sort as the values do.
public final class Ranks {
  private Ranks() {}

  /// Missing values are last in both directions.
  public static long[] of(Vector vector, boolean descending, Progress progress) {
    int[] textRanks = vector instanceof Vector.Texts t ? Dictionary.ranks(t, progress) : new int[0];
    long[] out = new long[vector.size()];
    for (int i = 0; i < out.length; i++) {
      if (vector.missing(i)) {
        out[i] = Long.MAX_VALUE;
        continue;
      }
      long rank =
          switch (vector) {
            case Vector.Numbers v -> sortable(v.values()[i]);
            case Vector.Texts v -> textRanks[v.codes()[i]];
            case Vector.Booleans v -> v.values()[i];
            case Vector.Dates v -> v.packed()[i];
            case Vector.Moments v -> v.packed()[i];
          };
      out[i] = descending ? -rank : rank;
    }
    return out;
  }

  /// The bits of a double, arranged so that they compare as the numbers do.
  private static long sortable(double x) {
    long bits = Double.doubleToLongBits(x + 0.0);
    return bits >= 0 ? bits : bits ^ Long.MAX_VALUE;
  }
}
