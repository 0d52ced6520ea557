package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ctrl-C at every moment: before a statement, between the line and its statement, in another
/// program.
class InterruptsTest {
  private static final String FIT = "SEGMENT points BY x, y USING kmeans(2) AS s;";
  private static final String STOPPED = "Stopped; the session is as it was before the statement.";

  private record Point(double x, double y) {}

  private final DumbShell shell = new DumbShell();
  private final Interrupts interrupts = shell.interrupts;
  private final Statements statements = shell.statements;

  @BeforeEach
  void bind() {
    shell.session.bind(
        "points", IntStream.range(0, 90).mapToObj(i -> new Point(i % 2 * 9 + i, i % 7)).toList());
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void oneBeforeTheStatementHasBegunStopsIt() {
    shell.terminal.raise(Terminal.Signal.INT);
    assertThat(statements.run(FIT)).isFalse();
    assertThat(shell.shown()).contains(STOPPED);
    assertThat(statements.run(FIT)).as("and only that one").isTrue();
  }

  @Test
  void oneThatTheLineReaderTookTooLateStopsTheStatement() {
    Thread.currentThread().interrupt();
    interrupts.lineEnded();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(statements.run(FIT)).isFalse();
    assertThat(shell.shown()).contains(STOPPED);
  }

  @Test
  void oneBeforeThePromptIsNotKept() {
    shell.terminal.raise(Terminal.Signal.INT);
    interrupts.lineBegins();
    assertThat(statements.run(FIT)).isTrue();
  }

  @Test
  void oneInAnotherProgramIsMeantForThatProgram() {
    interrupts.elsewhere(true);
    shell.terminal.raise(Terminal.Signal.INT);
    interrupts.elsewhere(false);
    assertThat(statements.run(FIT)).isTrue();
  }
}
