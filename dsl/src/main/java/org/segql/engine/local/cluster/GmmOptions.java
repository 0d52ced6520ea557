package org.segql.engine.local.cluster;

/// How a Gaussian mixture is fitted.
///
/// @param k the number of components, at least 1
/// @param restarts how many starts are tried
/// @param tolerance EM ends once the mean log-likelihood of a row grows by less
public record GmmOptions(
    int k, int restarts, int maxIterations, double tolerance, long seed, int threads) {
  public GmmOptions {
    if (k < 1 || restarts < 1 || maxIterations < 1 || !(tolerance >= 0)) {
      throw new IllegalArgumentException("options of a mixture out of range");
    }
  }

  /// 5 restarts, 500 iterations, tolerance 1e-6, seed 42, all processors.
  public static GmmOptions of(int k) {
    return new GmmOptions(k, 5, 500, 1e-6, 42, Runtime.getRuntime().availableProcessors());
  }

  public GmmOptions withK(int newK) {
    return new GmmOptions(newK, restarts, maxIterations, tolerance, seed, threads);
  }

  public GmmOptions withSeed(long newSeed) {
    return new GmmOptions(k, restarts, maxIterations, tolerance, newSeed, threads);
  }
}
