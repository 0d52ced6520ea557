package org.segql.diagnostic;

import java.util.Locale;

/// The codes of all diagnostics, in alphabetical order: words, stable, never reused. The sentence
/// is what the reference page says of the code; a message says what is wrong in one script.
public enum Code {
  CANCELLED("The statement was stopped before it ended; the session is as it was before it."),
  CAST_FAILED("Values that could not be turned into the type asked for are NULL."),
  DIVISION_BY_ZERO("A division by zero gives NULL."),
  FILE_NOT_FOUND("No file stands at that path."),
  INTERNAL("A defect of SegQL itself. Please report it with the script."),
  JOIN_MULTIPLIES("A join gives more rows than its left table has."),
  JOIN_UNMATCHED("Rows of the left table have no partner in a join."),
  NOT_FINITE("A result beyond every number is NULL."),
  SAMPLED("A part of the computation looked at a sample of the rows; the note says which part."),
  SOURCE_CHANGED(
      "A file that a table is read from holds other data than before; the table is read anew."),
  SYNTAX("The text is no SegQL at this place."),
  TOO_FEW_ROWS("There are fewer different rows than the method needs."),
  UNKNOWN_COLUMN("A name that is no column of the table it is looked up in."),
  UNKNOWN_TABLE("A name that is no table or segmentation of the session."),
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
