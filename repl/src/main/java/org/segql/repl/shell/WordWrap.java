package org.segql.repl.shell;

import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/// Breaks lines between words where they are wider than the screen, which would break them within
/// words.
final class WordWrap {
  private static final int INDENT = 2;

  private WordWrap() {}

  /// @param text lines, each with its end; colours take no room
  static String at(int width, String text) {
    return text.lines().map(line -> broken(line, width) + "\n").collect(Collectors.joining());
  }

  private static String broken(String line, int width) {
    if (cells(line) <= width) {
      return line;
    }
    int begin = line.length() - line.stripLeading().length();
    var out = new StringBuilder(line.substring(0, begin));
    int at = begin;
    for (String word : line.substring(begin).split(" ")) {
      int cells = cells(word);
      if (at > begin && at + 1 + cells > width) {
        out.append('\n').append(" ".repeat(INDENT));
        at = INDENT;
        begin = INDENT;
      } else if (at > begin) {
        out.append(' ');
        at++;
      }
      out.append(word);
      at += cells;
    }
    return out.toString();
  }

  private static int cells(String text) {
    return AttributedString.fromAnsi(text).columnLength();
  }
}
