package org.segql.repl.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// What the terminal says of itself when it is asked: the colour of its background (xterm's OSC
/// 11), its size in pixels (CSI 14 t), what it is able to do (DA1). Nobody waits for the answers,
/// which some terminals never give and others give late: they come among the keys, and the line
/// reader takes them out of these.
final class TerminalAnswers {
  /// The size of the screen.
  record Pixels(int width, int height) {}

  private static final String QUESTIONS = "\u001b]11;?\u001b\\\u001b[14t\u001b[c";

  /// Terminals that would show a part of the question.
  private static final List<String> SIMPLE =
      List.of(Terminal.TYPE_DUMB, "linux", "eterm", "emacs", "cons25", "vt52", "sun");

  private static final String COLOUR_BEGINS = "\u001b]11;";
  private static final String SIZE_BEGINS = "\u001b[4;";
  private static final String ABILITIES_BEGIN = "\u001b[?";
  private static final Pattern COLOUR =
      Pattern.compile("rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(/.*)?");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5});(\\d{1,5})");

  private volatile @Nullable Boolean dark;
  private volatile boolean sixel;
  private volatile Optional<Pixels> pixels = Optional.empty();

  /// Whether the background is dark; null where the terminal did not say.
  @Nullable Boolean dark() {
    return dark;
  }

  /// Whether it draws sixel graphics.
  boolean sixel() {
    return sixel;
  }

  /// Of the whole screen; empty where it did not say.
  Optional<Pixels> pixels() {
    return pixels;
  }

  /// Asks the terminal; the answers come when lines are read.
  void ask(Terminal terminal) {
    if (SIMPLE.stream().noneMatch(terminal.getType()::startsWith)) {
      terminal.writer().print(QUESTIONS);
      terminal.writer().flush();
    }
  }

  /// Lets the reader give the answers to this object and not take them for typing.
  void listenTo(LineReaderImpl reader) {
    Map<String, Widget> widgets = reader.getWidgets();
    widgets.put("answer-colour", () -> colour(upTo(reader, "\u0007\\")));
    widgets.put("answer-size", () -> answer(reader, 't', this::size));
    widgets.put("answer-abilities", () -> answer(reader, 'c', this::abilities));
    for (KeyMap<Binding> keys : reader.getKeyMaps().values()) {
      keys.bind(new Reference("answer-colour"), COLOUR_BEGINS);
      keys.bind(new Reference("answer-size"), SIZE_BEGINS);
      keys.bind(new Reference("answer-abilities"), ABILITIES_BEGIN);
    }
  }

  private static String upTo(LineReaderImpl reader, String ends) {
    var text = new StringBuilder();
    int c = reader.readCharacter();
    while (c >= 0 && ends.indexOf(c) < 0) {
      text.appendCodePoint(c);
      c = reader.readCharacter();
    }
    return text.toString();
  }

  /// Reads to the end of a control sequence. One that ends otherwise is none of the answers: keys
  /// held with Shift or Ctrl begin alike.
  private static boolean answer(LineReaderImpl reader, char end, Predicate<String> meaning) {
    var text = new StringBuilder();
    int c = reader.readCharacter();
    while (c >= 0 && (c < '@' || c > '~')) {
      text.appendCodePoint(c);
      c = reader.readCharacter();
    }
    return c != end || meaning.test(text.toString());
  }

  /// @param text `rgb:1e1e/1e1e/2e2e`, with the ESC of its end where there is one
  boolean colour(String text) {
    Matcher colour = COLOUR.matcher(text.replace("\u001b", ""));
    if (colour.matches()) {
      dark = isDark(colour);
    }
    return true;
  }

  /// @param text height and width, `600;800`
  boolean size(String text) {
    Matcher size = SIZE.matcher(text);
    if (size.matches()) {
      var said = new Pixels(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)));
      pixels = Optional.of(said).filter(p -> p.width() > 0);
    }
    return true;
  }

  /// @param text the numbers of the abilities, `62;4;22`
  boolean abilities(String text) {
    sixel = Stream.of(text.split(";")).anyMatch("4"::equals);
    return true;
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
