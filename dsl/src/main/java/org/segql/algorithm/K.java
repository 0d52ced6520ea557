package org.segql.algorithm;

/// How many segments: fixed, or the best of a range.
public record K(int low, int high) {
  /// What AUTO means.
  public static final K AUTO = new K(2, 10);

  public K {
    if (low < 1 || high < low) {
      throw new IllegalArgumentException("k " + low + ".." + high);
    }
  }

  public static K of(int k) {
    return new K(k, k);
  }

  public boolean fixed() {
    return low == high;
  }

  /// As it is written: `5`, `2..8`.
  public String text() {
    return fixed() ? Integer.toString(low) : low + ".." + high;
  }
}
