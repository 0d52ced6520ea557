package org.segql.repl.shell;

import org.jline.utils.AttributedStyle;

/// The colours of what is typed. Where the background is known they are fixed ones of the 256 that
/// can be read on it; else the sixteen of the terminal, which its owner has fitted to the
/// background.
///
/// @param keyword the number of the colour, and so on
record Palette(int keyword, int function, int text, int number, int comment, int error) {
  static final Palette ON_DARK = new Palette(75, 80, 114, 176, 246, 210);
  static final Palette ON_LIGHT = new Palette(25, 23, 28, 127, 242, 160);
  static final Palette OF_TERMINAL =
      new Palette(
          AttributedStyle.BLUE,
          AttributedStyle.CYAN,
          AttributedStyle.GREEN,
          AttributedStyle.MAGENTA,
          -1,
          AttributedStyle.RED);

  /// @param kind as the language's highlighter has it
  AttributedStyle style(String kind) {
    AttributedStyle plain = AttributedStyle.DEFAULT;
    return switch (kind) {
      case "keyword" -> plain.foreground(keyword).bold();
      case "function" -> plain.foreground(function);
      case "text" -> plain.foreground(text);
      case "number", "parameter" -> plain.foreground(number);
      case "comment" -> comment < 0 ? plain.faint() : plain.foreground(comment);
      case "error" -> mistake();
      default -> plain;
    };
  }

  /// What is wrong.
  AttributedStyle mistake() {
    return AttributedStyle.DEFAULT.foreground(error).underline();
  }
}
