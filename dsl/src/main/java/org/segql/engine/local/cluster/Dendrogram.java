package org.segql.engine.local.cluster;

import java.util.Arrays;
import smile.clustering.HierarchicalClustering;

/// The merge tree of a hierarchical fit over m leaves.
///
/// @param merges (m − 1) × 2: what is joined at each step; numbers below m are leaves, m + s is
///   what step s made. The smaller number stands first
/// @param heights m − 1 heights, never decreasing
/// @param leafOf n leaf numbers, one for each row of the data: equal rows share a leaf; -1 where
///   the row was not in the sample that made the tree
public record Dendrogram(int[][] merges, double[] heights, int[] leafOf) {
  public int leaves() {
    return merges.length + 1;
  }

  /// The same as Smile's type of model, over the leaves.
  public HierarchicalClustering smile() {
    return new HierarchicalClustering(merges, heights);
  }

  /// The lowest join that a cut into k undoes, over the highest that it leaves; NaN where it leaves
  /// none.
  public double separation(int k) {
    int lowest = leaves() - k;
    return k < 2 || lowest < 1 ? Double.NaN : heights[lowest] / heights[lowest - 1];
  }

  /// The segments of the n rows when the tree is cut so that k remain, numbered by first leaf; -1
  /// where the row has no leaf.
  ///
  /// @param k at least 1, at most {@link #leaves}
  public int[] cut(int k) {
    int m = leaves();
    if (k < 1 || k > m) {
      throw new IllegalArgumentException("cannot cut a tree of " + m + " leaves into " + k);
    }
    int[] group = new int[2 * m - 1];
    Arrays.fill(group, -1);
    // From the root down: what is made above the cut passes nothing on, what is made below
    // inherits.
    for (int s = m - 2; s >= 0; s--) {
      for (int part : merges[s]) {
        group[part] = s >= m - k ? part : group[m + s];
      }
    }
    if (k == 1) {
      Arrays.fill(group, 0);
    }
    int[] number = new int[2 * m - 1];
    Arrays.fill(number, -1);
    int next = 0;
    for (int leaf = 0; leaf < m; leaf++) {
      if (number[group[leaf]] < 0) {
        number[group[leaf]] = next++;
      }
    }
    int[] labels = new int[leafOf.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = leafOf[i] < 0 ? -1 : number[group[leafOf[i]]];
    }
    return labels;
  }
}
