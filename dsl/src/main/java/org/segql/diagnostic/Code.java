package org.segql.diagnostic;

import java.util.Locale;

/// The codes of all diagnostics, in alphabetical order: words, stable, never reused. The sentence
/// is what the reference page says of the code; a message says what is wrong in one script.
public enum Code {
  CANCELLED("The statement was stopped before it ended; the session is as it was before it."),
  FILE_NOT_FOUND("No file stands at that path."),
  INTERNAL("A defect of SegQL itself. Please report it with the script."),
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
