package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// A k-d tree over the rows of a matrix for searches by distance, without an object a row.
///
/// Bentley (1975), "Multidimensional binary search trees used for associative searching", CACM
/// 18(9).
final class KdTree {
  private static final int LEAF = 16;

  private final double[][] rows;
  private final int[] index;
  private final int d;
  private final int[] split;
  private final double[] cut;

  /// @param rows n × d; kept, not copied
  KdTree(double[][] rows) {
    this.rows = rows;
    this.d = rows.length == 0 ? 0 : rows[0].length;
    this.index = new int[rows.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = i;
    }
    split = new int[nodes(rows.length)];
    cut = new double[split.length];
    build(0, 0, index.length);
  }

  private static int nodes(int n) {
    return n <= LEAF ? 1 : 2 * Integer.highestOneBit(2 * n / LEAF) * 2;
  }

  private void build(int node, int from, int to) {
    if (to - from <= LEAF) {
      split[node] = -1;
      return;
    }
    int widest = 0;
    double width = -1;
    for (int m = 0; m < d; m++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        low = Math.min(low, rows[index[i]][m]);
        high = Math.max(high, rows[index[i]][m]);
      }
      if (high - low > width) {
        width = high - low;
        widest = m;
      }
    }
    int middle = (from + to) >>> 1;
    select(widest, from, to - 1, middle);
    split[node] = widest;
    cut[node] = rows[index[middle]][widest];
    build(2 * node + 1, from, middle);
    build(2 * node + 2, middle, to);
  }

  /// Hoare's quickselect: what is before `nth` is no larger, what is behind no smaller.
  private void select(int m, int low, int high, int nth) {
    while (low < high) {
      double pivot = rows[index[(low + high) >>> 1]][m];
      int i = low;
      int j = high;
      while (i <= j) {
        while (rows[index[i]][m] < pivot) {
          i++;
        }
        while (rows[index[j]][m] > pivot) {
          j--;
        }
        if (i <= j) {
          int swap = index[i];
          index[i++] = index[j];
          index[j--] = swap;
        }
      }
      if (nth <= j) {
        high = j;
      } else if (nth >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  /// Visits every row no farther than `radius`.
  void within(double[] point, double radius, IntConsumer visit) {
    within(0, 0, index.length, point, radius, visit);
  }

  private void within(
      int node, int from, int to, double[] point, double radius, IntConsumer visit) {
    if (split[node] < 0) {
      for (int i = from; i < to; i++) {
        if (Distances.squared(rows[index[i]], point) <= radius * radius) {
          visit.accept(index[i]);
        }
      }
      return;
    }
    int middle = (from + to) >>> 1;
    double side = point[split[node]] - cut[node];
    if (side <= radius) {
      within(2 * node + 1, from, middle, point, radius, visit);
    }
    if (side >= -radius) {
      within(2 * node + 2, middle, to, point, radius, visit);
    }
  }

  /// The k nearest rows.
  ///
  /// @param rows k row numbers, nearest first; of equally near rows the smaller number; -1 where
  ///   there are fewer rows
  /// @param squared k squared distances; infinite where there are fewer rows
  record Neighbours(int[] rows, double[] squared) {}

  Neighbours nearest(double[] point, int k) {
    int[] best = new int[k];
    double[] squared = new double[k];
    Arrays.fill(best, -1);
    Arrays.fill(squared, Double.POSITIVE_INFINITY);
    var found = new Neighbours(best, squared);
    if (rows.length > 0) {
      nearest(0, 0, index.length, point, found);
    }
    return found;
  }

  private void nearest(int node, int from, int to, double[] point, Neighbours found) {
    if (split[node] < 0) {
      for (int i = from; i < to; i++) {
        offer(index[i], Distances.squared(rows[index[i]], point), found);
      }
      return;
    }
    int middle = (from + to) >>> 1;
    double side = point[split[node]] - cut[node];
    int near = side < 0 ? 1 : 2;
    if (near == 1) {
      nearest(2 * node + 1, from, middle, point, found);
    } else {
      nearest(2 * node + 2, middle, to, point, found);
    }
    if (side * side <= found.squared[found.squared.length - 1]) {
      if (near == 1) {
        nearest(2 * node + 2, middle, to, point, found);
      } else {
        nearest(2 * node + 1, from, middle, point, found);
      }
    }
  }

  private static void offer(int row, double squared, Neighbours found) {
    int at = found.rows.length - 1;
    if (squared > found.squared[at] || (squared == found.squared[at] && row > found.rows[at])) {
      return;
    }
    while (at > 0
        && (squared < found.squared[at - 1]
            || (squared == found.squared[at - 1]
                && (row < found.rows[at - 1] || found.rows[at - 1] < 0)))) {
      found.squared[at] = found.squared[at - 1];
      found.rows[at] = found.rows[at - 1];
      at--;
    }
    found.squared[at] = squared;
    found.rows[at] = row;
  }
}
