package org.segql.repl.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.segql.session.Session;

/// The parts of a shell on a terminal of no abilities, whose output a test reads.
final class DumbShell implements AutoCloseable {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  final Session session = Session.open();
  final Terminal terminal;
  final Interrupts interrupts;
  final Statements statements;
  final MetaCommands meta;

  DumbShell() {
    try {
      terminal =
          new DumbTerminal(
              "test", "dumb", new ByteArrayInputStream(new byte[0]), shown, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    interrupts = new Interrupts(terminal);
    var answers = new TerminalAnswers();
    var foreground = new Foreground(terminal, terminal.getAttributes(), interrupts);
    var screen = new Screen(terminal, answers, foreground);
    var drawing = new Drawing(answers, Map.of());
    statements = new Statements(session, terminal, interrupts, screen, drawing);
    var editor = new Editor(foreground, screen, new ArrayList<>());
    meta = new MetaCommands(screen, statements, drawing, editor);
  }

  /// What was written since the last time it was asked for.
  String shown() {
    String text = shown.toString(StandardCharsets.UTF_8);
    shown.reset();
    return text;
  }

  @Override
  public void close() {
    session.close();
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
