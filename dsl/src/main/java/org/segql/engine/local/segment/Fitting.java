package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.Algorithm;
import org.segql.algorithm.K;
import org.segql.engine.Progress;
import org.segql.engine.local.cluster.Dbscan;
import org.segql.engine.local.cluster.DbscanOptions;
import org.segql.engine.local.cluster.Fit;
import org.segql.engine.local.cluster.Gmm;
import org.segql.engine.local.cluster.GmmOptions;
import org.segql.engine.local.cluster.Hierarchical;
import org.segql.engine.local.cluster.HierarchicalOptions;
import org.segql.engine.local.cluster.KMeans;
import org.segql.engine.local.cluster.KMeansOptions;
import org.segql.engine.local.cluster.Linkage;
import org.segql.engine.local.cluster.Matrix;
import org.segql.measure.Dispersion;
import org.segql.measure.Metric;
import org.segql.measure.Silhouette;

/// Runs the algorithm that a plan names, choosing k where it is not fixed.
final class Fitting {
  private final Matrix data;
  private final long seed;
  private final int threads;
  private final Progress progress;

  Fitting(Matrix data, long seed, int threads, Progress progress) {
    this.data = data;
    this.seed = seed;
    this.threads = threads;
    this.progress = progress;
  }

  /// @param choice how k was chosen; null where it was given or is not asked for
  record Fitted(Fit fit, @Nullable KChoice choice) {}

  Fitted fit(Algorithm algorithm) {
    return switch (algorithm) {
      case Algorithm.KMeans a -> over(a.k(), (k, _) -> kmeans(a, k));
      case Algorithm.Gmm a -> over(a.k(), (k, _) -> gmm(a, k));
      case Algorithm.Ward a -> over(a.k(), (k, before) -> tree(Linkage.WARD, k, before));
      case Algorithm.Hierarchical a ->
          over(a.k(), (k, before) -> tree(Linkage.valueOf(a.linkage().name()), k, before));
      case Algorithm.Dbscan a -> {
        progress.report("dbscan", -1);
        yield new Fitted(
            Dbscan.fit(
                data, new DbscanOptions(a.epsilon(), a.minPoints(), seed, threads), progress),
            null);
      }
      case Algorithm.Quantiles _, Algorithm.Rules _ ->
          throw new IllegalArgumentException("bands and rules are not fitted");
    };
  }

  /// Fits one k; what came before may save work (a tree is cut again).
  private interface Attempt {
    Fit at(int k, @Nullable Fit before);
  }

  private Fitted over(K k, Attempt attempt) {
    if (k.fixed()) {
      progress.report("fitting k = " + k.low(), -1);
      return new Fitted(attempt.at(k.low(), null), null);
    }
    var fits = new ArrayList<Fit>();
    Fit before = null;
    for (int i = k.low(); i <= k.high(); i++) {
      progress.report("fitting k = " + i, (i - k.low()) / (double) (k.high() - k.low() + 1));
      before = attempt.at(i, before);
      fits.add(before);
    }
    KChoice choice = choose(k, fits);
    return new Fitted(fits.get(choice.chosen() - k.low()), choice);
  }

  private KChoice choose(K k, List<Fit> fits) {
    int n = fits.size();
    double[][] columns = data.toColumns();
    double[] silhouette = new double[n];
    double[] ch = new double[n];
    double[] db = new double[n];
    for (int i = 0; i < n; i++) {
      Fit fit = fits.get(i);
      int found = k.low() + i;
      progress.report("judging k = " + found, i / (double) n);
      progress.check();
      silhouette[i] =
          found < 2
              ? Double.NaN
              : Silhouette.of(columns, fit.labels(), found, data.weights(), seed).mean();
      var dispersion = Dispersion.of(columns, fit.labels(), found, data.weights());
      ch[i] = found < 2 ? Double.NaN : dispersion.calinskiHarabasz();
      db[i] = found < 2 ? Double.NaN : dispersion.daviesBouldin();
    }
    int[] votes = new int[n];
    for (int best :
        new int[] {
          Metric.SILHOUETTE.best(silhouette),
          Metric.CALINSKI_HARABASZ.best(ch),
          Metric.DAVIES_BOULDIN.best(db)
        }) {
      if (best >= 0) {
        votes[best]++;
      }
    }
    int chosen = 0;
    var candidates = new ArrayList<KChoice.Candidate>();
    for (int i = 0; i < n; i++) {
      chosen = votes[i] > votes[chosen] ? i : chosen;
      candidates.add(
          new KChoice.Candidate(
              k.low() + i, fits.get(i).objective(), silhouette[i], ch[i], db[i], votes[i]));
    }
    return new KChoice(
        k.low() + chosen,
        candidates,
        false,
        "k = "
            + (k.low() + chosen)
            + " has "
            + votes[chosen]
            + " of 3 votes (silhouette, Calinski-Harabasz, Davies-Bouldin).");
  }

  private Fit kmeans(Algorithm.KMeans a, int k) {
    return KMeans.fit(
        data,
        new KMeansOptions(k, a.restarts(), a.maxIterations(), a.tolerance(), seed, threads),
        progress);
  }

  private Fit gmm(Algorithm.Gmm a, int k) {
    return Gmm.fit(
        data,
        new GmmOptions(k, a.restarts(), a.maxIterations(), a.tolerance(), seed, threads),
        progress);
  }

  private Fit tree(Linkage linkage, int k, @Nullable Fit before) {
    var options = new HierarchicalOptions(k, linkage, seed, threads);
    return before == null
        ? Hierarchical.fit(data, options, progress)
        : Hierarchical.cut(data, before, options, progress);
  }
}
