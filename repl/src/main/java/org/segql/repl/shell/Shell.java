package org.segql.repl.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.segql.session.Session;

/// The interactive shell over one session.
public final class Shell {
  private static final String PROMPT = "segql> ";
  private static final String CONTINUATION = "    -> ";
  private static final String ANSWER = "\u001b]11;rgb:0000/0000/0000\u001b\\\u001b[?62;22c";

  private final Terminal terminal;
  private final Session session;
  private final Screen screen;
  private final Statements statements;
  private final MetaCommands meta;
  private final TerminalAnswers answers;
  private final List<String> typed = new ArrayList<>();

  private Shell(Terminal terminal, Session session, Attributes plain) {
    this.terminal = terminal;
    this.session = session;
    this.answers = TerminalAnswers.ask(terminal);
    this.screen = new Screen(terminal, answers);
    var drawing = new Drawing(answers, Pictures.of(System.getenv(), answers));
    this.statements = new Statements(session, terminal, screen, drawing);
    this.meta =
        new MetaCommands(screen, statements, drawing, new Editor(terminal, plain, screen, typed));
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
            .signalHandler(Terminal.SignalHandler.SIG_IGN)
            .build()) {
      run(terminal, session, files, version, HistoryFile.find());
    }
  }

  /// Runs over an input that is there from the start, on a terminal that nobody sees: what the JVM
  /// learns of it makes the next starts short.
  ///
  /// @param typed keys as a terminal sends them; before them it answers what it is asked
  public static void rehearse(Session session, String typed) throws IOException {
    var keys = new ByteArrayInputStream((ANSWER + typed).getBytes(StandardCharsets.UTF_8));
    try (Terminal terminal =
        TerminalLibrary.terminal()
            .system(false)
            .streams(keys, OutputStream.nullOutputStream())
            .type("xterm-256color")
            .encoding(StandardCharsets.UTF_8)
            .build()) {
      run(terminal, session, List.of(), "", HistoryFile.NONE);
    }
  }

  private static void run(
      Terminal terminal, Session session, List<Path> files, String version, HistoryFile history)
      throws IOException {
    if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
      terminal.setSize(Size.of(80, 24)); // a terminal that does not say
    }
    // What is typed while a statement runs waits for the next prompt, and is not shown before.
    Attributes before = terminal.enterRawMode();
    Attributes quiet = terminal.getAttributes();
    quiet.setLocalFlag(Attributes.LocalFlag.ISIG, true);
    terminal.setAttributes(quiet);
    try {
      new Shell(terminal, session, before).run(files, version, history);
    } finally {
      terminal.setAttributes(before);
    }
  }

  private void run(List<Path> files, String version, HistoryFile history) {
    screen.quietly("SegQL " + version + "  \\? for help, Tab completes, Ctrl-D leaves");
    if (!history.problem().isEmpty()) {
      screen.say(history.problem());
    }
    open(files);
    LineReader reader = reader(history);
    LateAnswers.swallow(reader);
    String begun = typedBefore();
    boolean on = true;
    while (on) {
      try {
        String input = reader.readLine(PROMPT, null, (Character) null, begun);
        begun = null;
        on = handle(input);
      } catch (UserInterruptException _) {
        begun = null;
        // Ctrl-C while typing drops what was typed.
      } catch (EndOfFileException _) {
        on = false;
      }
    }
  }

  /// What was typed before there was a prompt: whole lines are run, the rest is the beginning of
  /// the first input.
  private @Nullable String typedBefore() {
    String typed = answers.typed().replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\n]]", "");
    int end = typed.lastIndexOf('\n') + 1;
    String lines = typed.substring(0, end);
    boolean whole = StatementEnd.reached(lines) || MetaCommand.isMeta(lines);
    if (lines.isBlank() || !whole) {
      return typed.isBlank() ? null : typed;
    }
    screen.print(PROMPT + lines);
    handle(lines);
    return typed.substring(end);
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

  private void open(List<Path> files) {
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      String path = file.toString().replace("'", "''");
      boolean script = path.toLowerCase(Locale.ROOT).endsWith(".segql");
      statements.run(
          script
              ? "RUN '" + path + "';"
              : "LOAD " + tableName(file, names) + " FROM '" + path + "';");
    }
  }

  /// A file's name without its endings, as a name of the language: `Mall Customers.csv.gz` is
  /// `Mall_Customers`.
  static String tableName(Path file, Set<String> taken) {
    Path last = file.getFileName();
    String stem =
        (last == null ? "t" : last.toString()).replaceFirst("(?i)(\\.[a-z0-9]{1,8}){1,2}$", "");
    String name = stem.replaceAll("[^\\p{L}\\p{Nd}_]+", "_");
    name = name.isEmpty() || Character.isDigit(name.codePointAt(0)) ? "t" + name : name;
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
