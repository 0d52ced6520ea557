package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.segql.engine.Progress;

/// Moves single rows between clusters while that lowers the within-cluster sum of squares: it
/// leaves many local optima in which Lloyd's iterations are caught. Moving a row of weight w at
/// squared distance a from its own centroid (cluster weight p) to a centroid at squared distance b
/// (weight q) changes the objective by b·q·w/(q+w) − a·p·w/(p−w).
///
/// Hartigan and Wong (1979), "Algorithm AS 136", Applied Statistics 28(1); the criterion, without
/// their bookkeeping of live sets.
final class Hartigan {
  private static final int MAX_SWEEPS = 50;

  private final double[][] rows;
  private final Matrix data;
  private final double[][] centroids;
  private final double[] weights;
  private final int[] labels;

  private Hartigan(Matrix data, double[][] centroids) {
    this.data = data;
    this.rows = data.toRows();
    this.centroids = centroids;
    this.weights = new double[centroids.length];
    this.labels = new int[data.rows()];
  }

  /// Improved centroids, k × d; the order of the rows decides the order of the moves.
  static double[][] improve(Matrix data, double[][] centroids, Progress progress) {
    var work = new Hartigan(data, new double[centroids.length][centroids[0].length]);
    return work.run(centroids, progress);
  }

  private double[][] run(double[][] start, Progress progress) {
    var nearest = Distances.nearest(data, start, new Workers(1, progress));
    System.arraycopy(nearest.labels(), 0, labels, 0, labels.length);
    means();
    for (int j = 0; j < weights.length; j++) {
      if (!(weights[j] > 0)) {
        return start;
      }
    }
    for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
      progress.check();
      if (!sweep()) {
        break;
      }
      means();
    }
    return centroids;
  }

  /// Sets centroids and weights from the labels.
  private void means() {
    Arrays.fill(weights, 0);
    for (double[] centroid : centroids) {
      Arrays.fill(centroid, 0);
    }
    for (int i = 0; i < rows.length; i++) {
      double w = data.weight(i);
      weights[labels[i]] += w;
      for (int m = 0; m < rows[i].length; m++) {
        centroids[labels[i]][m] += w * rows[i][m];
      }
    }
    for (int j = 0; j < centroids.length; j++) {
      for (int m = 0; m < centroids[j].length; m++) {
        centroids[j][m] /= Math.max(weights[j], Double.MIN_NORMAL);
      }
    }
  }

  private boolean sweep() {
    boolean moved = false;
    for (int i = 0; i < rows.length; i++) {
      int own = labels[i];
      double w = data.weight(i);
      double rest = weights[own] - w;
      if (rest <= 1e-9 * w) {
        continue;
      }
      double gain = Distances.squared(rows[i], centroids[own]) * weights[own] / rest;
      int target = own;
      double least = gain * (1 - 1e-10);
      for (int j = 0; j < centroids.length; j++) {
        if (j != own) {
          double cost = Distances.squared(rows[i], centroids[j]) * weights[j] / (weights[j] + w);
          if (cost < least) {
            least = cost;
            target = j;
          }
        }
      }
      if (target != own) {
        shift(i, w, own, target);
        moved = true;
      }
    }
    return moved;
  }

  private void shift(int i, double w, int from, int to) {
    double out = w / (weights[from] - w);
    double in = w / (weights[to] + w);
    for (int m = 0; m < rows[i].length; m++) {
      centroids[from][m] -= (rows[i][m] - centroids[from][m]) * out;
      centroids[to][m] += (rows[i][m] - centroids[to][m]) * in;
    }
    weights[from] -= w;
    weights[to] += w;
    labels[i] = to;
  }
}
