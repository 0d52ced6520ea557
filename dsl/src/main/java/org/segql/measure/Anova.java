package org.segql.measure;

import org.jspecify.annotations.Nullable;

/// One-way analysis of variance of a number over segments. η² = between / total. Weights are scaled
/// to a mean of 1 first, so that n is the number of rows.
public final class Anova {
  private Anova() {}

  /// @param values n numbers; NaN is left out
  /// @param labels n segments 0..k-1; -1 is left out
  /// @param weights n, or null
  public static Association of(double[] values, int[] labels, int k, double @Nullable [] weights) {
    Moments[] segments = Moments.bySegment(values, labels, k, weights);
    Moments all = Moments.joined(segments);
    int filled = 0;
    double between = 0;
    double within = 0;
    for (Moments segment : segments) {
      if (segment.weight() > 0) {
        filled++;
        double u = segment.mean() - all.mean();
        between += segment.weight() * u * u;
        within += segment.squares();
      }
    }
    double scale = all.count() / all.weight();
    double df = filled - 1.0;
    double df2 = all.count() - filled;
    double f = df < 1 || df2 < 1 ? Double.NaN : (between * scale / df) / (within * scale / df2);
    double eta = between + within > 0 ? between / (between + within) : 0;
    return new Association(
        Association.Test.ANOVA, f, df, df2, Tails.f(f, df, df2), eta, Magnitude.etaSquared(eta));
  }
}
