package org.segql.engine.local.cluster;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.segql.engine.Progress;

/// Tries several starts of k-means on the different rows of the data and keeps the best. Each start
/// has a random stream of its own, so that starts may run side by side.
final class StartSearch {
  private static final int MAX_ITERATIONS = 300;
  private static final double ROUGH = 1e-4;

  /// Up to so many rows every start is polished, beyond it the best alone.
  private static final int POLISH_EACH = 1_000;

  /// One start carried to its optimum.
  record Candidate(double[][] centroids, double objective, int iterations, boolean converged) {}

  private StartSearch() {}

  /// The candidate with the smallest objective; of equal ones the earliest.
  static Candidate best(Matrix points, KMeansOptions options, Progress progress) {
    var random = new SplittableRandom(options.seed());
    var streams = new SplittableRandom[options.restarts()];
    for (int r = 0; r < streams.length; r++) {
      streams[r] = random.split();
    }
    var candidates = new Candidate[options.restarts()];
    var done = new AtomicInteger();
    boolean each = points.rows() <= POLISH_EACH;
    new Workers(options.threads(), progress)
        .run(
            candidates.length,
            1,
            (_, from, to) -> {
              for (int r = from; r < to; r++) {
                Candidate rough = rough(points, options.k(), streams[r], progress);
                candidates[r] = each ? polished(points, rough, progress) : rough;
                int ready = done.incrementAndGet();
                progress.report(
                    "k-means, k = %d, start %d of %d"
                        .formatted(options.k(), ready, candidates.length),
                    (double) ready / (candidates.length + 1));
              }
            });
    Candidate best = candidates[0];
    for (Candidate candidate : candidates) {
      // Two ways to one optimum differ in the last digits: that must not decide.
      if (candidate.objective < best.objective * (1 - 1e-12)) {
        best = candidate;
      }
    }
    return each ? best : polished(points, best, progress);
  }

  /// Lloyd's iterations alone, ended by the tolerance: enough to rank starts, and for the many fits
  /// of a bootstrap.
  static Candidate rough(Matrix points, int k, SplittableRandom random, Progress progress) {
    double[][] start = Seeding.plusPlus(points, k, random);
    double tolerance = ROUGH * KMeans.meanVariance(points);
    var end = new Lloyd(points, new Workers(1, progress)).run(start, MAX_ITERATIONS, tolerance);
    return candidate(points, end, end.iterations());
  }

  /// Goes on until neither Lloyd's iterations nor moves of single rows help.
  private static Candidate polished(Matrix points, Candidate start, Progress progress) {
    Lloyd lloyd = new Lloyd(points, new Workers(1, progress));
    Lloyd.Result first = lloyd.run(start.centroids(), MAX_ITERATIONS, 0);
    double[][] moved = Hartigan.improve(points, first.centroids(), progress);
    Lloyd.Result end = lloyd.run(moved, MAX_ITERATIONS, 0);
    return candidate(points, end, start.iterations() + first.iterations() + end.iterations());
  }

  private static Candidate candidate(Matrix points, Lloyd.Result end, int iterations) {
    double objective = objective(points, end.centroids());
    return new Candidate(end.centroids(), objective, iterations, end.converged());
  }

  private static double objective(Matrix points, double[][] centroids) {
    double[] squared =
        Distances.nearest(points, centroids, new Workers(1, Progress.NONE)).squared();
    double sum = 0;
    for (int i = 0; i < squared.length; i++) {
      sum += points.weight(i) * squared[i];
    }
    return sum;
  }
}
