package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Types into the real program in a real terminal.
class ShellInTerminalTest {
  @TempDir private Path folder;

  @BeforeEach
  void needsTmux() {
    if (!TmuxScreen.exists()) {
      System.err.println("Skipped: there is no tmux on the PATH.");
    }
    assumeTrue(TmuxScreen.exists(), "there is no tmux on the PATH");
  }

  private TmuxScreen open(int width, int height, String... arguments) throws IOException {
    return TmuxScreen.open(width, height, folder, environment(folder.resolve("history")), arguments);
  }

  private static List<String> environment(Path history) {
    return List.of("SEGQL_HISTORY=" + history, "PAGER=", "LC_ALL=C.UTF-8", "VISUAL=", "EDITOR=sh edit.sh");
  }

  @Test
  void statementsTakeManyLinesAndHistoryOutlivesTheSession() throws IOException {
    try (var screen = open(90, 24)) {
      screen.awaitPrompt();
      screen.enter("SHOW").await("    ->");
      screen.enter("  TABLES;").awaitPrompt();
      screen.enter("\\timing").await("Times are shown.");
      screen.key("C-d").awaitEnd();
    }
    try (var screen = open(90, 24)) {
      screen.awaitPrompt();
      screen.key("Up", "Up").await("TABLES;");
      assertThat(screen.text()).contains("segql> SHOW").contains("    ->   TABLES;");
      screen.key("C-c").awaitPrompt();
      screen.key("C-r").type("timi").await("\\timing");
      screen.key("C-c").awaitPrompt();
      screen.enter("quit").awaitEnd();
    }
  }

  @Test
  void commandsOfTheShell() throws IOException {
    try (var screen = open(100, 60)) {
      screen.awaitPrompt();
      String help = screen.enter("\\?").await("the last chart in the browser");
      assertThat(help).contains("\\save FILE").contains("Ctrl-D leaves");
      screen.enter("\\? unknown-column").await("no column of the table");
      screen.enter("\\tming").await("Did you mean `\\timing`?");
      screen.enter("\\x").await("sideways");
      screen.enter("\\rows many").await("How many rows?");
      screen.enter("\\o /no/such/folder/x.csv").await("That did not work: `/no/such/folder/x.csv` does not exist.");
      screen.enter("\\browse").await("No chart has been drawn yet");
      screen.type("\\tim").key("Tab").await("segql> \\timing");
      screen.key("Enter").await("Times are shown.");
    }
  }

  @Test
  void anUnwritableHistoryIsSaidAndTheShellWorks() throws IOException {
    List<String> environment = environment(Path.of("/dev/null/history"));
    try (var screen = TmuxScreen.open(90, 24, folder, environment)) {
      screen.await("what you type isn't kept");
      screen.enter("\\timing").await("Times are shown.");
      screen.key("C-d").awaitEnd();
    }
  }

  @Test
  void narrowAndDumbTerminals() throws IOException {
    try (var screen = open(20, 10)) {
      screen.await("segql>");
      screen.enter("\\timing").await("Times are shown.");
      screen.enter("SHOW TABLES;").await("Time:");
      screen.key("C-d").awaitEnd();
    }
    try (var screen =
        TmuxScreen.open(80, 24, folder, List.of("TERM=dumb", "SEGQL_HISTORY=" + folder.resolve("h")))) {
      screen.await("segql>");
      screen.enter("\\timing").await("Times are shown.");
      screen.enter("\\q").awaitEnd();
    }
  }

  @Test
  void aHugePasteIsTaken() throws IOException {
    try (var screen = open(90, 24)) {
      screen.awaitPrompt();
      screen.paste("-- a line of a comment that goes on and on\n".repeat(1_000) + "SHOW TABLES;");
      screen.await("SHOW TABLES;");
      screen.key("C-c").awaitPrompt();
      screen.key("C-d").awaitEnd();
    }
  }

  @Test
  void theEditorGivesTextToRun() throws IOException {
    Files.writeString(folder.resolve("edit.sh"), "printf 'SHOW TABLES;' > \"$1\"\n");
    try (var screen = open(90, 24)) {
      screen.awaitPrompt();
      screen.enter("\\e").await("SHOW TABLES;");
      screen.awaitPrompt();
    }
  }
}
