package org.segql.measure;

import java.util.Arrays;

/// An order of rows that depends on their values alone: by a 64-bit hash of the values. Work that
/// is done in this order gives the same result whatever the order in which the rows arrive, and its
/// first m rows are a random sample.
public final class RowOrder {
  private RowOrder() {}

  /// A hash of each row's values; the two zeros count as one.
  ///
  /// @param columns d × n
  /// @return n hashes
  public static long[] hashes(double[][] columns, long seed) {
    int n = columns[0].length;
    long[] hashes = new long[n];
    hash(columns, 0, n, seed, hashes);
    return hashes;
  }

  /// The same for rows 0..count-1 of a block of columns, into `hashes` from `offset` on.
  public static void hash(double[][] columns, int offset, int count, long seed, long[] hashes) {
    Arrays.fill(hashes, offset, offset + count, seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    for (double[] column : columns) {
      for (int i = 0; i < count; i++) {
        // + 0.0 makes one of the two zeros.
        long bits = Double.doubleToRawLongBits(column[i] + 0.0);
        long h = (hashes[offset + i] ^ bits) * 0xBF58476D1CE4E5B9L;
        hashes[offset + i] = h ^ (h >>> 32);
      }
    }
    for (int i = offset; i < offset + count; i++) {
      long h = hashes[i] * 0x94D049BB133111EBL;
      h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L;
      hashes[i] = h ^ (h >>> 32);
    }
  }

  /// Row numbers sorted by hash; rows of equal hash keep their order.
  public static int[] sorted(long[] hashes) {
    int n = hashes.length;
    long low = (1L << (32 - Integer.numberOfLeadingZeros(Math.max(1, n)))) - 1;
    long[] packed = new long[n];
    for (int i = 0; i < n; i++) {
      packed[i] = (hashes[i] & ~low) | i;
    }
    Arrays.parallelSort(packed);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = (int) (packed[i] & low);
    }
    // The low bits gave way to the row number: rows that differ in them alone are neighbours now.
    for (int i = 1; i < n; i++) {
      for (int j = i; j > 0 && swapped(hashes, order[j - 1], order[j], low); j--) {
        int swap = order[j];
        order[j] = order[j - 1];
        order[j - 1] = swap;
      }
    }
    return order;
  }

  private static boolean swapped(long[] hashes, int a, int b, long low) {
    return (hashes[a] & ~low) == (hashes[b] & ~low) && (hashes[a] & low) > (hashes[b] & low);
  }
}
