package org.segql.render;

import java.util.List;
import org.segql.diagnostic.Cells;
import org.segql.diagnostic.Wrapped;

/// Texts of a terminal's chart; control characters never reach the terminal.
final class TerminalText {
  private TerminalText() {}

  static String cut(String text, int width) {
    return Cells.cut(Cells.safe(text, true), Math.max(1, width), true);
  }

  static int width(String text) {
    return Cells.width(Cells.safe(text, true));
  }

  static String right(String text, int width) {
    return Cells.padLeft(text, width);
  }

  static String left(String text, int width) {
    return Cells.padRight(text, width);
  }

  static List<String> wrapped(String text, int width) {
    return Wrapped.lines(Cells.safe(text, true), width);
  }
}
