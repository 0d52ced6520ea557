package org.segql.repl.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/// What the terminal says of itself when it is asked: the colour of its background (xterm's OSC
/// 11), its size in pixels (CSI 14 t), what it is able to do (DA1). Nearly every terminal answers
/// the last question, and in the order of asking, so its answer ends the waiting.
///
/// @param dark whether the background is dark; null where the terminal did not say
/// @param sixel whether it draws sixel graphics
/// @param pixels of the whole screen; empty where it did not say
/// @param typed what the user typed meanwhile
record TerminalAnswers(
    @Nullable Boolean dark, boolean sixel, Optional<Pixels> pixels, String typed) {
  /// The size of the screen.
  record Pixels(int width, int height) {}

  static final TerminalAnswers NONE = new TerminalAnswers(null, false, Optional.empty(), "");

  private static final String QUESTIONS = "\u001b]11;?\u001b\\\u001b[14t\u001b[c";

  /// How long a terminal may take that answers at all, in milliseconds: one far away needs some.
  private static final long PATIENCE = 500;

  private static final Pattern BACKGROUND =
      Pattern.compile(
          "\u001b\\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"
              + "[^\u0007\u001b]*(?:\u0007|\u001b\\\\)");
  private static final Pattern SIZE = Pattern.compile("\u001b\\[4;(\\d{1,5});(\\d{1,5})t");
  private static final Pattern ABILITIES = Pattern.compile("\u001b\\[\\?([0-9;]*)c");

  /// Asks a terminal, which must be in raw mode; one that is dumb is not asked.
  static TerminalAnswers ask(Terminal terminal) {
    if (Screen.isDumb(terminal)) {
      return NONE;
    }
    terminal.writer().print(QUESTIONS);
    terminal.writer().flush();
    var heard = new StringBuilder();
    long end = System.nanoTime() + PATIENCE * 1_000_000;
    try {
      NonBlockingReader reader = terminal.reader();
      while (!ABILITIES.matcher(heard).find()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        int c = left <= 0 ? NonBlockingReader.READ_EXPIRED : reader.read(left);
        if (c < 0) {
          break;
        }
        heard.append((char) c);
      }
    } catch (IOException _) {
      // Then nothing is known.
    }
    return of(heard.toString());
  }

  /// @param heard all that came from the terminal
  static TerminalAnswers of(String heard) {
    Matcher background = BACKGROUND.matcher(heard);
    Matcher size = SIZE.matcher(heard);
    Matcher abilities = ABILITIES.matcher(heard);
    Boolean dark = background.find() ? isDark(background) : null;
    Optional<Pixels> pixels =
        size.find()
            ? Optional.of(
                new Pixels(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1))))
            : Optional.empty();
    boolean sixel =
        abilities.find() && java.util.List.of(abilities.group(1).split(";")).contains("4");
    String typed = heard;
    for (Pattern answer : java.util.List.of(BACKGROUND, SIZE, ABILITIES)) {
      typed = answer.matcher(typed).replaceAll("");
    }
    return new TerminalAnswers(dark, sixel, pixels.filter(p -> p.width() > 0), typed);
  }

  /// By the luma of ITU-R BT.601.
  private static boolean isDark(Matcher colour) {
    double luma =
        0.299 * part(colour.group(1))
            + 0.587 * part(colour.group(2))
            + 0.114 * part(colour.group(3));
    return luma < 0.5;
  }

  /// A share of one from up to four hexadecimal digits.
  private static double part(String digits) {
    return Integer.parseInt(digits, 16) / (Math.pow(16, digits.length()) - 1);
  }
}
