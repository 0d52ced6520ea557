package org.segql.engine.local.cluster;

/// How a score and a centroid's number share one double: the score rounded to whole units, the
/// number in fractions of a unit.
///
/// @param magic added and taken away again, it rounds a score to units
/// @param step what one centroid number adds
/// @param reader added to a key, it leaves the number in the low bits
/// @param mask those bits
record KeyScale(double magic, double step, double reader, long mask) {
  /// @param range no score is larger than this in absolute value
  /// @param k the number of centroids
  static KeyScale of(double range, int k) {
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(k - 1));
    int exponent = Math.getExponent(Math.max(range, 0x1p-500)) + 1;
    double unit = Math.scalb(1.0, exponent - (50 - bits));
    double step = Math.scalb(unit, -bits);
    return new KeyScale(
        Math.scalb(1.5 * unit, 52), step, Math.scalb(1.5 * step, 52), (1L << bits) - 1);
  }
}
