package org.segql.measure;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/// Upper tail probabilities of the distributions that the tests use, by the incomplete beta and
/// gamma functions. NaN in, NaN out.
public final class Tails {
  private Tails() {}

  /// P(F > f) with df1 and df2 degrees of freedom.
  public static double f(double f, double df1, double df2) {
    if (Double.isNaN(f) || df1 <= 0 || df2 <= 0) {
      return Double.NaN;
    }
    if (f <= 0 || Double.isInfinite(f)) {
      return f <= 0 ? 1 : 0;
    }
    return RegularizedBeta.value(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
  }

  /// P(X > x) for χ² with df degrees of freedom.
  public static double chiSquare(double x, double df) {
    if (Double.isNaN(x) || df <= 0) {
      return Double.NaN;
    }
    return x <= 0 ? 1 : RegularizedGamma.Q.value(df / 2, x / 2);
  }

  /// P(|T| > |t|), both sides, with df degrees of freedom.
  public static double t(double t, double df) {
    if (Double.isNaN(t) || df <= 0) {
      return Double.NaN;
    }
    return Double.isInfinite(t) ? 0 : RegularizedBeta.value(df / (df + t * t), df / 2, 0.5);
  }

  /// P(|Z| > |z|), both sides, for the standard normal distribution.
  public static double normal(double z) {
    return Erfc.value(Math.abs(z) / Math.sqrt(2));
  }
}
