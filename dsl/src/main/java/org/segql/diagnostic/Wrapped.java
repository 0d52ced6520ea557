package org.segql.diagnostic;

import java.util.ArrayList;
import java.util.List;

/// Text broken over lines.
public final class Wrapped {
  private Wrapped() {}

  /// Breaks between words, and inside a word only where it is wider than a line. At least one line.
  public static List<String> lines(String text, int width) {
    int room = Math.max(4, width);
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ")) {
      int size = Cells.width(word);
      if (used > 0 && used + 1 + size > room) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      while (size > room) {
        int end = Math.max(1, Cells.fitting(word, 0, room));
        lines.add(word.substring(0, end));
        word = word.substring(end);
        size = Cells.width(word);
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += size;
    }
    if (used > 0 || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /// The same with every line but the first moved to the right.
  public static String hanging(String text, int width, String first, String others) {
    List<String> lines = lines(text, width - Math.max(first.length(), others.length()));
    return first + String.join("\n" + others, lines);
  }
}
