package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segql.session.Session;

/// Ctrl-C at every moment: before a statement, between the line and its statement, in another
/// program.
class InterruptsTest {
  private static final String FIT = "SEGMENT points BY x, y USING kmeans(2) AS s;";
  private static final String STOPPED = "Stopped; the session is as it was before the statement.";

  private record Point(double x, double y) {}

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Session session = Session.open();
  private Terminal terminal;
  private Interrupts interrupts;
  private Statements statements;

  @BeforeEach
  void open() throws IOException {
    terminal =
        new DumbTerminal(
            "test", "dumb", new ByteArrayInputStream(new byte[0]), shown, StandardCharsets.UTF_8);
    interrupts = new Interrupts(terminal);
    var answers = new TerminalAnswers();
    var foreground = new Foreground(terminal, terminal.getAttributes(), interrupts);
    var screen = new Screen(terminal, answers, foreground);
    var drawing = new Drawing(answers, Map.of());
    statements = new Statements(session, terminal, interrupts, screen, drawing);
    session.bind(
        "points", IntStream.range(0, 90).mapToObj(i -> new Point(i % 2 * 9 + i, i % 7)).toList());
  }

  @AfterEach
  void close() throws IOException {
    session.close();
    terminal.close();
  }

  @Test
  void oneBeforeTheStatementHasBegunStopsIt() {
    terminal.raise(Terminal.Signal.INT);
    assertThat(statements.run(FIT)).isFalse();
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains(STOPPED);
    assertThat(statements.run(FIT)).as("and only that one").isTrue();
  }

  @Test
  void oneThatTheLineReaderTookTooLateStopsTheStatement() {
    Thread.currentThread().interrupt();
    interrupts.lineEnded();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(statements.run(FIT)).isFalse();
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains(STOPPED);
  }

  @Test
  void oneBeforeThePromptIsNotKept() {
    terminal.raise(Terminal.Signal.INT);
    interrupts.lineBegins();
    assertThat(statements.run(FIT)).isTrue();
  }

  @Test
  void oneInAnotherProgramIsMeantForThatProgram() {
    interrupts.elsewhere(true);
    terminal.raise(Terminal.Signal.INT);
    interrupts.elsewhere(false);
    assertThat(statements.run(FIT)).isTrue();
  }
}
