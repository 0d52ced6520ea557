package org.segql.repl;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.segql.result.TerminalStyle;

/// What a command has around it: where it reads and writes, and what is known of the screen.
///
/// @param inIsScreen whether a person types standard input; the launcher finds out and says
/// @param outIsScreen whether a person sees standard output
/// @param errIsScreen the same of standard error
/// @param width cells of a line on the screen
/// @param colour whether colours are wanted where there is a screen
/// @param home the folder of the launcher; null where the program was started without it
record Surroundings(
    InputStream in,
    Output out,
    Output err,
    boolean inIsScreen,
    boolean outIsScreen,
    boolean errIsScreen,
    int width,
    boolean colour,
    @Nullable Path home) {
  private static final int PLAIN_WIDTH = 100;
  private static final int LEAST_WIDTH = 20;

  /// Those of this process.
  static Surroundings ofProcess() {
    String screens = System.getProperty("segql.screens");
    screens = screens == null ? (isTerminal() ? "01" : "") : screens;
    String home = System.getProperty("segql.home");
    String noColour = System.getenv("NO_COLOR");
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        new Output(new FileOutputStream(FileDescriptor.out), "Standard output"),
        new Output(new FileOutputStream(FileDescriptor.err), "Standard error"),
        screens.contains("0"),
        screens.contains("1"),
        screens.contains("2"),
        widthOf(System.getProperty("segql.width", "")),
        !dumb && (noColour == null || noColour.isEmpty()),
        home == null ? null : Path.of(home));
  }

  /// Where the launcher has not said it. The JDK looks for consoles in many of its modules first,
  /// which takes 0.05 s.
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  boolean colourOnOut() {
    return colour && outIsScreen;
  }

  boolean colourOnErr() {
    return colour && errIsScreen;
  }

  /// How tables are laid out for who reads standard output; files and pipes get the same
  /// everywhere.
  TerminalStyle style() {
    return outIsScreen
        ? TerminalStyle.PLAIN.withWidth(width).withColour(colour)
        : TerminalStyle.PLAIN;
  }

  /// A sentence for the user, after all that was printed before it.
  void say(String sentence) {
    out.flush();
    err.line("segql: " + sentence);
    err.flush();
  }

  private static int widthOf(String cells) {
    try {
      int width = Integer.parseInt(cells.strip());
      return width <= 0 ? PLAIN_WIDTH : Math.max(LEAST_WIDTH, width);
    } catch (NumberFormatException e) {
      return PLAIN_WIDTH;
    }
  }
}
