package org.segql.analysis;

import java.util.Locale;
import org.segql.diagnostic.Span;

/// Something that could be written at a place.
///
/// @param text what is put in
/// @param label what the menu shows
/// @param detail a few words beside it: a column's type, a default
/// @param documentation Markdown; empty where there is none
/// @param replaces what of the text it takes the place of
public record Completion(
    String text, String label, Kind kind, String detail, String documentation, Span replaces) {

  public enum Kind {
    TABLE,
    SEGMENTATION,
    MODEL,
    COLUMN,
    VALUE,
    ALGORITHM,
    OPTION,
    FUNCTION,
    CHART,
    KEYWORD,
    FILE,
    PARAMETER,
    STATEMENT,
    /// A number about segments.
    FACT;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
