package org.segql.measure;

import java.util.Arrays;

/// Samples that keep every segment in sight.
final class Stratified {
  private Stratified() {}

  /// The rows of each segment, in an order that depends on the rows' values alone.
  static int[][] members(double[][] columns, int[] labels, int k, long seed) {
    int[] sizes = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    int[][] members = new int[k][];
    Arrays.setAll(members, j -> new int[sizes[j]]);
    int[] next = new int[k];
    for (int row : RowOrder.sorted(RowOrder.hashes(columns, seed))) {
      if (labels[row] >= 0) {
        members[labels[row]][next[labels[row]]++] = row;
      }
    }
    return members;
  }

  /// How many rows to take from each segment so that it is about `limit` in all: everything where
  /// that fits, else at least 2 + limit / (4k) of each and the rest in proportion to size.
  static int[] allot(int[] sizes, int limit) {
    long total = Arrays.stream(sizes).asLongStream().sum();
    if (total <= limit) {
      return sizes.clone();
    }
    int floor = 2 + limit / (4 * sizes.length);
    int[] taken = new int[sizes.length];
    for (int j = 0; j < sizes.length; j++) {
      taken[j] = (int) Math.min(sizes[j], Math.max(floor, (long) limit * sizes[j] / total));
    }
    return taken;
  }
}
