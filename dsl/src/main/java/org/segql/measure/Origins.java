package org.segql.measure;

/// Where the segments of one k come from among those of the k before: 1 where all members were
/// together before, 0 where they came evenly from everywhere.
///
/// The entropy form of segment level stability across solutions: Dolnicar and Leisch (2017), "Using
/// segment level stability to select target segments in data-driven market segmentation studies",
/// Marketing Letters 28.
public final class Origins {
  private Origins() {}

  /// 1 − H / ln(kBefore) of the origins of each segment.
  ///
  /// @param before n labels 0..kBefore-1; -1 is left out
  /// @param now n labels 0..k-1; -1 is left out
  /// @return k values; 1 where kBefore is 1, NaN for an empty segment
  public static double[] stability(int[] before, int kBefore, int[] now, int k) {
    long[][] table = new long[k][kBefore];
    for (int i = 0; i < now.length; i++) {
      if (now[i] >= 0 && before[i] >= 0) {
        table[now[i]][before[i]]++;
      }
    }
    double[] stability = new double[k];
    for (int j = 0; j < k; j++) {
      double size = 0;
      for (long count : table[j]) {
        size += count;
      }
      double entropy = 0;
      for (long count : table[j]) {
        if (count > 0) {
          entropy -= count / size * Math.log(count / size);
        }
      }
      stability[j] = size == 0 ? Double.NaN : kBefore < 2 ? 1 : 1 - entropy / Math.log(kBefore);
    }
    return stability;
  }
}
