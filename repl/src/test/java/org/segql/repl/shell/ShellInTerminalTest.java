package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.repl.SmallDisk;

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
    return TmuxScreen.open(
        width, height, folder, environment(folder.resolve("history")), arguments);
  }

  private static List<String> environment(Path history) {
    return List.of(
        "SEGQL_HISTORY=" + history, "PAGER=", "LC_ALL=C.UTF-8", "VISUAL=", "EDITOR=sh edit.sh");
  }

  @Test
  void statementsTakeManyLinesAndHistoryOutlivesTheSession() throws IOException {
    try (var screen = open(90, 24)) {
      screen.awaitPrompt();
      screen.answer("SHOW", "    ->");
      screen.enter("  TABLES;").awaitPrompt();
      screen.answer("\\timing", "Times are shown.");
      screen.leave();
    }
    try (var screen = open(90, 24)) {
      screen.awaitPrompt();
      screen.key("Up", "Up").await("TABLES;");
      assertThat(screen.text()).contains("segql> SHOW").contains("    ->   TABLES;");
      screen.key("C-c").awaitPrompt();
      screen.key("C-r").type("timi").await("\\timing");
      screen.key("C-c").leave();
    }
  }

  @Test
  void commandsOfTheShell() throws IOException {
    try (var screen = open(100, 60)) {
      screen.awaitPrompt();
      String help = screen.answer("\\?", "the last chart in the browser");
      assertThat(help).contains("\\save FILE").contains("Ctrl-D leaves");
      screen.answer("\\? unknown-column", "no column of the table");
      screen.answer("\\tming", "Did you mean `\\timing`?");
      screen.answer("\\x", "sideways");
      screen.answer("\\rows many", "How many rows?");
      screen
          .enter("\\o /no/such/folder/x.csv")
          .await("That did not work: `/no/such/folder/x.csv` does not exist.");
      screen.answer("\\browse", "No chart has been drawn yet");
      screen.type("\\tim").key("Tab").await("segql> \\timing");
      screen.key("Enter").await("Times are shown.");
    }
  }

  @Test
  void aLargePasteThatIsNotMarkedAsOneIsTakenInSeconds() throws IOException {
    try (var screen = open(90, 24)) {
      screen.awaitPrompt();
      String lines = "  1, -- a line of many, which is coloured once and not at each letter\n";
      screen.pasteUnmarked("VALUES\n" + lines.repeat(1_000) + "  2 -- the last");
      screen.await("2 -- the last");
      assertThat(screen.coloured()).contains("\u001b[2m-- the last");
      screen.key("C-c").awaitPrompt();
      screen.pasteUnmarked("\\timing\n\\timing\n").await("no longer shown");
    }
  }

  @Test
  void aMistakeIsMarkedBeforeItIsEntered() throws IOException {
    customers("customers.csv", 30);
    try (var screen = open(90, 24, "customers.csv")) {
      screen.await("30 rows");
      screen.awaitPrompt();
      screen.type("SEGMENT customers BY incme, age USNG kmeans(3) ").await("kmeans(3)");
      screen.awaitColoured("\u001b[4m\u001b[31mUSNG");
      screen.key("C-c").awaitPrompt();
      screen.type("SHOW customers WHERE incme > 3;").awaitColoured("\u001b[4m\u001b[31mincme");
    }
  }

  @Test
  void whatAPersonTriesFirstGetsAnAnswerAtOnce() throws IOException {
    try (var screen = open(100, 60)) {
      screen.awaitPrompt();
      screen.answer("help", "Ctrl-D leaves");
      screen.answer("?kmeans", "Splits rows into k compact segments");
      screen.answer("select 1", "Write `SHOW FROM");
      screen.answer("show tables", "There are none.");
      screen.answer("SET seed = 7", "; or an empty line runs it");
      screen.key("Enter").awaitPrompt();
      screen.enter("quit").awaitEnd();
    }
  }

  @Test
  void anUnwritableHistoryIsSaidAndTheShellWorks() throws IOException {
    List<String> environment = environment(Path.of("/dev/null/history"));
    try (var screen = TmuxScreen.open(90, 24, folder, environment)) {
      screen.await("isn't kept");
      screen.answer("\\timing", "Times are shown.");
      screen.leave();
    }
  }

  @Test
  void narrowAndDumbTerminals() throws IOException {
    try (var screen = open(20, 10)) {
      screen.await("segql>");
      screen.answer("\\timing", "Times are shown.");
      screen.answer("SHOW TABLES;", "Time:");
      screen.leave();
    }
    try (var screen =
        TmuxScreen.open(
            80, 24, folder, List.of("TERM=dumb", "SEGQL_HISTORY=" + folder.resolve("h")))) {
      screen.await("segql>");
      screen.answer("\\timing", "Times are shown.");
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
      screen.leave();
    }
  }

  @Test
  void theEditorGivesTextToRun() throws IOException {
    Files.writeString(folder.resolve("edit.sh"), "printf 'SHOW TABLES;' > \"$1\"\n");
    try (var screen = open(90, 24)) {
      screen.awaitPrompt();
      screen.answer("\\e", "SHOW TABLES;");
      screen.awaitPrompt();
    }
  }

  @Test
  void filesAreOpenedCompletedSegmentedAndStopped() throws IOException {
    customers("customers.csv", 3_000);
    try (var screen = open(100, 45, "customers.csv")) {
      screen.await("`customers`: 3,000 rows, 4 columns");
      screen.awaitPrompt();
      screen.type("SEGMENT customers BY in").key("Tab").await("BY income");
      screen.type(", ag").key("Tab").await("BY income, age");
      screen.type(" USING ").key("Tab").await("hierarchical");
      assertThat(screen.text()).contains("algorithms");
      screen.type("kmeans(5, ").await("restarts = 10");
      assertThat(screen.coloured()).contains("\u001b[1m\u001b[34mSEGMENT");
      screen.key("C-c").awaitPrompt();
      screen.enter("SEGMENT customers BY incme, age USING kmeans(3);");
      assertThat(screen.await("Did you mean `income`?"))
          .contains("BY incme, age")
          .contains("^^^^^");
      screen.enter(
          "SEGMENT customers BY age, income, visits USING kmeans(2..10, restarts = 1000);");
      screen.await("start ");
      screen.key("C-c").await("Stopped; the session is as it was");
      screen.answer("SEGMENT customers BY age, income USING kmeans(3) AS q1;", "silhouette");
      screen.answer("PLOT q1 AS sizes;", "█");
      screen.answer("\\d", "loaded from customers.csv");
      screen.answer("\\ds", "q1");
      screen.answer("\\save all.segql", "5 inputs are in `all.segql`");
    }
    assertThat(Files.readString(folder.resolve("all.segql"))).contains("LOAD customers", "AS q1;");
  }

  @Test
  void resultsGoToFilesAndFitNarrowTerminals() throws IOException {
    customers("Our Customers.csv", 30);
    try (var screen = open(20, 30, "Our Customers.csv")) {
      screen.await("rows");
      screen.awaitPrompt();
      screen.answer("\\o t.json", "`t.json`");
      screen.enter("SHOW Our_Customers;").awaitPrompt();
      screen.answer("\\o", "Results go to the");
      screen.answer("SHOW FROM Our_Customers LIMIT 2;", "visits");
      screen.answer("\\o left.json", "`left.json`");
      screen.enter("SHOW TABLES;").awaitPrompt();
      screen.leave();
    }
    assertThat(Files.readString(folder.resolve("left.json"))).endsWith("]}\n");
    assertThat(Files.readString(folder.resolve("t.json")))
        .startsWith("{\"results\"")
        .endsWith("]}\n");
  }

  @Test
  void scriptsThatAreRunHereSayWhereTheyFail() throws IOException {
    customers("customers.csv", 30);
    Files.writeString(folder.resolve("inner.segql"), "\nSHOW customers WHERE agee > 3;");
    Files.writeString(folder.resolve("outer.segql"), "RUN 'inner.segql';");
    Files.createDirectory(folder.resolve("scripts"));
    try (var screen = open(100, 50, "customers.csv")) {
      screen.await("30 rows");
      assertThat(screen.answer("\\i outer.segql", "Did you mean `age`?"))
          .contains("error[unknown-column]", "inner.segql:2:22");
      assertThat(screen.answer("\\i scripts", "cannot be read")).contains("[file-unreadable]");
      screen.answer("\\i none.segql", "There is no script `none.segql`.");
      screen.answer("\\i", "Which script?");
      screen.type("\\i out").key("Tab").await("\\i outer.segql");
    }
  }

  @Test
  void longResultsGoThroughThePager() throws IOException {
    assumeTrue(Foreground.isOnPath("less"), "there is no less on the PATH");
    customers("customers.csv", 60);
    List<String> environment = new ArrayList<>(environment(folder.resolve("history")));
    environment.add("PAGER=less");
    try (var screen = TmuxScreen.open(90, 20, folder, environment, "customers.csv")) {
      screen.await("60 rows");
      screen.answer("SHOW customers LIMIT 60; SHOW TABLES;", "space: on   b: back");
      assertThat(screen.text()).contains("customer_id").doesNotContain("60 rows");
      screen.key("C-c", "G").await("the last row", text -> text.contains("\n         59  "));
      screen.key("q").await("origin");
      assertThat(screen.awaitPrompt()).doesNotContain("Stopped");
      screen.answer("\\pager", "Long results are not paged.");
      screen.enter("SHOW customers LIMIT 60;").awaitPrompt();
    }
  }

  @Test
  void whatFollowsFitsTheTerminalThatWasResized() throws IOException {
    customers("customers.csv", 5);
    try (var screen = open(100, 40, "customers.csv")) {
      screen.await("5 rows");
      screen.awaitPrompt();
      screen.type("SHOW FROM cust").await("SHOW FROM cust");
      screen.resize(30, 40);
      screen
          .type("omers LIMIT 3;")
          .await("the whole line", text -> text.replaceAll("\\s", "").contains("LIMIT3;"));
      screen.key("Enter").awaitPrompt();
      assertThat(screen.text().lines()).allMatch(line -> line.length() <= 30);
      assertThat(screen.text()).contains("visits").doesNotContain("error[");
      screen.resize(110, 40);
      screen.answer("DESCRIBE kmeans;", "Splits rows into k compact segments");
      assertThat(screen.text().lines()).anyMatch(line -> line.length() > 60);
    }
  }

  @Test
  void aFullDiskUnderAFileOfResultsIsSaidAndTheResultsComeToTheScreen() throws IOException {
    customers("customers.csv", 3_000);
    try (var _ = SmallDisk.mount(folder.resolve("full"), "16k");
        var screen = open(100, 40, "customers.csv")) {
      screen.await("3,000 rows");
      screen.answer("\\o full/x.json", "Results go to `full/x.json`");
      screen.answer("\\rows 5", "Long tables show 5 rows.");
      assertThat(screen.answer("SHOW customers LIMIT 2000;", "5 of 2,000 rows shown"))
          .contains("`full/x.json` could not be written whole: No space left on device");
      screen.answer("SHOW TABLES;", "origin");
    }
  }

  private void customers(String name, int rows) throws IOException {
    var text = new StringBuilder("customer_id,age,income,visits\n");
    for (int i = 0; i < rows; i++) {
      text.append(i)
          .append(',')
          .append(18 + i * 37 % 60)
          .append(',')
          .append(20_000 + i * 7919L % 60_000);
      text.append(',').append(i * 31 % 17).append('\n');
    }
    Files.writeString(folder.resolve(name), text);
  }
}
