package org.segql.measure;

/// How strongly a variable goes with the segments: a test and the size of the effect.
///
/// @param test which test
/// @param statistic F, H or χ²
/// @param df degrees of freedom
/// @param df2 of the denominator of F; NaN for the others
/// @param p probability of so large a statistic if there were no association; NaN where the test
///   cannot be made
/// @param effect η² (ANOVA, Kruskal-Wallis) or Cramér's V (χ²), 0..1
/// @param magnitude what that is called
public record Association(
    Test test,
    double statistic,
    double df,
    double df2,
    double p,
    double effect,
    Magnitude magnitude) {
  /// The tests there are.
  public enum Test {
    ANOVA("ANOVA", "η²"),
    KRUSKAL_WALLIS("Kruskal-Wallis", "η²"),
    CHI_SQUARE("χ²", "Cramér's V");

    private final String label;
    private final String effect;

    Test(String label, String effect) {
      this.label = label;
      this.effect = effect;
    }

    public String label() {
      return label;
    }

    /// What the effect size is called.
    public String effect() {
      return effect;
    }
  }

  /// The same with an adjusted p.
  public Association withP(double adjusted) {
    return new Association(test, statistic, df, df2, adjusted, effect, magnitude);
  }
}
