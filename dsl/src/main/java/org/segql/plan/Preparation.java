package org.segql.plan;

/// How a variable is made ready for an algorithm: transform, then outliers, then missing values,
/// then encoding or scale, then weight.
///
/// @param weight multiplies the variable's share of a squared distance
public record Preparation(
    Transform transform,
    Missing missing,
    Outliers outliers,
    Scale scale,
    Encode encode,
    double weight) {

  public static final Preparation DEFAULT =
      new Preparation(
          Transform.NONE,
          new Missing.Exclude(),
          new Outliers.Keep(),
          Scale.ZSCORE,
          Encode.ONEHOT,
          1);

  /// LOG is ln(1 + x), refused below 0; SQRT refused below 0; ASINH is ln(x + sqrt(x² + 1)).
  public enum Transform {
    NONE,
    LOG,
    SQRT,
    ASINH
  }

  public enum Scale {
    /// (x - mean) / standard deviation (population, n).
    ZSCORE,
    /// (x - min) / (max - min).
    MINMAX,
    /// (x - median) / interquartile range.
    ROBUST,
    NONE
  }

  /// How a text becomes numbers. BOOLEAN becomes 0 and 1, dates days, ordered texts their ranks.
  public enum Encode {
    ONEHOT,
    /// 1, 2, … in the order of the levels, of plain texts in alphabetical order.
    ORDINAL,
    /// The share of rows that have the value.
    FREQUENCY,
    NONE
  }

  public sealed interface Missing {
    record Exclude() implements Missing {}

    record Mean() implements Missing {}

    record Median() implements Missing {}

    record Mode() implements Missing {}

    record Knn(int neighbours) implements Missing {}

    record Fail() implements Missing {}
  }

  public sealed interface Outliers {
    record Keep() implements Outliers {}

    /// @param share in each tail, 0..0.5
    record Winsorize(double share) implements Outliers {}

    /// @param z distance from the mean in standard deviations
    record Exclude(double z) implements Outliers {}

    /// Kept, and said how many.
    record Flag(double z) implements Outliers {}
  }
}
