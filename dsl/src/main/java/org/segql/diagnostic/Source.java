package org.segql.diagnostic;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A script's text and what to call it: a file name, `cell [3]`, `input`.
///
/// @param folder what relative paths in the script start from; null: the working folder
public record Source(String name, String text, @Nullable Path folder) {
  public Source(String name, String text) {
    this(name, text, null);
  }

  /// The line of an offset, from 1.
  public int line(int offset) {
    int line = 1;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /// The column of an offset in its line, from 1, in code points.
  public int column(int offset) {
    int start = lineStart(offset);
    return text.codePointCount(start, Math.min(offset, text.length())) + 1;
  }

  /// The text of the line that holds an offset, without its line end.
  public String lineText(int offset) {
    int start = lineStart(offset);
    int end = text.indexOf('\n', start);
    String line = end < 0 ? text.substring(start) : text.substring(start, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  public int lineStart(int offset) {
    return text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
  }
}
