package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Lloyd's iterations over all rows of a matrix. After the first pass only rows that change their
/// cluster touch the sums, which are {@link FixedPoint}, so the centroids depend neither on the
/// order of the rows nor on the number of threads.
///
/// Lloyd, S. P. (1982), "Least squares quantization in PCM", IEEE Transactions on Information
/// Theory 28(2).
final class Lloyd {
  /// Where the iterations ended.
  record Result(double[][] centroids, int iterations, boolean converged) {}

  private static final int BATCH = 16;

  /// So many iterations pass before a copy in single precision is made: from a good start there are
  /// no more.
  private static final int EXACT_FIRST = 3;

  private final Matrix data;
  private final Workers workers;
  private final int d;
  private final double norm;
  private final FixedPoint[] columns;
  private final FixedPoint counts;
  private final int[] labels;
  private @Nullable FloatRows floats;

  Lloyd(Matrix data, Workers workers) {
    this.data = data;
    this.workers = workers;
    this.d = data.columns();
    double heaviest = 1;
    if (data.weighted()) {
      heaviest = 0;
      for (int i = 0; i < data.rows(); i++) {
        heaviest = Math.max(heaviest, data.weight(i));
      }
    }
    this.columns = new FixedPoint[d];
    double bound = 0;
    for (int j = 0; j < d; j++) {
      double largest = Math.max(Math.abs(data.low(j)), Math.abs(data.high(j)));
      columns[j] = FixedPoint.of(largest * heaviest, data.rows());
      bound += largest * largest;
    }
    this.norm = bound;
    this.counts = FixedPoint.of(heaviest, data.rows());
    this.labels = new int[data.rows()];
  }

  /// What one worker found in one pass: changes of sums and counts, in units, and how many rows
  /// changed.
  private final class Tally {
    final long[] sums;
    final long[] weights;
    final Assigner.Room room = new Assigner.Room();
    final FloatAssigner.Room floatRoom = new FloatAssigner.Room();
    final int[] now = new int[Matrix.TILE];
    long changed;

    Tally(int k) {
      sums = new long[k * d];
      weights = new long[k];
    }
  }

  /// @param start k × d; not changed
  /// @param tolerance stops once the squared moves of all centroids add up to no more than this; 0:
  ///   once no row changes its cluster
  Result run(double[][] start, int maxIterations, double tolerance) {
    int k = start.length;
    double[][] centroids = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
    long[] sums = new long[k * d];
    long[] weights = new long[k];
    Arrays.fill(labels, -1);
    for (int iteration = 1; iteration <= maxIterations; iteration++) {
      long changed = pass(centroids, iteration > EXACT_FIRST, sums, weights);
      if (changed == 0) {
        return new Result(centroids, iteration, true);
      }
      double moved = move(centroids, sums, weights);
      if (moved <= tolerance && tolerance > 0) {
        return new Result(centroids, iteration, true);
      }
    }
    return new Result(centroids, maxIterations, false);
  }

  private @Nullable FloatAssigner single(double[][] centroids, Assigner exact) {
    if (data.rows() < FloatRows.WORTHWHILE || centroids.length > FloatRows.MAX_K) {
      return null;
    }
    if (floats == null) {
      floats = new FloatRows(data, workers);
    }
    return floats.assigner(centroids, exact);
  }

  private long pass(double[][] centroids, boolean often, long[] sums, long[] weights) {
    int k = centroids.length;
    var exact = new Assigner(centroids, norm);
    var single = often ? single(centroids, exact) : null;
    var tallies = new Tally[workers.threads()];
    workers.run(
        data.tiles(),
        BATCH,
        (worker, from, to) -> {
          if (tallies[worker] == null) {
            tallies[worker] = new Tally(k);
          }
          for (int t = from; t < to; t++) {
            tile(t, exact, single, tallies[worker]);
          }
        });
    long changed = 0;
    for (Tally tally : tallies) {
      if (tally != null) {
        changed += tally.changed;
        for (int j = 0; j < sums.length; j++) {
          sums[j] += tally.sums[j];
        }
        for (int j = 0; j < k; j++) {
          weights[j] += tally.weights[j];
        }
      }
    }
    return changed;
  }

  private void tile(int t, Assigner exact, @Nullable FloatAssigner single, Tally tally) {
    double[][] tile = data.tile(t);
    int n = data.rowsOf(t);
    int offset = t * Matrix.TILE;
    int[] now = tally.now;
    if (single != null && floats != null) {
      single.labels(tile, floats.tile(t), n, now, tally.floatRoom, tally.room);
    } else {
      exact.labels(tile, n, now, tally.room);
    }
    int i = 0;
    while (true) {
      int step = Arrays.mismatch(now, i, n, labels, offset + i, offset + n);
      if (step < 0) {
        return;
      }
      i += step;
      int before = labels[offset + i];
      labels[offset + i] = now[i];
      change(tile, i, data.weight(offset + i), before, now[i], tally);
      i++;
    }
  }

  private void change(double[][] tile, int i, double weight, int before, int now, Tally tally) {
    tally.changed++;
    long units = counts.units(weight);
    tally.weights[now] += units;
    if (before >= 0) {
      tally.weights[before] -= units;
    }
    for (int m = 0; m < d; m++) {
      long term = columns[m].units(weight * tile[m][i]);
      tally.sums[now * d + m] += term;
      if (before >= 0) {
        tally.sums[before * d + m] -= term;
      }
    }
  }

  /// Sets the centroids to the means and gives the sum of their squared moves.
  private double move(double[][] centroids, long[] sums, long[] weights) {
    double moved = 0;
    double[][] empty = null;
    for (int j = 0, filled = 0; j < centroids.length; j++) {
      double[] target = new double[d];
      if (weights[j] > 0) {
        double weight = counts.value(weights[j]);
        for (int m = 0; m < d; m++) {
          target[m] = columns[m].value(sums[j * d + m]) / weight;
        }
      } else {
        if (empty == null) {
          empty = farthest(centroids, centroids.length);
        }
        target = empty[Math.min(filled++, empty.length - 1)];
      }
      for (int m = 0; m < d; m++) {
        double step = target[m] - centroids[j][m];
        moved += step * step;
        centroids[j][m] = target[m];
      }
    }
    return moved;
  }

  /// The different rows that lie farthest from their centroids, farthest first, up to `count` of
  /// them: where clusters that lost all rows begin again. Rows equally far are taken in the order
  /// of their values.
  private double[][] farthest(double[][] centroids, int count) {
    var best =
        new TreeMap<double[], double[]>(
            (a, b) -> a[d] != b[d] ? Double.compare(b[d], a[d]) : Arrays.compare(a, b));
    double[] row = new double[d];
    for (int i = 0; i < data.rows(); i++) {
      if (data.weight(i) > 0) {
        data.row(i, row);
        double[] ranked = Arrays.copyOf(row, d + 1);
        ranked[d] = Distances.squared(row, centroids[labels[i]]);
        best.putIfAbsent(ranked, row.clone());
        if (best.size() > count) {
          best.pollLastEntry();
        }
      }
    }
    return best.values().toArray(double[][]::new);
  }
}
