package org.segql.measure;

/// How large an effect is called. Thresholds of Cohen (1988), "Statistical power analysis for the
/// behavioral sciences".
public enum Magnitude {
  NEGLIGIBLE,
  SMALL,
  MEDIUM,
  LARGE;

  /// η²: .01 .06 .14.
  public static Magnitude etaSquared(double eta) {
    return of(eta, 0.01, 0.06, 0.14);
  }

  /// Cramér's V: .1 .3 .5 over √df*, where df* is the smaller of rows − 1 and columns − 1.
  public static Magnitude cramersV(double v, int smallerDf) {
    double root = Math.sqrt(Math.max(1, smallerDf));
    return of(v, 0.1 / root, 0.3 / root, 0.5 / root);
  }

  /// |d|: .2 .5 .8.
  public static Magnitude cohensD(double d) {
    return of(Math.abs(d), 0.2, 0.5, 0.8);
  }

  private static Magnitude of(double effect, double small, double medium, double large) {
    if (effect >= large) {
      return LARGE;
    }
    if (effect >= medium) {
      return MEDIUM;
    }
    return effect >= small ? SMALL : NEGLIGIBLE;
  }
}
