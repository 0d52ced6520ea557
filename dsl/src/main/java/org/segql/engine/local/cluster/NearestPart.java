package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.segql.engine.Progress;

/// Segments cut from a tree: a row goes to the segment that holds the nearest part. The parts are
/// what a deeper cut of the same tree gives, so each lies within one segment, and together they
/// follow shapes that the centroids of the segments do not: a condensed set of prototypes (Hart,
/// 1968, "The condensed nearest neighbor rule") that the tree itself offers.
///
/// @param parts the means of the parts, p × d
/// @param labels the segment of each part, p numbers 0..k-1
/// @param centroids of the segments, k × d
/// @param agreement the share of the rows in the tree that score to the segment where the fit put
///   them
public record NearestPart(double[][] parts, int[] labels, double[][] centroids, double agreement)
    implements Scorer {
  /// The share of rows that is asked for before parts are cut no finer.
  static final double ENOUGH = 0.98;

  /// The most parts.
  static final int MOST = 2_000;

  /// With more parts than these a tree finds the nearest sooner than looking at all.
  private static final int FEW = 64;

  /// Cuts a tree deeper and deeper, until its rows score as they were fitted.
  ///
  /// @param data the rows that were fitted
  /// @param labels their segments by the tree, 0..k-1, or -1 where the tree does not hold them
  static NearestPart of(Matrix data, Dendrogram tree, int[] labels, int k, Workers workers) {
    int most = Math.min(tree.leaves(), Math.max(k, MOST));
    double[][] centroids = Partition.means(data, labels, k);
    NearestPart best = null;
    for (int p = k; best == null || best.agreement < ENOUGH && p <= most; p = next(p, most)) {
      workers.progress().check();
      NearestPart tried = cut(data, tree.cut(p), labels, p, centroids, workers);
      if (best == null || tried.agreement > best.agreement) {
        best = tried;
      }
    }
    return best;
  }

  private static int next(int p, int most) {
    return p == most ? most + 1 : Math.min(2 * p, most);
  }

  private static NearestPart cut(
      Matrix data, int[] fine, int[] labels, int p, double[][] centroids, Workers workers) {
    int[] owner = new int[p];
    for (int i = 0; i < fine.length; i++) {
      if (fine[i] >= 0) {
        owner[fine[i]] = labels[i];
      }
    }
    var parts = new NearestPart(Partition.means(data, fine, p), owner, centroids, Double.NaN);
    int[] scored = parts.labels(data, workers);
    long same = 0;
    long all = 0;
    for (int i = 0; i < labels.length; i++) {
      all += labels[i] >= 0 ? 1 : 0;
      same += labels[i] >= 0 && labels[i] == scored[i] ? 1 : 0;
    }
    return new NearestPart(parts.parts, owner, centroids, (double) same / all);
  }

  /// The segments of rows.
  int[] labels(Matrix rows, Workers workers) {
    if (parts.length <= FEW) {
      int[] nearest = Distances.nearest(rows, parts, workers).labels();
      return Arrays.stream(nearest).map(i -> labels[i]).toArray();
    }
    int[] found = new int[rows.rows()];
    var tree = new KdTree(parts);
    workers.run(
        rows.tiles(),
        1,
        (_, from, to) -> {
          double[] row = new double[rows.columns()];
          for (int i = from * Matrix.TILE; i < Math.min(rows.rows(), to * Matrix.TILE); i++) {
            rows.row(i, row);
            found[i] = labels[tree.nearest(row, 1).rows()[0]];
          }
        });
    return found;
  }

  /// The same with its segments in another order.
  ///
  /// @param centroidsOf the centroids of the segments in that order, of all rows: the tree may hold
  ///   a sample of them
  NearestPart renumbered(int[] order, double[][] centroidsOf) {
    int[] changed = labels.clone();
    Numbering.renumber(changed, order);
    return new NearestPart(parts, changed, centroidsOf, agreement);
  }

  @Override
  public Scores score(Matrix rows) {
    int[] found =
        labels(rows, new Workers(Runtime.getRuntime().availableProcessors(), Progress.NONE));
    double[] none = new double[found.length];
    Arrays.fill(none, Double.NaN);
    return new Scores(found, Distances.own(rows, found, centroids), none);
  }

  @Override
  public int k() {
    return centroids.length;
  }

  @Override
  public String fidelity() {
    return "New rows go to the segment of the nearest of %,d parts of the tree; of the rows in the tree %.1f%% score as they were fitted."
        .formatted(parts.length, Math.floor(agreement * 1000) / 10);
  }
}
