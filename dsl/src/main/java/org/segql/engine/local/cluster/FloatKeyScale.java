package org.segql.engine.local.cluster;

/// {@link KeyScale} in single precision.
///
/// @param unit the step between two scores
record FloatKeyScale(float unit, float magic, float step, float reader, int mask) {
  static FloatKeyScale of(double range, int k) {
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(k - 1));
    int exponent = Math.getExponent(Math.clamp(range, 0x1p-60, 0x1p60)) + 1;
    float unit = Math.scalb(1f, exponent - (22 - bits));
    float step = Math.scalb(unit, -bits);
    return new FloatKeyScale(
        unit, Math.scalb(1.5f * unit, 23), step, Math.scalb(1.5f * step, 23), (1 << bits) - 1);
  }
}
