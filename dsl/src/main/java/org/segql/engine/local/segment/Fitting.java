package org.segql.engine.local.segment;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.Algorithm;
import org.segql.algorithm.K;
import org.segql.engine.Progress;
import org.segql.engine.local.cluster.ChooseK;
import org.segql.engine.local.cluster.Clusterer;
import org.segql.engine.local.cluster.Dbscan;
import org.segql.engine.local.cluster.DbscanOptions;
import org.segql.engine.local.cluster.Fit;
import org.segql.engine.local.cluster.GmmOptions;
import org.segql.engine.local.cluster.HierarchicalOptions;
import org.segql.engine.local.cluster.KChoice;
import org.segql.engine.local.cluster.KMeansOptions;
import org.segql.engine.local.cluster.Linkage;
import org.segql.engine.local.cluster.Matrix;
import org.segql.engine.local.cluster.TooFewRows;
import org.segql.measure.Dispersion;

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
      case Algorithm.KMeans a -> over(a.k(), clusterer(a));
      case Algorithm.Gmm a -> over(a.k(), clusterer(a));
      case Algorithm.Ward a -> over(a.k(), clusterer(a));
      case Algorithm.Hierarchical a -> over(a.k(), clusterer(a));
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

  /// The algorithm for what fits many times.
  ///
  /// @throws IllegalArgumentException where it has no k
  Clusterer clusterer(Algorithm algorithm) {
    return switch (algorithm) {
      case Algorithm.KMeans a ->
          Clusterer.kmeans(
              new KMeansOptions(
                  a.k().low(), a.restarts(), a.maxIterations(), a.tolerance(), seed, threads));
      case Algorithm.Gmm a ->
          Clusterer.gmm(
              new GmmOptions(
                  a.k().low(), a.restarts(), a.maxIterations(), a.tolerance(), seed, threads));
      case Algorithm.Ward a ->
          Clusterer.hierarchical(new HierarchicalOptions(a.k().low(), Linkage.WARD, seed, threads));
      case Algorithm.Hierarchical a ->
          Clusterer.hierarchical(
              new HierarchicalOptions(
                  a.k().low(), Linkage.valueOf(a.linkage().name()), seed, threads));
      case Algorithm.Dbscan _, Algorithm.Quantiles _, Algorithm.Rules _ ->
          throw new IllegalArgumentException(algorithm.definition().text() + " has no k");
    };
  }

  private Fitted over(K k, Clusterer clusterer) {
    if (k.fixed()) {
      progress.report("fitting k = " + k.low(), -1);
      return new Fitted(clusterer.fit(data, k.low(), progress), null);
    }
    KChoice choice = choose(k, clusterer);
    return new Fitted(choice.fit(), k.low() == 1 ? withOne(choice) : choice);
  }

  private KChoice choose(K k, Clusterer clusterer) {
    int low = Math.max(2, k.low());
    try {
      return ChooseK.choose(data, low, k.high(), clusterer, seed, threads, progress);
    } catch (TooFewRows e) {
      throw e.inRange(low, k.text());
    }
  }

  /// A range that begins at 1 shows the undivided rows too: the curve of the elbow starts there.
  private KChoice withOne(KChoice choice) {
    double nan = Double.NaN;
    double total =
        Dispersion.of(data.toColumns(), new int[data.rows()], 1, data.weights()).withinTotal();
    var rows = new ArrayList<KChoice.Row>();
    rows.add(new KChoice.Row(1, total, nan, nan, nan, nan, nan, nan, nan));
    rows.addAll(choice.rows());
    return new KChoice(
        rows, choice.votes(), choice.elbow(), choice.k(), choice.fit(), choice.notes());
  }
}
