package org.segql.engine.local.cluster;

import java.util.Comparator;
import java.util.List;

/// One join of a hierarchical fit, in the order in which the chain found it.
///
/// @param a a leaf of one cluster
/// @param b a leaf of the other
record Merge(int a, int b, double height) {

  /// Sorts joins by height and gives the clusters their numbers.
  ///
  /// @param leafOf the leaf of each row of the data, or -1
  static Dendrogram tree(List<Merge> merges, int[] leafOf) {
    var sorted = merges.stream().sorted(Comparator.comparingDouble(Merge::height)).toList();
    int m = merges.size() + 1;
    int[] parent = new int[2 * m - 1];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    int[][] steps = new int[m - 1][];
    double[] heights = new double[m - 1];
    for (int s = 0; s < sorted.size(); s++) {
      int a = root(parent, sorted.get(s).a());
      int b = root(parent, sorted.get(s).b());
      steps[s] = new int[] {Math.min(a, b), Math.max(a, b)};
      heights[s] = sorted.get(s).height();
      parent[a] = m + s;
      parent[b] = m + s;
    }
    return new Dendrogram(steps, heights, leafOf);
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      root = parent[root];
    }
    while (parent[node] != root) {
      int next = parent[node];
      parent[node] = root;
      node = next;
    }
    return root;
  }
}
