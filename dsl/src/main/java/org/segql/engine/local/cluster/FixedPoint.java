package org.segql.engine.local.cluster;

/// Sums that do not depend on the order of their terms. Each term is rounded once to a whole number
/// of units, a power of two chosen so that the sum of all terms fits a `long`; whole numbers add up
/// to the same in any order and on any number of threads.
///
/// The rounding is at most half a unit a term: 2^-43 of the largest term for a million rows, less
/// for fewer.
///
/// @param unit what 1 stands for
/// @param magic 1.5 · 2^52 units: a double added to it has its rounded number of units in the low
///   bits
record FixedPoint(double unit, double magic) {
  /// @param largest no term is larger than this in absolute value
  /// @param terms the number of terms
  static FixedPoint of(double largest, long terms) {
    int spare = 64 - Long.numberOfLeadingZeros(Math.max(1, terms));
    int bits = Math.min(50, 61 - spare);
    int exponent = Math.getExponent(Math.max(largest, 0x1p-900)) + 1;
    double unit = Math.scalb(1.0, exponent - bits);
    return new FixedPoint(unit, Math.scalb(1.5 * unit, 52));
  }

  /// The rounded number of units in a term.
  long units(double term) {
    return Double.doubleToRawLongBits(term + magic) - Double.doubleToRawLongBits(magic);
  }

  double value(long units) {
    return units * unit;
  }
}
