package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Greedy k-means++: each next centroid is the best of 2 + ⌊ln k⌋ rows drawn with a probability
/// that grows with the squared distance to the centroids before it.
///
/// Arthur and Vassilvitskii (2007), "k-means++: the advantages of careful seeding", SODA; the
/// greedy form is their section on experiments.
final class Seeding {
  private final Matrix data;
  private final RandomGenerator random;
  private final double[] nearest;

  private Seeding(Matrix data, RandomGenerator random) {
    this.data = data;
    this.random = random;
    this.nearest = new double[data.rows()];
  }

  /// k rows of the matrix; fewer where it has fewer different rows.
  static double[][] plusPlus(Matrix data, int k, RandomGenerator random) {
    return new Seeding(data, random).choose(k);
  }

  private double[][] choose(int k) {
    Arrays.fill(nearest, 1);
    double[][] centroids = new double[k][];
    centroids[0] = data.row(draw(total(nearest)));
    distances(centroids[0], nearest, null);
    int trials = 2 + (int) Math.log(k);
    double[] trial = new double[data.rows()];
    double[] best = new double[data.rows()];
    for (int j = 1; j < k; j++) {
      double potential = total(nearest);
      if (!(potential > 0)) {
        return Arrays.copyOf(centroids, j);
      }
      double lowest = Double.POSITIVE_INFINITY;
      for (int r = 0; r < trials; r++) {
        double[] candidate = data.row(draw(potential));
        distances(candidate, trial, nearest);
        double after = total(trial);
        if (after < lowest) {
          lowest = after;
          centroids[j] = candidate;
          double[] swap = best;
          best = trial;
          trial = swap;
        }
      }
      System.arraycopy(best, 0, nearest, 0, nearest.length);
    }
    return centroids;
  }

  /// A row, with a probability in proportion to weight × distance.
  private int draw(double total) {
    double aim = random.nextDouble() * total;
    int last = 0;
    for (int i = 0; i < nearest.length; i++) {
      double share = data.weight(i) * nearest[i];
      if (share > 0) {
        last = i;
        aim -= share;
        if (aim < 0) {
          return i;
        }
      }
    }
    return last;
  }

  private double total(double[] distances) {
    double sum = 0;
    for (int i = 0; i < distances.length; i++) {
      sum += data.weight(i) * distances[i];
    }
    return sum;
  }

  /// Squared distances to a centroid, no larger than those in `bound`.
  private void distances(double[] centroid, double[] into, double @Nullable [] bound) {
    double[] sum = new double[Matrix.TILE];
    for (int t = 0; t < data.tiles(); t++) {
      double[][] tile = data.tile(t);
      int n = data.rowsOf(t);
      int offset = t * Matrix.TILE;
      Arrays.fill(sum, 0, n, 0);
      for (int m = 0; m < tile.length; m++) {
        Kernel.square(sum, n, tile[m], centroid[m]);
      }
      for (int i = 0; i < n; i++) {
        into[offset + i] = bound == null ? sum[i] : Math.min(sum[i], bound[offset + i]);
      }
    }
  }
}
