package org.segql.engine.local.cluster;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.segql.engine.Progress;

/// Tries several starts of k-means on the different rows of the data and keeps the best. Each start
/// has a random stream of its own, so that starts may run side by side.
final class StartSearch {
  private static final int MAX_ITERATIONS = 300;

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
    new Workers(options.threads(), progress)
        .run(
            candidates.length,
            1,
            (_, from, to) -> {
              for (int r = from; r < to; r++) {
                candidates[r] = climb(points, options.k(), streams[r], progress);
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
    return best;
  }

  private static Candidate climb(Matrix points, int k, SplittableRandom random, Progress progress) {
    var alone = new Workers(1, progress);
    double[][] start = Seeding.plusPlus(points, k, random);
    Lloyd lloyd = new Lloyd(points, alone);
    Lloyd.Result rough = lloyd.run(start, MAX_ITERATIONS, 0);
    double[][] moved = Hartigan.improve(points, rough.centroids(), progress);
    Lloyd.Result end = lloyd.run(moved, MAX_ITERATIONS, 0);
    return new Candidate(
        end.centroids(),
        objective(points, end.centroids()),
        rough.iterations() + end.iterations(),
        end.converged());
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
