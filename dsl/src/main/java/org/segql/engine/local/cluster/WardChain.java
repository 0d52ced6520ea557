package org.segql.engine.local.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segql.engine.Progress;

/// Ward's joins by the nearest-neighbour chain: follow nearest neighbours until two clusters are
/// each other's nearest, join them, go on from what is left of the chain. Centroids and weights
/// suffice to know the distance of two clusters, so no matrix of distances is held.
///
/// Ward (1963), JASA 58; Murtagh (1983), "A survey of recent advances in hierarchical clustering
/// algorithms", The Computer Journal 26.
final class WardChain {
  private final Progress progress;
  private final double[][] centre;
  private final double[] weight;
  private final int[] leaf;
  private final double[] distance;
  private int active;

  WardChain(Matrix points, Progress progress) {
    this.progress = progress;
    this.active = points.rows();
    this.centre = points.toColumns();
    this.weight = new double[active];
    this.leaf = new int[active];
    this.distance = new double[active];
    for (int i = 0; i < active; i++) {
      weight[i] = points.weight(i);
      leaf[i] = i;
    }
  }

  List<Merge> run() {
    int n = active;
    List<Merge> merges = new ArrayList<>(n);
    int[] chain = new int[n];
    int length = 0;
    while (active > 1) {
      if (length == 0) {
        chain[length++] = 0;
      }
      int tip = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int next = nearest(tip, before);
      if (next != before) {
        chain[length++] = next;
        continue;
      }
      length -= 2;
      merges.add(join(Math.min(tip, before), Math.max(tip, before), chain, length));
      if (merges.size() % 64 == 0) {
        progress.check();
        progress.report("Ward's tree", Math.sqrt((double) merges.size() / n));
      }
    }
    return merges;
  }

  /// The cluster nearest to one; of equally near ones the one before it in the chain, else the
  /// first.
  private int nearest(int tip, int before) {
    Arrays.fill(distance, 0, active, 0);
    for (double[] column : centre) {
      Kernel.square(distance, active, column, column[tip]);
    }
    growth(distance, active, weight, weight[tip]);
    int best = before;
    double least = before < 0 ? Double.POSITIVE_INFINITY : distance[before];
    for (int j = 0; j < active; j++) {
      if (distance[j] < least && j != tip) {
        least = distance[j];
        best = j;
      }
    }
    return best;
  }

  private static void growth(double[] distance, int n, double[] weight, double w) {
    for (int j = 0; j < n; j++) {
      distance[j] = distance[j] * (weight[j] * w / (weight[j] + w));
    }
  }

  /// Joins two clusters in the place of the first; the last takes the place of the second.
  private Merge join(int a, int b, int[] chain, int length) {
    double squared = 0;
    double all = weight[a] + weight[b];
    for (double[] column : centre) {
      double u = column[a] - column[b];
      squared = Math.fma(u, u, squared);
      column[a] = (weight[a] * column[a] + weight[b] * column[b]) / all;
    }
    var merge = new Merge(leaf[a], leaf[b], Math.sqrt(2 * squared * (weight[a] * weight[b] / all)));
    weight[a] = all;
    int last = --active;
    for (double[] column : centre) {
      column[b] = column[last];
    }
    weight[b] = weight[last];
    leaf[b] = leaf[last];
    for (int i = 0; i < length; i++) {
      if (chain[i] == last) {
        chain[i] = b;
      }
    }
    return merge;
  }
}
