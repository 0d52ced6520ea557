package org.segql.diagnostic;

import java.util.Locale;

/// The codes of all diagnostics, in alphabetical order: words, stable, never reused. The sentence
/// is what the reference page says of the code; a message says what is wrong in one script.
public enum Code {
  BAD_DATE("A text that is no date, or a date written in another order than year, month, day."),
  BAD_NUMBER("A number that is written in a form the language does not have."),
  CANCELLED("The statement was stopped before it ended; the session is as it was before it."),
  CAST_FAILED("Values that could not be turned into the type asked for are NULL."),
  CHAINED_COMPARISON("A second comparison that follows the first without AND or OR."),
  COMPARISON_WITH_NULL("A comparison with NULL, which is never true; IS NULL tests for it."),
  DIVISION_BY_ZERO("A division by zero gives NULL."),
  DUPLICATE_CLAUSE("A clause that stands twice in one statement."),
  FILE_NOT_FOUND("No file stands at that path."),
  FOREIGN_SIGN(
      "A sign or a kind of quote that other languages have; the hint shows the form of this one."),
  INTERNAL("A defect of SegQL itself. Please report it with the script."),
  JOIN_MULTIPLIES("A join gives more rows than its left table has."),
  JOIN_UNMATCHED("Rows of the left table have no partner in a join."),
  MISPLACED_CLAUSE("A clause that belongs to another statement."),
  MISSING_CLAUSE("A clause without which the statement means nothing."),
  MISSING_SEMICOLON("Two statements without a `;` between them."),
  MISSPELT_WORD("A word that is nearly a keyword which fits its place."),
  NOT_FINITE("A result beyond every number is NULL."),
  NOT_SUPPORTED("A statement that this version does not have."),
  RESERVED_WORD("A reserved word where a name is expected; backticks make it a name."),
  SAMPLED("A part of the computation looked at a sample of the rows; the note says which part."),
  SOURCE_CHANGED(
      "A file that a table is read from holds other data than before; the table is read anew."),
  SYNTAX("The text is no SegQL at this place."),
  TOO_DEEP("More brackets inside each other, or a longer chain of operators, than can be read."),
  TOO_FEW_ROWS("There are fewer different rows than the method needs."),
  TOO_LONG("A script that is too long to be read."),
  UNKNOWN_COLUMN("A name that is no column of the table it is looked up in."),
  UNKNOWN_TABLE("A name that is no table or segmentation of the session."),
  UNTERMINATED("A text, a name in backticks or a comment without its end."),
  ;

  private final String summary;

  Code(String summary) {
    this.summary = summary;
  }

  /// The code as it is written: `unknown-column`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String summary() {
    return summary;
  }
}
