package org.segql.repl.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Figure;
import org.segql.render.HtmlChart;
import org.segql.result.ChartPainter;
import org.segql.result.Painter;
import org.segql.result.TerminalStyle;

/// Draws charts where the user wants them: in the terminal as a picture where it says that it can
/// show one (kitty, iTerm2, sixel), else with letters; or in the browser.
final class Drawing implements ChartPainter, AutoCloseable {
  private final TerminalAnswers answers;
  private final Map<String, String> environment;
  private final ChartPainter letters = new Painter();
  private final List<Path> pages = new ArrayList<>();
  private @Nullable Figure last;
  private boolean inBrowser;

  /// @param environment the variables of the process
  Drawing(TerminalAnswers answers, Map<String, String> environment) {
    this.answers = answers;
    this.environment = environment;
  }

  boolean inBrowser() {
    return inBrowser;
  }

  void toBrowser(boolean on) {
    inBrowser = on;
  }

  @Override
  public String terminal(Figure figure, TerminalStyle style) {
    last = figure;
    if (inBrowser) {
      return browse();
    }
    Optional<Pictures> pictures = Pictures.of(environment, answers);
    if (style.colour() && pictures.isPresent()) {
      try {
        return pictures.get().drawn(figure, style.dark(), answers.pixels());
      } catch (IOException _) {
        // Letters then.
      }
    }
    return letters.terminal(figure, style);
  }

  @Override
  public String html(Figure figure) {
    return letters.html(figure);
  }

  /// Opens the last chart in the browser.
  ///
  /// @return a sentence on what was done
  String browse() {
    Figure figure = last;
    if (figure == null) {
      return "No chart has been drawn yet; `PLOT q1 AS map;` draws one.";
    }
    try {
      Path page = Files.createTempFile("segql-chart-", ".html");
      page.toFile().deleteOnExit(); // where a signal ends the shell
      pages.add(page);
      Files.writeString(page, HtmlChart.page(figure));
      boolean opened = open(page);
      return opened
          ? "The chart is in the browser: " + page.toUri()
          : "The chart is in " + page.toUri() + " until you leave.";
    } catch (IOException e) {
      return "The chart could not be written: " + e.getMessage();
    }
  }

  /// Removes the pages that the browser was given: they show who the customers are.
  @Override
  public void close() {
    for (Path page : pages) {
      try {
        Files.deleteIfExists(page);
      } catch (IOException _) {
        // The system tidies its folder of temporary files.
      }
    }
  }

  private static boolean open(Path page) throws IOException {
    String browser = System.getenv("BROWSER");
    boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    List<String> programs =
        browser != null && !browser.isBlank()
            ? List.of(browser)
            : screen ? List.of("xdg-open", "open") : List.of("open");
    for (String program : programs) {
      if (program.contains("/") || Foreground.isOnPath(program)) {
        new ProcessBuilder(program, page.toUri().toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
        return true;
      }
    }
    return false;
  }
}
