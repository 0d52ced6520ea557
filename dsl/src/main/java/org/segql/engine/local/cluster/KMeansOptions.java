package org.segql.engine.local.cluster;

/// How k-means is fitted.
///
/// @param k the number of segments, at least 1
/// @param restarts how many starts are tried, at least 1
/// @param maxIterations limit of Lloyd's iterations over all rows
/// @param tolerance iterations end once the squared moves of the centroids add up to no more than
///   this times the mean variance of the columns; 0: once no row changes its segment
/// @param threads how many threads may work; the result does not depend on it
public record KMeansOptions(
    int k, int restarts, int maxIterations, double tolerance, long seed, int threads) {
  public KMeansOptions {
    if (k < 1 || restarts < 1 || maxIterations < 1 || !(tolerance >= 0)) {
      throw new IllegalArgumentException("k-means options out of range");
    }
  }

  /// 10 restarts, 300 iterations, tolerance 1e-4, seed 42, all processors.
  public static KMeansOptions of(int k) {
    return new KMeansOptions(k, 10, 300, 1e-4, 42, Runtime.getRuntime().availableProcessors());
  }

  public KMeansOptions withK(int newK) {
    return new KMeansOptions(newK, restarts, maxIterations, tolerance, seed, threads);
  }

  public KMeansOptions withSeed(long newSeed) {
    return new KMeansOptions(k, restarts, maxIterations, tolerance, newSeed, threads);
  }

  public KMeansOptions withRestarts(int newRestarts) {
    return new KMeansOptions(k, newRestarts, maxIterations, tolerance, seed, threads);
  }

  public KMeansOptions withThreads(int newThreads) {
    return new KMeansOptions(k, restarts, maxIterations, tolerance, seed, newThreads);
  }
}
