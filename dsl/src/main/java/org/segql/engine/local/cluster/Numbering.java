package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The canonical order of segments: by the weight of their members, heaviest first, ties by
/// centroid.
final class Numbering {
  private Numbering() {}

  /// The old numbers in their new order.
  static int[] order(int[] labels, double[][] centroids, Matrix data) {
    double heaviest = 0;
    for (int i = 0; i < labels.length; i++) {
      heaviest = Math.max(heaviest, data.weight(i));
    }
    FixedPoint units = FixedPoint.of(heaviest, labels.length);
    long[] weight = new long[centroids.length];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        weight[labels[i]] += units.units(data.weight(i));
      }
    }
    return IntStream.range(0, centroids.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(j -> -weight[j])
                .thenComparing((a, b) -> Arrays.compare(centroids[a], centroids[b])))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Replaces each label by its place in the order; -1 stays.
  static void renumber(int[] labels, int[] order) {
    int[] place = new int[order.length];
    for (int j = 0; j < order.length; j++) {
      place[order[j]] = j;
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        labels[i] = place[labels[i]];
      }
    }
  }

  static double[][] reorder(double[][] rows, int[] order) {
    return Arrays.stream(order).mapToObj(j -> rows[j]).toArray(double[][]::new);
  }
}
