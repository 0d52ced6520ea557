package org.segql.engine.local.cluster;

/// How a hierarchical fit is made.
///
/// @param k the number of segments the tree is cut into, at least 1
/// @param seed of the sample, where one is taken
public record HierarchicalOptions(int k, Linkage linkage, long seed, int threads) {
  public HierarchicalOptions {
    if (k < 1) {
      throw new IllegalArgumentException("k = " + k);
    }
  }

  public static HierarchicalOptions of(int k, Linkage linkage) {
    return new HierarchicalOptions(k, linkage, 42, Runtime.getRuntime().availableProcessors());
  }

  public HierarchicalOptions withK(int newK) {
    return new HierarchicalOptions(newK, linkage, seed, threads);
  }
}
