package org.segql.engine.local.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// k-means: k centroids that make the within-cluster sum of squares small.
///
/// The starts (greedy k-means++, Lloyd's iterations, then moves of single rows) are tried on the
/// different rows of the data, each once and weighted, up to {@link #SKETCH} of them; the best goes
/// on over all rows if there are more. Neither the sample nor any sum depends on the order of the
/// rows or the number of threads, so neither does the result.
public final class KMeans {
  /// So many different rows at most take part in the search for the best start.
  public static final int SKETCH = 1 << 14;

  private final Matrix data;
  private final KMeansOptions options;
  private final Progress progress;
  private final Workers workers;

  private KMeans(Matrix data, KMeansOptions options, Progress progress) {
    this.data = data;
    this.options = options;
    this.progress = progress;
    this.workers = new Workers(options.threads(), progress);
  }

  /// Fits k centroids. Confidence is empty; the objective is the (weighted) within-cluster sum of
  /// squares.
  ///
  /// @throws SegqlException `too-few-rows` where there are fewer different rows than segments;
  ///   `cancelled`
  public static Fit fit(Matrix data, KMeansOptions options, Progress progress) {
    return new KMeans(data, options, progress).fit();
  }

  /// Lloyd's iterations from given centroids over all rows, without restarts.
  ///
  /// @param start k × d; not changed
  public static Fit from(Matrix data, double[][] start, KMeansOptions options, Progress progress) {
    var run = new KMeans(data, options, progress);
    double scale = options.tolerance() == 0 ? 0 : meanVariance(run.sketch().points());
    return run.finish(run.lloyd(start, scale), List.of());
  }

  /// The better of two plain starts on one thread: for the many fits of a bootstrap, where a local
  /// optimum is part of what is measured.
  static Fit quick(Matrix data, int k, long seed, Progress progress) {
    var run = new KMeans(data, new KMeansOptions(k, 2, 300, 1e-4, seed, 1), progress);
    Matrix points = run.sketch().points();
    if (points.rows() < k) {
      throw new TooFewRows(points.rows(), k);
    }
    double[] shift = shift(points);
    points = points.minus(shift);
    var random = new SplittableRandom(seed);
    var one = StartSearch.rough(points, k, random.split(), progress);
    var two = StartSearch.rough(points, k, random.split(), progress);
    var best = two.objective() < one.objective() * (1 - 1e-12) ? two : one;
    double[][] centroids = plus(best.centroids(), shift);
    return run.finish(new Lloyd.Result(centroids, best.iterations(), true), List.of());
  }

  private Sketch sketch() {
    return Sketch.of(data, SKETCH, options.seed());
  }

  private Fit fit() {
    int k = options.k();
    progress.report("k-means, k = " + k + ", first look", 0);
    Sketch sketch = sketch();
    Matrix points = sketch.points();
    if (points.rows() < k) {
      throw new TooFewRows(points.rows(), k);
    }
    double[] shift = shift(points);
    var best = StartSearch.best(points.minus(shift), options, progress);
    double[][] centroids = plus(best.centroids(), shift);
    if (sketch.complete()) {
      return finish(new Lloyd.Result(centroids, best.iterations(), best.converged()), List.of());
    }
    var note =
        Diagnostic.note(
            Code.SAMPLED,
            "The %d starts of k-means were compared on a sample of %,d of %,d rows; the best went on over all rows."
                .formatted(options.restarts(), points.rows(), data.rows()));
    progress.report("k-means, k = " + k + ", all rows", 0.9);
    return finish(lloyd(centroids, meanVariance(points)), List.of(note));
  }

  /// Iterations over all rows, on numbers near 0: the scores of {@link Kernel} lose digits where
  /// columns lie far from it.
  private Lloyd.Result lloyd(double[][] start, double variance) {
    double[] shift = shift(data);
    boolean moved = false;
    double[] back = new double[shift.length];
    for (int j = 0; j < shift.length; j++) {
      moved |= shift[j] != 0;
      back[j] = -shift[j];
    }
    var lloyd = new Lloyd(moved ? data.minus(shift) : data, workers);
    var result =
        lloyd.run(plus(start, back), options.maxIterations(), options.tolerance() * variance);
    return new Lloyd.Result(
        plus(result.centroids(), shift), result.iterations(), result.converged());
  }

  /// The middle of each column that lies farther from 0 than four times its range; 0 for the
  /// others.
  private static double[] shift(Matrix data) {
    double[] shift = new double[data.columns()];
    for (int j = 0; j < shift.length; j++) {
      double middle = (data.low(j) + data.high(j)) / 2;
      if (Math.abs(middle) > 4 * (data.high(j) - data.low(j))) {
        shift[j] = middle;
      }
    }
    return shift;
  }

  private static double[][] plus(double[][] rows, double[] shift) {
    double[][] sum = new double[rows.length][shift.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < shift.length; j++) {
        sum[i][j] = rows[i][j] + shift[j];
      }
    }
    return sum;
  }

  static double meanVariance(Matrix points) {
    double total = 0;
    for (int j = 0; j < points.columns(); j++) {
      double weight = 0;
      double mean = 0;
      double squares = 0;
      for (int i = 0; i < points.rows(); i++) {
        double w = points.weight(i);
        double away = points.at(i, j) - mean;
        weight += w;
        mean += away * w / weight;
        squares += w * away * (points.at(i, j) - mean);
      }
      total += squares / weight;
    }
    return total / points.columns();
  }

  private Fit finish(Lloyd.Result end, List<Diagnostic> notes) {
    var nearest = Distances.nearest(data, end.centroids(), workers);
    int[] labels = nearest.labels();
    double largest = 0;
    for (int i = 0; i < labels.length; i++) {
      largest = Math.max(largest, data.weight(i) * nearest.squared()[i]);
    }
    var objective = new ExactSum(largest, labels.length);
    for (int i = 0; i < labels.length; i++) {
      objective.add(data.weight(i) * nearest.squared()[i]);
    }
    var said = new ArrayList<>(notes);
    if (!end.converged()) {
      said.add(notConverged(options.maxIterations()));
    }
    int[] order = Numbering.order(labels, end.centroids(), data);
    Numbering.renumber(labels, order);
    double[][] centroids = Numbering.reorder(end.centroids(), order);
    return new Fit(
        labels,
        centroids,
        objective.value(),
        new double[0],
        end.iterations(),
        end.converged(),
        new NearestCentroid(centroids, true),
        null,
        said);
  }

  private static Diagnostic notConverged(int iterations) {
    return Diagnostic.warning(
        Code.NOT_CONVERGED,
        "k-means was still moving rows after %d iterations.".formatted(iterations),
        "Raise `max_iterations`.");
  }
}
