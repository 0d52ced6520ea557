package org.segql.measure;

/// The difference of two means in pooled standard deviations.
///
/// Cohen (1988), "Statistical power analysis for the behavioral sciences".
public final class CohensD {
  private CohensD() {}

  /// (mean a − mean b) / √(((n_a−1)·var_a + (n_b−1)·var_b) / (n_a+n_b−2)); 0 where the means are
  /// equal, NaN where either side has no row or nothing varies.
  public static double of(Moments a, Moments b) {
    double difference = a.mean() - b.mean();
    if (difference == 0) {
      return 0;
    }
    double df = a.count() + b.count() - 2.0;
    double pooled = (variation(a) + variation(b)) / df;
    return df > 0 && pooled > 0 ? difference / Math.sqrt(pooled) : Double.NaN;
  }

  private static double variation(Moments m) {
    return m.weight() > 0 ? m.squares() * m.count() / m.weight() : Double.NaN;
  }

  /// Welch's t test of the two means, both sides: the p value.
  public static double p(Moments a, Moments b) {
    double sa = a.variance() / a.count();
    double sb = b.variance() / b.count();
    double t = (a.mean() - b.mean()) / Math.sqrt(sa + sb);
    double df = (sa + sb) * (sa + sb) / (sa * sa / (a.count() - 1.0) + sb * sb / (b.count() - 1.0));
    return Tails.t(t, df);
  }
}
