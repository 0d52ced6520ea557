package org.segql.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An option of LOAD or EXPORT: what it takes and what it does.
public enum SourceOption {
  DELIMITER(
      Shape.TEXT_OR_WORD,
      true,
      "';'",
      "What stands between fields; blanks: runs of them.",
      "blanks"),
  QUOTE(Shape.TEXT, true, "'\"'", "What stands around a field that holds a delimiter."),
  HEADER(Shape.FLAG, true, "FALSE", "Whether the first line names the columns."),
  ENCODING(Shape.TEXT, true, "'latin1'", "The encoding of the text."),
  DECIMAL(Shape.TEXT, true, "','", "The decimal sign of numbers."),
  SKIP(Shape.COUNT, false, "3", "How many lines stand before the header."),
  NULLS(Shape.TEXTS, false, "('', 'NA')", "Which texts mean that a value is missing."),
  TYPES(Shape.TYPES, false, "(id = TEXT, day = DATE('yyyyMMdd'))", "The types of some columns."),
  NAMES(
      Shape.NAMES,
      false,
      "(id, day, amount)",
      "The names of the columns; clean: plain ones.",
      "clean"),
  WIDTHS(
      Shape.COUNTS,
      false,
      "(8, 2, 10)",
      "The widths of the fields, where no delimiter parts them."),
  SHEET(Shape.TEXT_OR_COUNT, true, "'Q1'", "The sheet of an Excel file."),
  TABLE(Shape.TEXT, true, "'customers'", "The table of a database."),
  USER(Shape.TEXT, true, "ENV('PGUSER')", "The user of a database."),
  PASSWORD(Shape.TEXT, true, "ENV('PGPASSWORD')", "The password of a database.");

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

    String text() {
      return text;
    }
  }

  private final Shape shape;
  private final boolean ofExport;
  private final String sample;
  private final String summary;
  private final List<String> words;

  SourceOption(Shape shape, boolean ofExport, String sample, String summary, String... words) {
    this.shape = shape;
    this.ofExport = ofExport;
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
    return Arrays.stream(values()).filter(o -> !export || o.ofExport).toList();
  }

  static List<String> names(boolean export) {
    return all(export).stream().map(SourceOption::text).toList();
  }
}
