package org.segql.repl.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/// The input as the line reader sees it while completing: one word, the part that the completions
/// take the place of.
///
/// @param start where that word begins
/// @param end where it ends
record InputLine(String line, int cursor, int start, int end) implements CompletingParsedLine {
  @Override
  public String word() {
    return line.substring(start, end);
  }

  @Override
  public int wordCursor() {
    return cursor - start;
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return end - start;
  }
}
