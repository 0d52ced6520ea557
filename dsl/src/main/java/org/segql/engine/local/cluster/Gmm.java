package org.segql.engine.local.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.measure.Moments;

/// Gaussian mixtures with full covariances. The first start is the best k-means, the others single
/// runs of it; the mixture with the highest likelihood is kept. EM runs on the different rows,
/// weighted, at most {@link #ROWS} of them; all rows are then put to their most probable component.
///
/// Ours and not Smile's, whose covariances need the native BLAS (a second to unpack) and whose
/// result depends on the order of the rows.
public final class Gmm {
  public static final int ROWS = 50_000;

  private Gmm() {}

  /// The objective is the negative log-likelihood of the rows that EM saw; confidence is the
  /// probability of the row's own component.
  ///
  /// @throws SegqlException `too-few-rows` where there are fewer different rows than components;
  ///   `cancelled`
  public static Fit fit(Matrix data, GmmOptions options, Progress progress) {
    Sketch sketch = Sketch.of(data, ROWS, options.seed());
    Matrix points = sketch.points();
    if (points.rows() < options.k()) {
      throw new TooFewRows(points.rows(), options.k());
    }
    var runs = runs(points, options, progress);
    var best = runs[0];
    for (var run : runs) {
      if (run.logLikelihood() > best.logLikelihood() + 1e-9 * Math.abs(best.logLikelihood())) {
        best = run;
      }
    }
    List<Diagnostic> notes = new ArrayList<>();
    if (!sketch.complete()) {
      notes.add(sampled(points.rows(), data.rows()));
    }
    if (!best.converged()) {
      notes.add(notConverged(options.maxIterations()));
    }
    return fit(data, best, new Workers(options.threads(), progress), notes);
  }

  private static ExpectationMaximization.Result[] runs(
      Matrix points, GmmOptions options, Progress progress) {
    double[] variances = new double[points.columns()];
    for (int m = 0; m < variances.length; m++) {
      Moments moments = Moments.of(points.column(m), points.weights());
      variances[m] = moments.squares() / moments.weight();
    }
    double variance = Arrays.stream(variances).average().orElseThrow();
    var random = new SplittableRandom(options.seed());
    long[] seeds = random.longs(options.restarts()).toArray();
    var runs = new ExpectationMaximization.Result[options.restarts()];
    new Workers(options.threads(), progress)
        .run(
            runs.length,
            1,
            (_, from, to) -> {
              for (int r = from; r < to; r++) {
                progress.report(
                    "mixture, k = %d, start %d of %d".formatted(options.k(), r + 1, runs.length),
                    (double) r / runs.length);
                int starts = r == 0 ? 10 : 1;
                var start = new KMeansOptions(options.k(), starts, 300, 1e-4, seeds[r], 1);
                int[] labels = KMeans.fit(points, start, progress).labels();
                runs[r] = ExpectationMaximization.run(points, labels, options, variance, progress);
              }
            });
    return runs;
  }

  private static Fit fit(
      Matrix data, ExpectationMaximization.Result best, Workers workers, List<Diagnostic> notes) {
    var found = best.mixture();
    int[] labels = found.score(data, workers).labels();
    int[] order = Numbering.order(labels, found.means(), data);
    var mixture =
        new GaussianMixture(
            Arrays.stream(order).mapToDouble(j -> found.weights()[j]).toArray(),
            Numbering.reorder(found.means(), order),
            Arrays.stream(order).mapToObj(j -> found.covariances()[j]).toArray(double[][][]::new));
    // Scored once more: sums over components in their new order may differ in the last digit, and
    // labels must be those that a new row gets.
    var scores = mixture.score(data, workers);
    return new Fit(
        scores.labels(),
        mixture.means(),
        -best.logLikelihood(),
        scores.confidence(),
        best.iterations(),
        best.converged(),
        mixture,
        null,
        notes);
  }

  private static Diagnostic sampled(int points, int rows) {
    return Diagnostic.note(
        Code.SAMPLED,
        "The mixture was fitted on a sample of %,d of %,d rows; all rows were put to its components."
            .formatted(points, rows));
  }

  private static Diagnostic notConverged(int iterations) {
    return Diagnostic.warning(
        Code.NOT_CONVERGED,
        "The likelihood of the mixture was still growing after %d iterations."
            .formatted(iterations),
        "Raise `max_iterations`, or ask for fewer components.");
  }
}
