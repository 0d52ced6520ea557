package org.segql.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;

/// What each statement says of itself, for DESCRIBE and for help while writing.
public enum StatementDefinition implements Definition {
  LANGUAGE(
      "Says for which version of the language a script was written.",
      "LANGUAGE version",
      "LANGUAGE 1",
      List.of()),
  SET(
      "Sets an option of the session: seed, threads, silence.",
      "SET option = value",
      "SET seed = 7",
      List.of()),
  PARAM(
      "Gives a parameter its value, where nothing outside of the script did.",
      "PARAM name = literal",
      "PARAM country = 'UK'",
      List.of()),
  LOAD(
      "Makes a table known: CSV, JSON, Parquet, Excel, a database, any JDBC URL.",
      """
      LOAD name FROM 'file or JDBC URL'
        [QUERY 'query of the database']
        [WITH (option = value, …)]
      LOAD MODEL name FROM 'file'\
      """,
      "LOAD customers FROM 'data/customers.csv'",
      List.of(ClauseHelp.QUERY, ClauseHelp.WITH)),
  SHOW(
      "Shows a table, a pipeline, or a list of what there is.",
      """
      SHOW table [step …]
      SHOW FROM table [step …]
      SHOW TABLES | SEGMENTATIONS | PARAMS | ALGORITHMS | FUNCTIONS | CHARTS\
      """,
      "SHOW customers LIMIT 20",
      List.of()),
  DESCRIBE(
      "Tells about a table, a segmentation, an algorithm, a function, a chart or a statement.",
      """
      DESCRIBE table [BY outcome] [AS name]
      DESCRIBE word\
      """,
      "DESCRIBE customers BY region",
      List.of(ClauseHelp.BY, ClauseHelp.AS)),
  EXPORT(
      "Writes a table to a file or a database.",
      "EXPORT table TO 'file or JDBC URL' [OVERWRITE] [WITH (option = value, …)]",
      "EXPORT customers TO 'out.parquet'",
      List.of(ClauseHelp.TO, ClauseHelp.OVERWRITE, ClauseHelp.WITH)),
  DROP("Forgets a table or a segmentation.", "DROP name", "DROP customers", List.of()),
  TABLE(
      "Derives a table from others by steps from top to bottom.",
      """
      TABLE name AS FROM table
        [[LEFT] JOIN table ON column [= column], …]
        [WHERE condition]
        [DERIVE name = expression, …]
        [[GROUP BY expression, …] AGGREGATE name = aggregate [PER column], …]
        [SELECT * [EXCEPT (column, …)], expression [AS name], …]
        [DISTINCT [ON column, …]]
        [UNION table]
        [ORDER BY expression [DESC], …]
        [LIMIT n]
        [AS OF date]\
      """,
      "TABLE adults AS FROM customers WHERE age >= 18",
      List.of(
          ClauseHelp.JOIN,
          ClauseHelp.WHERE,
          ClauseHelp.DERIVE,
          ClauseHelp.GROUP,
          ClauseHelp.AGGREGATE,
          ClauseHelp.PER,
          ClauseHelp.SELECT,
          ClauseHelp.DISTINCT,
          ClauseHelp.UNION,
          ClauseHelp.ORDER,
          ClauseHelp.LIMIT,
          ClauseHelp.OF)),
  SEGMENT(
      "Divides the rows of a table into segments.",
      """
      SEGMENT table [LIKE segmentation]
        [WHERE condition]
        [BY variable [LOG] [WITH (option = value, …)], …]
        [DESCRIBED BY column, …]
        [ID column]
        [WEIGHT column]
        [MISSING word] [OUTLIERS word] [SCALE word] [ENCODE word]
        [USING algorithm(…)]
        [SEED n]
        [REQUIRE [EVERY] condition, …]
        [NAME 1 AS 'text', … | 'text' WHEN condition, … [, OTHERWISE 'text' | AUTO] | FROM segmentation]
        [TARGET [WHERE condition] [ORDER BY expression [DESC], …] [LIMIT n]]
        [AS OF date] [PER column] [AS name]\
      """,
      "SEGMENT customers BY age, income USING kmeans(5) TARGET WHERE size > 1000",
      List.of(
          ClauseHelp.LIKE,
          ClauseHelp.WHERE,
          ClauseHelp.BY,
          ClauseHelp.DESCRIBED,
          ClauseHelp.ID,
          ClauseHelp.WEIGHT,
          ClauseHelp.MISSING,
          ClauseHelp.OUTLIERS,
          ClauseHelp.SCALE,
          ClauseHelp.ENCODE,
          ClauseHelp.USING,
          ClauseHelp.SEED,
          ClauseHelp.REQUIRE,
          ClauseHelp.NAME,
          ClauseHelp.TARGET,
          ClauseHelp.OF,
          ClauseHelp.PER,
          ClauseHelp.AS)),
  PROFILE(
      "Tells who the segments are, and what separates them.",
      """
      PROFILE segmentation
        [ON variable, …]
        [OF 'segment' [AGAINST 'segment']]
        [AS name]\
      """,
      "PROFILE q1 ON age, income",
      List.of(ClauseHelp.ON, ClauseHelp.AGAINST, ClauseHelp.AS)),
  COMPARE(
      "Tries several algorithms on the same rows, or compares two segmentations.",
      """
      COMPARE table [clauses of SEGMENT but NAME and TARGET]
        USING algorithm(…), algorithm(…), … [AS name]
      COMPARE segmentation WITH segmentation [ID column] [AS name]\
      """,
      "COMPARE customers BY age, income USING kmeans(2..4), ward(2..4) AS board",
      List.of(ClauseHelp.USING, ClauseHelp.REQUIRE, ClauseHelp.ID, ClauseHelp.AS)),
  PLOT(
      "Draws charts of a table or a segmentation.",
      "PLOT object AS chart[(…)], … [TITLE 'text'] [TO 'file'] [OVERWRITE]",
      "PLOT q1 AS scatter(age, income) TO 'chart.html'",
      List.of(ClauseHelp.TITLE, ClauseHelp.TO, ClauseHelp.OVERWRITE)),
  REQUIRE(
      "Stops the script where a segmentation is not good enough.",
      "REQUIRE segmentation [EVERY] condition, …",
      "REQUIRE q1 EVERY share >= 5%",
      List.of()),
  EXPLAIN(
      "Shows what a statement would do; EXPLAIN JAVA as a Java program.",
      "EXPLAIN [JAVA] statement",
      "EXPLAIN SEGMENT customers BY age, income USING kmeans(5)",
      List.of()),
  SAVE(
      "Writes a segmentation's model to a file.",
      "SAVE MODEL segmentation TO 'file' [OVERWRITE]",
      "SAVE MODEL q1 TO 'q1.segql.json'",
      List.of(ClauseHelp.TO, ClauseHelp.OVERWRITE)),
  APPLY(
      "Gives new rows to the segments of a model.",
      "APPLY model TO table [AS OF date] [AS name]",
      "APPLY q1 TO new_customers AS scored",
      List.of(ClauseHelp.OF, ClauseHelp.AS)),
  RUN(
      "Runs another script in this session.",
      "RUN 'file' [WITH (parameter = value, …)]",
      "RUN 'other.segql' WITH (country = 'UK')",
      List.of(ClauseHelp.WITH));

  private final String summary;
  private final String syntax;
  private final String example;
  private final List<ClauseHelp> clauses;

  StatementDefinition(String summary, String syntax, String example, List<ClauseHelp> clauses) {
    this.summary = summary;
    this.syntax = syntax.strip();
    this.example = example;
    this.clauses = clauses;
  }

  /// Its forms with their clauses, in as many lines as they take: `[…]` may be left out.
  public String syntax() {
    return syntax;
  }

  public List<ClauseHelp> clauses() {
    return clauses;
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
