package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.List;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;

/// DBSCAN: core rows (with enough neighbours within epsilon) that are neighbours form a segment;
/// another row joins the segment of its nearest core row within epsilon, else it is noise. (The
/// original leaves it to the order of the rows which segment a border row joins.)
///
/// Ester, Kriegel, Sander and Xu (1996), "A density-based algorithm for discovering clusters", KDD.
public final class Dbscan {
  private static final int KNEE_ROWS = 5_000;

  /// How many rows are searched for between two looks whether to stop: with a wide epsilon each
  /// search goes through a good part of the rows.
  private static final int SEARCHES = 32;

  private final Matrix points;
  private final double[][] rows;
  private final KdTree tree;
  private final Workers workers;
  private final int minPoints;

  private Dbscan(Matrix data, DbscanOptions options, Progress progress) {
    // Neighbours are counted, whatever the rows weigh.
    this.points =
        Sketch.of(data.withWeights(null), Math.max(1, data.rows()), options.seed()).points();
    progress.check();
    this.rows = points.toRows();
    progress.check();
    this.tree = new KdTree(rows);
    this.workers = new Workers(options.threads(), progress);
    this.minPoints = options.minPoints(data.rows(), data.columns());
  }

  /// The objective is NaN. Notes say the epsilon found, or that there is no dense region (then k is
  /// 0).
  public static Fit fit(Matrix data, DbscanOptions options, Progress progress) {
    progress.report("dbscan, neighbours", 0);
    var run = new Dbscan(data, options, progress);
    boolean auto = Double.isNaN(options.epsilon());
    double epsilon = auto ? run.knee() : options.epsilon();
    NearestCore cores = run.cores(epsilon);
    progress.report("dbscan, border rows", 0.8);
    int[] labels = cores.labels(data, run.workers);
    int k = Arrays.stream(cores.labels()).max().orElse(-1) + 1;
    var partition = new Partition(data, labels, k);
    Numbering.renumber(cores.labels(), partition.order());
    return new Fit(
        labels,
        partition.centroids(),
        Double.NaN,
        new double[0],
        1,
        true,
        new NearestCore(cores.points(), cores.labels(), partition.centroids(), epsilon),
        null,
        run.notes(epsilon, auto, k));
  }

  private List<Diagnostic> notes(double epsilon, boolean auto, int k) {
    String found =
        "dbscan took epsilon = %.4g (%s) and min_points = %d."
            .formatted(
                epsilon,
                auto ? "the knee of the distances from neighbours" : "as given",
                minPoints);
    var note = Diagnostic.note(Code.CHOSEN, found);
    var noise =
        Diagnostic.warning(
            Code.ALL_NOISE,
            "dbscan found no dense region: every row is noise.",
            "Raise `epsilon` or lower `min_points`.");
    return k == 0 ? List.of(note, noise) : List.of(note);
  }

  /// The distance from the `minPoints`-th neighbour at the knee of its sorted curve: where the
  /// curve is farthest below its chord.
  private double knee() {
    int n = Math.min(rows.length, KNEE_ROWS);
    double[] distance = new double[n];
    workers.run(
        n,
        64,
        (_, from, to) -> {
          for (int i = from; i < to; i++) {
            distance[i] = neighbour(rows[i]);
          }
        });
    Arrays.sort(distance);
    double low = distance[0];
    double high = distance[n - 1];
    double best = high;
    double farthest = 0;
    for (int i = 0; i < n && high > low; i++) {
      double below = (double) i / (n - 1) - (distance[i] - low) / (high - low);
      if (below > farthest) {
        farthest = below;
        best = distance[i];
      }
    }
    // Where most rows have copies enough, the curve begins at 0; any epsilon above it serves.
    return best > 0 ? best : Math.max(high, Double.MIN_NORMAL);
  }

  /// The distance within which a row has `minPoints` neighbours, copies counted, or that of the
  /// farthest looked at.
  private double neighbour(double[] row) {
    var near = tree.nearest(row, Math.min(minPoints, rows.length));
    double count = 0;
    double distance = 0;
    for (int i = 0; i < near.rows().length && count < minPoints; i++) {
      count += points.weight(near.rows()[i]);
      distance = Math.sqrt(near.squared()[i]);
    }
    return distance;
  }

  /// The core rows with their segments, whose centroids are not known yet.
  private NearestCore cores(double epsilon) {
    boolean[] core = new boolean[rows.length];
    workers.run(
        rows.length,
        SEARCHES,
        (_, from, to) -> {
          double[] count = new double[1];
          for (int i = from; i < to; i++) {
            count[0] = 0;
            tree.within(rows[i], epsilon, j -> count[0] += points.weight(j));
            core[i] = count[0] >= minPoints;
          }
        });
    int[] parent = new int[rows.length];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < rows.length; i++) {
      if (i % SEARCHES == 0) {
        workers.progress().check();
      }
      int own = i;
      if (core[i]) {
        tree.within(
            rows[i],
            epsilon,
            j -> {
              if (core[j] && j < own) {
                join(parent, own, j);
              }
            });
      }
    }
    return numbered(core, parent, epsilon);
  }

  private NearestCore numbered(boolean[] core, int[] parent, double epsilon) {
    int[] number = new int[rows.length];
    Arrays.fill(number, -1);
    int next = 0;
    int count = 0;
    double[][] cores = new double[rows.length][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (core[i]) {
        int root = root(parent, i);
        if (number[root] < 0) {
          number[root] = next++;
        }
        cores[count] = rows[i];
        labels[count++] = number[root];
      }
    }
    return new NearestCore(
        Arrays.copyOf(cores, count), Arrays.copyOf(labels, count), new double[0][], epsilon);
  }

  private static int root(int[] parent, int i) {
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  private static void join(int[] parent, int a, int b) {
    int first = root(parent, a);
    int second = root(parent, b);
    parent[Math.max(first, second)] = Math.min(first, second);
  }
}
