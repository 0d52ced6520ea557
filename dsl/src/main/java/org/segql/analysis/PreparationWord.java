package org.segql.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segql.definition.Definition;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;

/// The words of MISSING, OUTLIERS, SCALE, ENCODE and `transform =`.
public enum PreparationWord implements Definition {
  MISSING_EXCLUDE(Clause.MISSING, "Rows with a missing value take no part."),
  MISSING_MEAN(Clause.MISSING, "A missing number becomes the mean, a missing text the mode."),
  MISSING_MEDIAN(Clause.MISSING, "A missing number becomes the median, a missing text the mode."),
  MISSING_MODE(Clause.MISSING, "A missing value becomes the most frequent one."),
  MISSING_KNN(
      Clause.MISSING,
      "A missing value becomes that of the nearest rows.",
      Parameter.optional(
          "neighbours", Kind.Number.whole(1, 1000), "5", "How many rows are asked.")),
  MISSING_FAIL(Clause.MISSING, "A missing value is an error."),
  OUTLIERS_KEEP(Clause.OUTLIERS, "Extreme values stay as they are."),
  OUTLIERS_WINSORIZE(
      Clause.OUTLIERS,
      "Values beyond a quantile become that quantile.",
      Parameter.required("share", new Kind.Number(0, 0.5), "The share of rows in each tail.")),
  OUTLIERS_EXCLUDE(Clause.OUTLIERS, "Rows with extreme values take no part.", z()),
  OUTLIERS_FLAG(Clause.OUTLIERS, "Extreme values stay, and it is said how many there are.", z()),
  SCALE_ZSCORE(Clause.SCALE, "(x - mean) / standard deviation."),
  SCALE_MINMAX(Clause.SCALE, "(x - min) / (max - min)."),
  SCALE_ROBUST(Clause.SCALE, "(x - median) / interquartile range."),
  SCALE_NONE(Clause.SCALE, "Numbers as they are: the largest decide."),
  ENCODE_ONEHOT(Clause.ENCODE, "A column of 0 and 1 for each value of a text."),
  ENCODE_ORDINAL(Clause.ENCODE, "1, 2, … in the order of the levels, of plain texts alphabetical."),
  ENCODE_FREQUENCY(Clause.ENCODE, "The share of rows that have the value."),
  ENCODE_NONE(Clause.ENCODE, "Texts as they are, for algorithms that take them."),
  TRANSFORM_LOG(Clause.TRANSFORM, "LN(1 + x), for numbers from 0 on that are skewed."),
  TRANSFORM_SQRT(Clause.TRANSFORM, "The square root, for counts."),
  TRANSFORM_ASINH(Clause.TRANSFORM, "LN(x + SQRT(x² + 1)), for skewed numbers of both signs."),
  TRANSFORM_NONE(Clause.TRANSFORM, "As it is.");

  /// Where the word stands.
  public enum Clause {
    MISSING("EXCLUDE"),
    OUTLIERS("KEEP"),
    SCALE("ZSCORE"),
    ENCODE("ONEHOT"),
    TRANSFORM("none");

    private final String byDefault;

    Clause(String byDefault) {
      this.byDefault = byDefault;
    }

    public String byDefault() {
      return byDefault;
    }

    /// As the option of a variable's WITH: `missing`.
    public String option() {
      return name().toLowerCase(Locale.ROOT);
    }

    public List<PreparationWord> words() {
      return Arrays.stream(PreparationWord.values()).filter(w -> w.clause == this).toList();
    }

    Optional<PreparationWord> find(String word) {
      return words().stream().filter(w -> w.text().equalsIgnoreCase(word)).findFirst();
    }
  }

  private final Clause clause;
  private final String summary;
  private final List<Parameter> parameters;

  PreparationWord(Clause clause, String summary, Parameter... parameters) {
    this.clause = clause;
    this.summary = summary;
    this.parameters = List.of(parameters);
  }

  private static Parameter z() {
    return Parameter.optional(
        "z",
        new Kind.Number(0, Double.POSITIVE_INFINITY),
        "4",
        "The distance from the mean in standard deviations that makes a value extreme.");
  }

  public Clause clause() {
    return clause;
  }

  /// `WINSORIZE`.
  @Override
  public String text() {
    return name().substring(name().indexOf('_') + 1);
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public String example() {
    String call =
        parameters.isEmpty()
            ? text()
            : text()
                + "("
                + (text().equals("WINSORIZE") ? "1%" : parameters.getFirst().defaultText())
                + ")";
    return clause == Clause.TRANSFORM
        ? "income WITH (transform = " + text().toLowerCase(Locale.ROOT) + ")"
        : clause.name() + " " + call;
  }
}
