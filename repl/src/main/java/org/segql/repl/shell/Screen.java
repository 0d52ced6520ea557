package org.segql.repl.shell;

import java.util.List;
import java.util.Objects;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.result.ChartPainter;
import org.segql.result.Result;
import org.segql.result.TerminalRenderer;
import org.segql.result.TerminalStyle;

/// What the user looks at: writes text, results and diagnostics as wide as the terminal is at that
/// moment.
final class Screen {
  private static final int WIDTH_UNKNOWN = 80;

  private final Terminal terminal;
  private final boolean colour;
  private final boolean unicode;
  private final TerminalAnswers answers;
  private final Pager pager;
  private boolean sideways;
  private int rowLimit = TerminalStyle.PLAIN.rowLimit();

  Screen(Terminal terminal, TerminalAnswers answers, Foreground foreground) {
    this.terminal = terminal;
    this.colour = wantsColour(terminal);
    this.unicode = terminal.outputEncoding().name().startsWith("UTF");
    this.answers = answers;
    this.pager = new Pager(foreground, !isDumb(terminal));
  }

  boolean colour() {
    return colour;
  }

  /// The colours of what is typed.
  Palette palette() {
    boolean many =
        Objects.requireNonNullElse(terminal.getNumericCapability(Capability.max_colors), 8) >= 256;
    boolean known = answers.dark() != null || System.getenv("COLORFGBG") != null;
    return known && many ? dark() ? Palette.ON_DARK : Palette.ON_LIGHT : Palette.OF_TERMINAL;
  }

  private boolean dark() {
    return Objects.requireNonNullElse(answers.dark(), isDark(System.getenv("COLORFGBG")));
  }

  boolean unicode() {
    return unicode;
  }

  boolean sideways() {
    return sideways;
  }

  Pager pager() {
    return pager;
  }

  void turn() {
    sideways = !sideways;
  }

  void limitRows(int rows) {
    rowLimit = rows;
  }

  int width() {
    int columns = terminal.getColumns();
    return columns > 0 ? columns : WIDTH_UNKNOWN;
  }

  TerminalStyle style() {
    return new TerminalStyle(width(), colour, unicode, dark(), sideways, rowLimit);
  }

  void show(Result result, ChartPainter painter) {
    page(new TerminalRenderer(style(), painter).render(result) + "\n");
  }

  void show(List<Diagnostic> diagnostics) {
    print(WordWrap.at(width(), new DiagnosticRenderer(width(), colour).render(diagnostics)));
  }

  /// Through the pager, where it is on and the text is longer than the screen.
  void page(String text) {
    int height = terminal.getRows();
    boolean fits = height <= 0 || text.lines().count() < height;
    if (fits || Pictures.isIn(text) || !pager.show(text)) {
      print(text);
    }
  }

  void print(String text) {
    terminal.writer().print(text);
    terminal.writer().flush();
  }

  void say(String sentence) {
    print(wrapped(sentence));
  }

  private String wrapped(String sentence) {
    return new TerminalRenderer(style()).render(Result.text(sentence));
  }

  /// Something that stands back: hints, times.
  void quietly(String sentence) {
    String text = wrapped(sentence);
    print(colour ? "\u001b[2m" + text + "\u001b[0m" : text);
  }

  static boolean isDumb(Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  private static boolean wantsColour(Terminal terminal) {
    String refused = System.getenv("NO_COLOR");
    return (refused == null || refused.isEmpty()) && !isDumb(terminal);
  }

  /// `COLORFGBG` is `15;0` where the background is colour 0; dark where it says nothing.
  static boolean isDark(@Nullable String colours) {
    if (colours == null) {
      return true;
    }
    String background = colours.substring(colours.lastIndexOf(';') + 1);
    return !(background.equals("7") || background.equals("15"));
  }
}
