package org.segql.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;

/// What each statement says of itself, for DESCRIBE and for help while writing.
public enum StatementDefinition implements Definition {
  LANGUAGE("Says for which version of the language a script was written.", "LANGUAGE 1"),
  SET("Sets an option of the session: seed, threads, silence.", "SET seed = 7"),
  PARAM(
      "Gives a parameter its value, where nothing outside of the script did.",
      "PARAM country = 'UK'"),
  LOAD(
      "Makes a table known: CSV, JSON, Parquet, Excel, a database, any JDBC URL.",
      "LOAD customers FROM 'data/customers.csv'"),
  SHOW("Shows a table, a pipeline, or a list of what there is.", "SHOW customers LIMIT 20"),
  DESCRIBE(
      "Tells about a table, a segmentation, an algorithm, a function, a chart or a statement.",
      "DESCRIBE customers BY churn"),
  EXPORT("Writes a table to a file or a database.", "EXPORT customers TO 'out.parquet'"),
  DROP("Forgets a table or a segmentation.", "DROP customers"),
  TABLE(
      "Derives a table from others by steps from top to bottom.",
      "TABLE adults AS FROM customers WHERE age >= 18"),
  SEGMENT(
      "Divides the rows of a table into segments.",
      "SEGMENT customers BY age, income USING kmeans(5) TARGET WHERE size > 1000"),
  PROFILE("Tells who the segments are, and what separates them.", "PROFILE q1 ON age, income"),
  COMPARE(
      "Tries several algorithms on the same rows, or compares two segmentations.",
      "COMPARE customers BY age, income USING kmeans(2..8), ward(2..8) AS board"),
  PLOT(
      "Draws charts of a table or a segmentation.",
      "PLOT q1 AS scatter(age, income) TO 'chart.html'"),
  REQUIRE(
      "Stops the script where a segmentation is not good enough.",
      "REQUIRE q1 EVERY stability >= 0.75"),
  EXPLAIN(
      "Shows what a statement would do; EXPLAIN JAVA as a Java program.",
      "EXPLAIN SEGMENT customers BY age, income USING kmeans(5)"),
  SAVE("Writes a segmentation's model to a file.", "SAVE MODEL q1 TO 'q1.segql.json'"),
  APPLY("Gives new rows to the segments of a model.", "APPLY q1 TO new_customers AS scored"),
  RUN("Runs another script in this session.", "RUN 'other.segql' WITH (country = 'UK')");

  private final String summary;
  private final String example;

  StatementDefinition(String summary, String example) {
    this.summary = summary;
    this.example = example;
  }

  @Override
  public String text() {
    return name();
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public String signature() {
    return name();
  }

  @Override
  public String example() {
    return example;
  }

  public static Optional<StatementDefinition> find(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Stream.of(values()).filter(s -> s.name().equals(wanted)).findFirst();
  }
}
