package org.segql.repl.shell;

/// Whether what was typed can be run: it ends in `;`, and no text, backtick or comment is open. A
/// single-quoted text ends on its line by the language's rules; while one is open at the end of the
/// input, a `;` in it ends the input, so that the error can be shown.
final class StatementEnd {
  private static final String OPEN_TEXT = "'''";

  private final String text;
  private int at;
  private char last = ' ';
  private boolean open;

  private StatementEnd(String text) {
    this.text = text;
  }

  /// An empty last line ends the input too: then what stands there is tried as it is.
  static boolean reached(String text) {
    return endsInBlankLine(text) || text.isBlank() || new StatementEnd(text).scan();
  }

  private static boolean endsInBlankLine(String text) {
    int end = text.lastIndexOf('\n');
    return end >= 0 && text.substring(end).isBlank();
  }

  /// Whether a text over several lines, a comment or a backtick is open at the end.
  static boolean inside(String text) {
    var end = new StatementEnd(text);
    end.scan();
    return end.open;
  }

  private boolean scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith(OPEN_TEXT, at)) {
        skipPast(OPEN_TEXT, at + OPEN_TEXT.length());
      } else if (c == '\'' || c == '`') {
        skipOnLine(c);
      } else if (text.startsWith("--", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        skipPast("*/", at + 2);
      } else {
        last = Character.isWhitespace(c) ? last : c;
        at++;
      }
    }
    return !open && last == ';';
  }

  private void skipPast(String closing, int from) {
    int end = text.indexOf(closing, from);
    open = end < 0;
    at = open ? text.length() : end + closing.length();
    last = 'x';
  }

  private void skipOnLine(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c == quote) {
        last = 'x';
        return;
      }
      last = Character.isWhitespace(c) ? last : c;
    }
  }
}
