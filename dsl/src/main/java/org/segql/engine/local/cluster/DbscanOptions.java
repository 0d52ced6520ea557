package org.segql.engine.local.cluster;

/// How DBSCAN is fitted.
///
/// @param epsilon rows no farther apart are neighbours, in prepared units; NaN: by the knee of the
///   distances from the `minPoints`-th neighbour
/// @param minPoints a row with so many neighbours, itself among them, is a core row; 0: twice the
///   number of columns, at least 5
public record DbscanOptions(double epsilon, int minPoints, long seed, int threads) {
  public DbscanOptions {
    if (epsilon <= 0 || minPoints < 0) {
      throw new IllegalArgumentException("options of dbscan out of range");
    }
  }

  public static DbscanOptions auto() {
    return of(Double.NaN, 0);
  }

  public static DbscanOptions of(double epsilon, int minPoints) {
    return new DbscanOptions(epsilon, minPoints, 42, Runtime.getRuntime().availableProcessors());
  }

  int minPoints(int rows, int columns) {
    return minPoints > 0 ? minPoints : Math.max(5, Math.max(2 * columns, (int) Math.log(rows)));
  }
}
