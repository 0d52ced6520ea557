package org.segql.render;

import java.util.ArrayList;
import java.util.List;
import org.segql.chart.Numbers;

/// Texts of a terminal's chart; control characters never reach the terminal.
final class TerminalText {
  private TerminalText() {}

  static String cut(String text, int width) {
    return Numbers.shortened(safe(text), Math.max(1, width));
  }

  private static String safe(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return out.toString();
  }

  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : safe(text).split("\\s+")) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
