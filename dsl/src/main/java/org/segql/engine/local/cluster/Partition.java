package org.segql.engine.local.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Diagnostic;

/// Makes a fit of labels: means, within-cluster sum of squares, canonical numbers. All sums are
/// independent of the order of the rows.
final class Partition {
  private final Matrix data;
  private final int[] labels;
  private final int[] order;
  private final double[][] centroids;

  /// @param labels n numbers 0..k-1, or -1; renumbered in place. Each number must occur
  Partition(Matrix data, int[] labels, int k) {
    this.data = data;
    this.labels = labels;
    double[][] means = means(data, labels, k);
    this.order = Numbering.order(labels, means, data);
    Numbering.renumber(labels, order);
    this.centroids = Numbering.reorder(means, order);
  }

  int[] labels() {
    return labels;
  }

  /// The old numbers in their new order.
  int[] order() {
    return order;
  }

  double[][] centroids() {
    return centroids;
  }

  /// A fit whose objective is the within-cluster sum of squares.
  Fit fit(Scorer scorer, @Nullable Dendrogram tree, List<Diagnostic> notes) {
    return new Fit(labels, centroids, within(), new double[0], 1, true, scorer, tree, notes);
  }

  double within() {
    double[] squared = new double[labels.length];
    double[] row = new double[data.columns()];
    double largest = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        data.row(i, row);
        squared[i] = data.weight(i) * Distances.squared(row, centroids[labels[i]]);
        largest = Math.max(largest, squared[i]);
      }
    }
    var sum = new ExactSum(largest, labels.length);
    for (double term : squared) {
      sum.add(term);
    }
    return sum.value();
  }

  /// k × d weighted means; a row of noise takes no part.
  static double[][] means(Matrix data, int[] labels, int k) {
    int d = data.columns();
    int n = data.rows();
    double heaviest = 0;
    for (int i = 0; i < n; i++) {
      heaviest = Math.max(heaviest, data.weight(i));
    }
    FixedPoint counts = FixedPoint.of(heaviest, n);
    long[] weights = new long[k];
    for (int i = 0; i < n; i++) {
      if (labels[i] >= 0) {
        weights[labels[i]] += counts.units(data.weight(i));
      }
    }
    double[][] means = new double[k][d];
    for (int m = 0; m < d; m++) {
      double largest = Math.max(Math.abs(data.low(m)), Math.abs(data.high(m)));
      FixedPoint units = FixedPoint.of(largest * heaviest, n);
      long[] sums = new long[k];
      for (int i = 0; i < n; i++) {
        if (labels[i] >= 0) {
          sums[labels[i]] += units.units(data.weight(i) * data.at(i, m));
        }
      }
      for (int j = 0; j < k; j++) {
        means[j][m] = weights[j] == 0 ? 0 : units.value(sums[j]) / counts.value(weights[j]);
      }
    }
    return means;
  }
}
