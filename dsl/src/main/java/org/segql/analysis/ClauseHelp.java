package org.segql.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A sentence and an example for each clause and step, and what holds without it.
public enum ClauseHelp {
  BY(
      "The variables that form segments, each with its own preparation if need be; in DESCRIBE"
          + " an outcome.",
      "BY age, income LOG, visits WITH (weight = 2)"),
  AS(
      "The name under which the result is kept.",
      "AS q1",
      "the source's name and `_segments`; of other statements the result is only shown"),
  ON("Which variables.", "PROFILE q1 ON age, income", "all of BY and DESCRIBED BY"),
  DESCRIBED(
      "Variables that are profiled and never form segments; by default all columns but ID.",
      "DESCRIBED BY gender, channel",
      "all columns but ID and those of BY"),
  WHERE(
      "Which rows take part; in TARGET which segments.",
      "WHERE country = 'UK' AND age >= 18",
      "all rows"),
  USING("The algorithm that forms the segments.", "USING kmeans(2..8)"),
  ID("The column that tells rows apart.", "ID customer_id", "rows are told apart by their place"),
  WEIGHT("How much each row counts.", "WEIGHT survey_weight", "each row counts 1"),
  MISSING(
      "What becomes of missing values: EXCLUDE, MEAN, MEDIAN, MODE, KNN(5), FAIL.",
      "MISSING MEDIAN",
      "EXCLUDE"),
  OUTLIERS(
      "What becomes of extreme values: KEEP, WINSORIZE(1%), EXCLUDE(z = 4), FLAG(z = 4).",
      "OUTLIERS WINSORIZE(1%)", "KEEP"),
  SCALE(
      "How numbers are made comparable: ZSCORE, MINMAX, ROBUST, NONE.",
      "SCALE ROBUST",
      "ZSCORE where the algorithm uses distances, else NONE"),
  ENCODE(
      "How texts become numbers: ONEHOT, ORDINAL, FREQUENCY, NONE.",
      "ENCODE ONEHOT",
      "ONEHOT where the algorithm needs numbers"),
  SEED(
      "Where chance begins: the same seed gives the same result.",
      "SEED 42",
      "42, or what SET seed says"),
  REQUIRE(
      "What must hold, or the script stops; EVERY: of each segment.", "REQUIRE EVERY share >= 5%"),
  NAME(
      "The names of the segments.",
      "NAME 1 AS 'Young savers', 2 AS 'Families'",
      "AUTO: from what marks each segment"),
  TARGET(
      "Which segments are chosen.",
      "TARGET WHERE size > 1000 ORDER BY SUM(spend) DESC LIMIT 3",
      "every segment counts as one to aim at"),
  LIKE(
      "Takes over every clause of an earlier segmentation or comparison.",
      "SEGMENT customers LIKE q1"),
  PER(
      "Once for each value; in AGGREGATE a column for each value.",
      "spend = SUM(amount) PER category"),
  JOIN(
      "Puts the columns of another table beside those rows whose keys are equal.",
      "JOIN customers ON customer_id"),
  DERIVE("New columns; an existing name is replaced.", "DERIVE amount = quantity * price"),
  GROUP("One row for each group.", "GROUP BY customer_id AGGREGATE n = COUNT()"),
  AGGREGATE("What is computed of the rows of each group.", "AGGREGATE monetary = SUM(amount)"),
  SELECT("Which columns, in which order, under which names.", "SELECT * EXCEPT (a), b AS c"),
  DISTINCT("The first row of each distinct row, or of each key.", "DISTINCT ON customer_id"),
  UNION("The rows of another table too, columns by name.", "UNION late_orders"),
  ORDER("In which order.", "ORDER BY spend DESC"),
  LIMIT("How many at most.", "LIMIT 10", "all"),
  OF(
      "AS OF fixes the date of AS_OF(); PROFILE OF speaks of one segment.",
      "AS OF DATE '2026-01-31'"),
  AGAINST(
      "With which other segment one is compared.",
      "PROFILE q1 OF 'Families' AGAINST 'Young savers'"),
  WITH("Options.", "WITH (delimiter = ';')"),
  OVERWRITE("Replaces a file that is there.", "EXPORT t TO 'out.csv' OVERWRITE"),
  QUERY("What is asked of a database.", "QUERY 'select * from customer'"),
  TITLE("What stands above the charts.", "TITLE 'Age and income'", "made from the chart"),
  TO("Where it is written.", "TO 'chart.html'");

  private final String summary;
  private final String example;
  private final String otherwise;

  ClauseHelp(String summary, String example) {
    this(summary, example, "");
  }

  ClauseHelp(String summary, String example, String otherwise) {
    this.summary = summary;
    this.example = example;
    this.otherwise = otherwise;
  }

  /// The words it begins with: `GROUP BY`.
  public String text() {
    return switch (this) {
      case DESCRIBED, GROUP, ORDER -> name() + " BY";
      case OF -> "AS OF";
      default -> name();
    };
  }

  public String summary() {
    return summary;
  }

  public String example() {
    return example;
  }

  /// What holds where it is not written; empty where nothing has to be said.
  public String otherwise() {
    return otherwise;
  }

  String markdown() {
    String without = otherwise.isEmpty() ? "" : " Without it: " + otherwise + ".";
    return "**" + name() + "**\n\n" + summary + without + "\n\n```segql\n" + example + "\n```";
  }

  /// By the first word of a clause: `DESCRIBED BY`.
  static Optional<ClauseHelp> find(String words) {
    String first = words.toUpperCase(Locale.ROOT).split(" ")[0];
    String wanted = words.equalsIgnoreCase("AS OF") ? "OF" : first;
    return Stream.of(values()).filter(c -> c.name().equals(wanted)).findFirst();
  }
}
