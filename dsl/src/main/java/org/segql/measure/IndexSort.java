package org.segql.measure;

/// Row numbers in the order of their values, without an object a row.
public final class IndexSort {
  private IndexSort() {}

  /// The given rows in ascending order of their values; rows of equal value keep their order. A
  /// merge sort from below.
  public static int[] ascending(double[] values, int[] rows) {
    int[] from = rows.clone();
    int[] to = new int[from.length];
    for (int width = 1; width < from.length; width *= 2) {
      for (int low = 0; low < from.length; low += 2 * width) {
        int middle = Math.min(low + width, from.length);
        merge(values, from, to, low, middle, Math.min(middle + width, from.length));
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private static void merge(double[] values, int[] from, int[] to, int low, int middle, int high) {
    int a = low;
    int b = middle;
    for (int i = low; i < high; i++) {
      boolean left = a < middle && (b >= high || values[from[a]] <= values[from[b]]);
      to[i] = left ? from[a++] : from[b++];
    }
  }
}
