package org.segql.result;

import java.util.List;
import org.segql.diagnostic.NumberText;

/// What one cell of a table shows, before a renderer dresses it.
///
/// @param text the value as people read it, not yet made safe for any output
/// @param segment the segment whose chip stands before the text; -1: none
/// @param bar the length of the bar after the text, 0..1; NaN: none
/// @param arrow the sign of the arrow after the text
/// @param counts the histogram that stands in place of the text
record Cell(String text, int segment, double bar, int arrow, List<Double> counts) {
  static final Cell MISSING = words(NumberText.MISSING);

  static Cell words(String text) {
    return new Cell(text, -1, Double.NaN, 0, List.of());
  }

  Cell pointing(double sign) {
    return new Cell(text, segment, bar, sign > 0 ? 1 : sign < 0 ? -1 : 0, counts);
  }

  boolean missing() {
    return this == MISSING;
  }
}
