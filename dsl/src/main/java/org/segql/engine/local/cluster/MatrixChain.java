package org.segql.engine.local.cluster;

import java.util.ArrayList;
import java.util.List;
import org.segql.engine.Progress;

/// Joins by single, complete or average linkage: the nearest-neighbour chain on half a matrix of
/// distances, updated by the formula of Lance and Williams (1967).
final class MatrixChain {
  private final Linkage linkage;
  private final Progress progress;
  private final int n;
  private final double[][] distance;
  private final double[] weight;
  private final boolean[] gone;

  MatrixChain(Matrix points, Linkage linkage, Progress progress) {
    this.linkage = linkage;
    this.progress = progress;
    this.n = points.rows();
    this.weight = new double[n];
    this.gone = new boolean[n];
    this.distance = new double[n][];
    double[][] columns = points.toColumns();
    for (int i = 0; i < n; i++) {
      weight[i] = points.weight(i);
      distance[i] = new double[n];
      for (double[] column : columns) {
        Kernel.square(distance[i], n, column, column[i]);
      }
      for (int j = 0; j < n; j++) {
        distance[i][j] = Math.sqrt(distance[i][j]);
      }
      if (i % 64 == 0) {
        progress.check();
      }
    }
  }

  List<Merge> run() {
    List<Merge> merges = new ArrayList<>(n);
    int[] chain = new int[n];
    int length = 0;
    int first = 0;
    while (merges.size() < n - 1) {
      if (length == 0) {
        while (gone[first]) {
          first++;
        }
        chain[length++] = first;
      }
      int tip = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int next = nearest(tip, before);
      if (next != before) {
        chain[length++] = next;
        continue;
      }
      length -= 2;
      merges.add(join(Math.min(tip, before), Math.max(tip, before)));
      if (merges.size() % 64 == 0) {
        progress.check();
        progress.report("hierarchical tree", Math.sqrt((double) merges.size() / n));
      }
    }
    return merges;
  }

  private int nearest(int tip, int before) {
    int best = before;
    double least = before < 0 ? Double.POSITIVE_INFINITY : distance[tip][before];
    double[] row = distance[tip];
    for (int j = 0; j < n; j++) {
      if (row[j] < least && !gone[j] && j != tip) {
        least = row[j];
        best = j;
      }
    }
    return best;
  }

  /// Joins b into a.
  private Merge join(int a, int b) {
    var merge = new Merge(a, b, distance[a][b]);
    gone[b] = true;
    for (int j = 0; j < n; j++) {
      if (!gone[j] && j != a) {
        double joined = joined(distance[a][j], distance[b][j], weight[a], weight[b]);
        distance[a][j] = joined;
        distance[j][a] = joined;
      }
    }
    distance[b] = new double[0];
    weight[a] += weight[b];
    return merge;
  }

  private double joined(double a, double b, double wa, double wb) {
    return switch (linkage) {
      case SINGLE -> Math.min(a, b);
      case COMPLETE -> Math.max(a, b);
      case AVERAGE -> (wa * a + wb * b) / (wa + wb);
      case WARD -> throw new IllegalStateException("Ward's joins need no matrix");
    };
  }
}
