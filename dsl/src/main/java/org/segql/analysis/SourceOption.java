package org.segql.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An option of LOAD or EXPORT: what it takes and what it does.
public enum SourceOption {
  DELIMITER(
      Shape.TEXT_OR_WORD,
      Of.BOTH,
      "';'",
      "What stands between fields; blanks: runs of them.",
      "blanks"),
  QUOTE(Shape.TEXT, Of.LOAD, "'\"'", "What stands around a field that holds a delimiter."),
  HEADER(Shape.FLAG, Of.BOTH, "FALSE", "Whether the first line names the columns."),
  ENCODING(Shape.TEXT, Of.LOAD, "'latin1'", "The encoding of the text."),
  DECIMAL(Shape.TEXT, Of.BOTH, "','", "The decimal sign of numbers."),
  SKIP(Shape.COUNT, Of.LOAD, "3", "How many lines stand before the header."),
  NULLS(Shape.TEXTS, Of.LOAD, "('', 'NA')", "Which texts mean that a value is missing."),
  TYPES(Shape.TYPES, Of.LOAD, "(id = TEXT, day = DATE('yyyyMMdd'))", "The types of some columns."),
  NAMES(
      Shape.NAMES,
      Of.LOAD,
      "(id, day, amount)",
      "The names of the columns; clean: plain ones.",
      "clean"),
  WIDTHS(
      Shape.COUNTS,
      Of.LOAD,
      "(8, 2, 10)",
      "The widths of the fields, where no delimiter parts them."),
  SHEET(Shape.TEXT_OR_COUNT, Of.BOTH, "'Q1'", "The sheet of an Excel file."),
  TABLE(Shape.TEXT, Of.BOTH, "'customers'", "The table of a database."),
  USER(Shape.TEXT, Of.BOTH, "ENV('PGUSER')", "The user of a database."),
  PASSWORD(Shape.TEXT, Of.BOTH, "ENV('PGPASSWORD')", "The password of a database."),
  FORMULAS(
      Shape.FLAG,
      Of.EXPORT,
      "TRUE",
      "Whether texts that a spreadsheet would run stay as they are in CSV; by default an apostrophe"
          + " is put before them.");

  /// The statements that take an option.
  public enum Of {
    LOAD,
    EXPORT,
    BOTH
  }

  /// What an option takes.
  public enum Shape {
    TEXT("a text in single quotes"),
    TEXT_OR_WORD("a text in single quotes or a word"),
    FLAG("TRUE or FALSE"),
    COUNT("a whole number"),
    TEXT_OR_COUNT("a text in single quotes or a whole number"),
    TEXTS("a list of texts"),
    COUNTS("a list of whole numbers"),
    NAMES("a list of names"),
    TYPES("a list of columns with their types");

    private final String text;

    Shape(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  private final Shape shape;
  private final Of of;
  private final String sample;
  private final String summary;
  private final List<String> words;

  SourceOption(Shape shape, Of of, String sample, String summary, String... words) {
    this.shape = shape;
    this.of = of;
    this.sample = sample;
    this.summary = summary;
    this.words = List.of(words);
  }

  /// `delimiter`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Shape shape() {
    return shape;
  }

  /// A value as it is written.
  public String sample() {
    return sample;
  }

  public String summary() {
    return summary;
  }

  /// The bare words that it takes.
  public List<String> words() {
    return words;
  }

  static Optional<SourceOption> find(String name, boolean export) {
    return all(export).stream().filter(o -> o.text().equals(name)).findFirst();
  }

  /// Those of EXPORT, or those of LOAD.
  public static List<SourceOption> all(boolean export) {
    return Arrays.stream(values()).filter(o -> o.of != (export ? Of.LOAD : Of.EXPORT)).toList();
  }

  static List<String> names(boolean export) {
    return all(export).stream().map(SourceOption::text).toList();
  }
}
