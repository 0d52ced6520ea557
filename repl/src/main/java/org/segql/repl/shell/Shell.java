package org.segql.repl.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.segql.session.Session;

/// The interactive shell over one session.
public final class Shell {
  static final String PROMPT = "segql> ";
  private static final String CONTINUATION = "    -> ";
  private static final String ANSWER = "\u001b]11;rgb:0000/0000/0000\u001b\\\u001b[?62;22c";

  private final Terminal terminal;
  private final Session session;
  private final Runnable asking;
  private final Screen screen;
  private final Statements statements;
  private final MetaCommands meta;
  private final Drawing drawing;
  private final Interrupts interrupts;
  private final TerminalAnswers answers = new TerminalAnswers();
  private final List<String> typed = new ArrayList<>();

  private Shell(Terminal terminal, Session session, Attributes plain, Runnable asking) {
    this.terminal = terminal;
    this.asking = asking;
    this.session = session;
    this.interrupts = new Interrupts(terminal);
    var foreground = new Foreground(terminal, plain, interrupts);
    this.screen = new Screen(terminal, answers, foreground);
    this.drawing = new Drawing(answers, System.getenv());
    this.statements = new Statements(session, terminal, interrupts, screen, drawing);
    this.meta =
        new MetaCommands(screen, statements, drawing, new Editor(foreground, screen, typed));
  }

  /// Runs until the user leaves.
  ///
  /// @param files loaded first, each as a table named after it; scripts (`.segql`) are run
  /// @throws IOException where there is no terminal to talk to
  public static void run(Session session, List<Path> files, String version) throws IOException {
    try (Terminal terminal =
        TerminalLibrary.terminal()
            .system(true)
            .dumb(true)
            .nativeSignals(false)
            .signalHandler(Terminal.SignalHandler.SIG_IGN)
            .build()) {
      run(terminal, session, files, version, HistoryFile.find(), () -> {});
    }
  }

  /// Runs with lines that nobody types, on a terminal that nobody sees: what the JVM learns of it
  /// makes the next starts short.
  ///
  /// @param typed keys as a terminal sends them, a line or more at each prompt; before the first it
  ///   answers what it is asked
  /// @param history a file to keep them in
  /// @throws ClassNotFoundException where JLine is another version than the one meant
  public static void rehearse(Session session, List<String> typed, Path history)
      throws IOException, ClassNotFoundException {
    for (String name : TerminalLibrary.CLASSES) {
      Class.forName(name);
    }
    List<String> keys = new ArrayList<>(typed);
    keys.set(0, ANSWER + keys.getFirst());
    try (var typist = new Typist(keys);
        Terminal terminal =
            TerminalLibrary.terminal()
                .system(false)
                .streams(typist, OutputStream.nullOutputStream())
                .type("xterm-256color")
                .encoding(StandardCharsets.UTF_8)
                .build()) {
      run(terminal, session, List.of(), "", HistoryFile.usable(history), typist::next);
    }
  }

  /// @param asking is told of each prompt
  private static void run(
      Terminal terminal,
      Session session,
      List<Path> files,
      String version,
      HistoryFile history,
      Runnable asking)
      throws IOException {
    if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
      terminal.setSize(Size.of(80, 24)); // a terminal that does not say
    }
    Keys.signal(terminal);
    // What is typed while a statement runs waits for the next prompt, and is not shown before.
    Attributes before = terminal.enterRawMode();
    Keys.interruptBySignal(terminal);
    try {
      new Shell(terminal, session, before, asking).run(files, version, history);
    } finally {
      terminal.setAttributes(before);
    }
  }

  private void run(List<Path> files, String version, HistoryFile history) {
    screen.quietly("SegQL " + version + "  \\? for help, Tab completes, Ctrl-D leaves");
    if (!history.problem().isEmpty()) {
      screen.say(history.problem());
    }
    OpenedFiles.statements(files).forEach(statements::run);
    LineReader reader = reader(history);
    answers.ask(terminal);
    boolean on = true;
    while (on) {
      try {
        String input = reader.readLine(PROMPT);
        interrupts.lineEnded();
        on = handle(input);
      } catch (UserInterruptException _) {
        // Ctrl-C while typing drops what was typed.
      } catch (EndOfFileException _) {
        on = false;
      }
    }
    statements.target().close().ifPresent(screen::say);
    drawing.close();
  }

  private boolean handle(String input) {
    String text = input.strip();
    if (text.isEmpty()) {
      return true;
    }
    if (MetaCommand.isMeta(text)) {
      return meta.run(text);
    }
    typed.add(text);
    statements.run(input);
    return true;
  }

  private LineReader reader(HistoryFile history) {
    var completions = new Completions(session);
    var reader = new EagerReader(terminal);
    reader.setParser(new InputParser(completions, reader::moreWaits));
    reader.setCompleter(completions);
    reader.setCompletionMatcher(new Completions.AllMatch());
    reader.setHighlighter(new Colours(session, screen));
    reader.getWidgets().put(LineReader.CALLBACK_INIT, this::lineBegins);
    answers.listenTo(reader);
    reader
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.HISTORY_INCREMENTAL, true)
        .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
        .option(LineReader.Option.CASE_INSENSITIVE_SEARCH, true)
        .option(LineReader.Option.INSERT_TAB, true)
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
        .variable(LineReader.LIST_MAX, 200)
        .variable(LineReader.FEATURES_MAX_BUFFER_SIZE, Colours.LONGEST)
        .variable(LineReader.HISTORY_SIZE, 10_000)
        .variable(LineReader.HISTORY_FILE_SIZE, 10_000);
    Path path = history.path();
    if (path != null) {
      reader.variable(LineReader.HISTORY_FILE, path);
    }
    reader.setHistory(new DefaultHistory());
    return reader;
  }

  private boolean lineBegins() {
    Keys.interruptBySignal(terminal);
    interrupts.lineBegins();
    asking.run();
    return true;
  }
}
