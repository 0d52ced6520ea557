package org.segql.measure;

/// How much two segmentations of the same rows agree. Noise (-1) counts as a segment of its own.
public final class Agreement {
  private Agreement() {}

  /// The adjusted Rand index: 1 for equal segmentations whatever their numbers, about 0 for
  /// unrelated ones.
  ///
  /// Hubert and Arabie (1985), "Comparing partitions", Journal of Classification 2.
  ///
  /// @param a n labels, -1 or larger
  /// @param b n labels, -1 or larger
  public static double adjustedRand(int[] a, int[] b) {
    long[][] table = table(a, b);
    double cells = 0;
    double rows = 0;
    double columns = 0;
    long[] column = new long[table[0].length];
    for (long[] line : table) {
      long row = 0;
      for (int j = 0; j < line.length; j++) {
        cells += pairs(line[j]);
        row += line[j];
        column[j] += line[j];
      }
      rows += pairs(row);
    }
    for (long count : column) {
      columns += pairs(count);
    }
    double all = pairs(a.length);
    if (all == 0) {
      return 1;
    }
    double expected = rows * columns / all;
    double largest = (rows + columns) / 2;
    return largest == expected ? 1 : (cells - expected) / (largest - expected);
  }

  /// For each segment of a, the largest Jaccard similarity |A∩B| / |A∪B| with a segment of b.
  ///
  /// @param a n labels 0..k-1, or -1
  /// @return k values; NaN for an empty segment
  public static double[] jaccard(int[] a, int k, int[] b) {
    long[][] table = table(a, b);
    long[] column = new long[table[0].length];
    for (long[] line : table) {
      for (int j = 0; j < line.length; j++) {
        column[j] += line[j];
      }
    }
    double[] best = new double[k];
    for (int i = 0; i < k; i++) {
      long[] line = i + 1 < table.length ? table[i + 1] : new long[column.length];
      long row = 0;
      for (long count : line) {
        row += count;
      }
      // Noise of b is no segment that could have kept A together.
      for (int j = 1; j < line.length; j++) {
        best[i] = Math.max(best[i], row == 0 ? 0 : (double) line[j] / (row + column[j] - line[j]));
      }
      if (row == 0) {
        best[i] = Double.NaN;
      }
    }
    return best;
  }

  /// Counts by (label of a + 1, label of b + 1).
  private static long[][] table(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " labels");
    }
    int rows = 0;
    int columns = 0;
    for (int i = 0; i < a.length; i++) {
      rows = Math.max(rows, a[i] + 1);
      columns = Math.max(columns, b[i] + 1);
    }
    long[][] table = new long[rows + 1][columns + 1];
    for (int i = 0; i < a.length; i++) {
      table[a[i] + 1][b[i] + 1]++;
    }
    return table;
  }

  private static double pairs(long count) {
    return count * (count - 1) / 2.0;
  }
}
