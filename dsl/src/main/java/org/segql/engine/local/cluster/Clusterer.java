package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.List;
import org.segql.engine.Progress;

/// An algorithm with all its options but the number of segments, for what fits many times: the
/// choice of k, and stability.
public interface Clusterer {
  Fit fit(Matrix data, int k, Progress progress);

  /// A fit for each k.
  default List<Fit> fits(Matrix data, int[] ks, Progress progress) {
    return Arrays.stream(ks).mapToObj(k -> fit(data, k, progress)).toList();
  }

  /// The same algorithm with fewer starts and on one thread, for the many small fits of a
  /// bootstrap.
  Clusterer quick(long seed);

  /// Whether its segments may be chains, which distances from a middle misjudge.
  default boolean chains() {
    return false;
  }

  /// The k of the options is ignored.
  static Clusterer kmeans(KMeansOptions options) {
    return new Clusterer() {
      @Override
      public Fit fit(Matrix data, int k, Progress progress) {
        return KMeans.fit(data, options.withK(k), progress);
      }

      @Override
      public Clusterer quick(long seed) {
        return quickKmeans(seed);
      }
    };
  }

  /// One tree serves every k. The k of the options is ignored.
  static Clusterer hierarchical(HierarchicalOptions options) {
    return new Clusterer() {
      @Override
      public Fit fit(Matrix data, int k, Progress progress) {
        return Hierarchical.fit(data, options.withK(k), progress);
      }

      @Override
      public List<Fit> fits(Matrix data, int[] ks, Progress progress) {
        Fit first = fit(data, ks[0], progress);
        return Arrays.stream(ks)
            .mapToObj(k -> Hierarchical.cut(data, first, options.withK(k), progress))
            .toList();
      }

      @Override
      public boolean chains() {
        return options.linkage() == Linkage.SINGLE;
      }

      @Override
      public Clusterer quick(long seed) {
        return hierarchical(new HierarchicalOptions(options.k(), options.linkage(), seed, 1));
      }
    };
  }

  /// The k of the options is ignored.
  static Clusterer gmm(GmmOptions options) {
    return new Clusterer() {
      @Override
      public Fit fit(Matrix data, int k, Progress progress) {
        return Gmm.fit(data, options.withK(k), progress);
      }

      @Override
      public Clusterer quick(long seed) {
        return gmm(new GmmOptions(options.k(), 1, 100, 1e-4, seed, 1));
      }
    };
  }

  private static Clusterer quickKmeans(long seed) {
    return new Clusterer() {
      @Override
      public Fit fit(Matrix data, int k, Progress progress) {
        return KMeans.quick(data, k, seed, progress);
      }

      @Override
      public Clusterer quick(long newSeed) {
        return quickKmeans(newSeed);
      }
    };
  }
}
