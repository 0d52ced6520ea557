package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Span;
import org.segql.result.TerminalStyle;
import org.segql.session.LanguageServices.Signature;
import org.segql.session.Session;

class ShellPartsTest {
  @Test
  void tablesAreNamedAfterFiles() {
    var taken = new HashSet<String>();
    assertThat(OpenedFiles.tableName(Path.of("data/Mall Customers.csv.gz"), taken))
        .isEqualTo("Mall_Customers");
    assertThat(OpenedFiles.tableName(Path.of("mall_customers.parquet"), taken))
        .isEqualTo("mall_customers_2");
    assertThat(OpenedFiles.tableName(Path.of("2026-01.csv"), taken)).isEqualTo("t2026_01");
    assertThat(OpenedFiles.tableName(Path.of("顧客.csv"), taken)).isEqualTo("顧客");
  }

  @Test
  void metaCommands() {
    assertThat(MetaCommand.of("\\d customers;")).contains(MetaCommand.TABLES);
    assertThat(MetaCommand.argument("\\d  customers;")).isEqualTo("customers");
    assertThat(MetaCommand.of("exit")).contains(MetaCommand.QUIT);
    assertThat(MetaCommand.of("\\nope")).isEmpty();
    assertThat(MetaCommand.isMeta("SHOW TABLES;")).isFalse();
    for (String help : List.of("?kmeans", "? kmeans;", "\\?kmeans", "help kmeans", "HELP kmeans")) {
      assertThat(MetaCommand.isMeta(help)).isTrue();
      assertThat(MetaCommand.of(help)).contains(MetaCommand.HELP);
      assertThat(MetaCommand.argument(help)).isEqualTo("kmeans");
    }
    assertThat(MetaCommand.beginningWith("\\s")).containsExactly(MetaCommand.SAVE);
  }

  @Test
  void helpFitsTheWidth() {
    assertThat(Help.text(100).lines()).allMatch(l -> l.length() < 100);
  }

  @Test
  void progress() {
    assertThat(ProgressLine.line("reading c.csv", -1, 3.2)).isEqualTo("reading c.csv  3 s");
    assertThat(ProgressLine.line("k-means", 0.25, 10))
        .isEqualTo("k-means  █████░░░░░░░░░░░░░░░ 25%  10 s, about 30 s left");
    assertThat(ProgressLine.line("k-means", 0, 10)).endsWith(" 0%  10 s");
  }

  @Test
  void theTipShowsTheArgumentsToCome() {
    String whole = "kmeans(k, restarts = 10, seed = 42)";
    assertThat(Colours.rest(new Signature(whole, 1, ""), "kmeans(5, restarts = "))
        .isEqualTo("  restarts = 10, seed = 42");
    assertThat(Colours.rest(new Signature(whole, 0, ""), "kmeans("))
        .isEqualTo("  k, restarts = 10, seed = 42");
    assertThat(Colours.rest(new Signature(whole, -1, ""), "kmeans(5, restarts = 3, "))
        .isEqualTo("  seed = 42");
    assertThat(Colours.rest(new Signature("ols()", -1, ""), "ols(")).isEmpty();
  }

  @Test
  void completionsAreTakenAsTheyCome() {
    var matcher = new Completions.AllMatch();
    matcher.compile(Map.of(), true, new InputLine("SEGMENT c BY in", 15, 13, 15), true, 0, "");
    var all = List.of(new Candidate("income"), new Candidate("index"));
    assertThat(matcher.matches(all)).isEqualTo(all);
    assertThat(matcher.getCommonPrefix()).isEqualTo("in");
    matcher.matches(List.of(new Candidate("income_2025"), new Candidate("income_2026")));
    assertThat(matcher.getCommonPrefix()).isEqualTo("income_202");
    matcher.matches(List.of(new Candidate("`Annual Income`")));
    assertThat(matcher.getCommonPrefix()).isEqualTo("in");
  }

  @Test
  void theTerminalsAnswers() {
    var light = new TerminalAnswers();
    assertThat(light.dark()).isNull();
    light.colour("rgb:ff/fa/f0");
    light.size("600;800");
    light.abilities("62;4;22");
    assertThat(light.dark()).isFalse();
    assertThat(light.sixel()).isTrue();
    assertThat(light.pixels()).contains(new TerminalAnswers.Pixels(800, 600));
    var dark = new TerminalAnswers();
    dark.colour("rgba:1e1e/1e1e/2e2e/ffff\u001b");
    dark.size("600;0");
    dark.abilities("1;2");
    assertThat(dark.dark()).isTrue();
    assertThat(dark.sixel()).isFalse();
    assertThat(dark.pixels()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[4;5~", "\u001b[4;600;800t", "\u001b[?2026;2$y", "\u001b[?62;4c"})
  void aKeyThatBeginsLikeAnAnswerTakesNothingOfWhatFollows(String key) throws IOException {
    var keys = new ByteArrayInputStream((key + "SHOW TABLES\r").getBytes(StandardCharsets.UTF_8));
    var none = OutputStream.nullOutputStream();
    try (var terminal =
        new DumbTerminal("test", "xterm-256color", keys, none, StandardCharsets.UTF_8)) {
      var reader = new EagerReader(terminal);
      var answers = new TerminalAnswers();
      answers.listenTo(reader);
      assertThat(reader.readLine()).isEqualTo("SHOW TABLES");
      assertThat(answers.sixel()).isEqualTo(key.endsWith("c"));
      assertThat(answers.pixels().isPresent()).isEqualTo(key.endsWith("t"));
    }
  }

  @Test
  void theHistoryIsSearchedForBracketsToo() throws IOException {
    var keys = new ByteArrayInputStream("\u0012kmeans(3)\r".getBytes(StandardCharsets.UTF_8));
    var none = OutputStream.nullOutputStream();
    try (var terminal =
        new DumbTerminal("test", "xterm-256color", keys, none, StandardCharsets.UTF_8)) {
      var reader = new EagerReader(terminal);
      reader.getHistory().add("SEGMENT c BY x USING kmeans(3);");
      reader.getHistory().add("SHOW c;");
      assertThat(reader.readLine()).isEqualTo("SEGMENT c BY x USING kmeans(3);");
    }
  }

  @Test
  void pagesOfTheBrowserGoWithTheShell() throws IOException {
    String said;
    try (var drawing = new Drawing(new TerminalAnswers(), Map.of());
        var session = Session.open()) {
      drawing.toBrowser(true);
      session.bind("t", List.of(new Point(1, 2), new Point(2, 1), new Point(3, 5)));
      var figure = session.run("PLOT t AS scatter(x, y);").orThrow().figure();
      said = drawing.terminal(figure, TerminalStyle.PLAIN);
      assertThat(Path.of(address(said))).isRegularFile();
    }
    assertThat(Path.of(address(said))).doesNotExist();
  }

  public record Point(double x, double y) {}

  private static URI address(String said) {
    return URI.create(said.replaceFirst(".*(file:\\S+).*", "$1"));
  }

  /// The console of Linux would show a part of the question.
  @ParameterizedTest
  @CsvSource({"xterm-256color,true", "tmux,true", "linux,false", "dumb,false", "eterm-color,false"})
  void onlyTerminalsThatUnderstandAreAsked(String type, boolean asked) throws IOException {
    var written = new ByteArrayOutputStream();
    var none = new ByteArrayInputStream(new byte[0]);
    try (var terminal = new DumbTerminal("test", type, none, written, StandardCharsets.UTF_8)) {
      new TerminalAnswers().ask(terminal);
    }
    assertThat(written.toString(StandardCharsets.UTF_8).endsWith("\u001b[c")).isEqualTo(asked);
  }

  /// What a rehearsal loads by name is there in this version of JLine.
  @Test
  void theClassesOfATerminalAreThere() {
    assertThat(TerminalLibrary.CLASSES)
        .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
  }

  /// What nobody sees must not be nothing, or the starts after it learn nothing of it.
  @Test
  void aRehearsalDoesWhatIsTyped(@TempDir Path folder) throws Exception {
    Path history = folder.resolve("history");
    try (var session = Session.open()) {
      session.bind("t", List.of(new Point(1, 2), new Point(2, 1), new Point(9, 5)));
      List<String> typed =
          List.of("\\pager\r", "SEGM\tt BY x,\r y USING kmeans(2) AS q;\r", "SHOW q;\r", "\u0004");
      Shell.rehearse(session, typed, history);
      assertThat(session.entry("q")).isPresent();
    }
    assertThat(history)
        .content()
        .containsSubsequence("SEGMENT t BY x,", "y USING kmeans(2) AS q;", "SHOW q;");
  }

  @Test
  void filesOfTheCommandLineAreStatements() {
    assertThat(OpenedFiles.statements(List.of(Path.of("it's.csv"), Path.of("a/study.SEGQL"))))
        .containsExactly("LOAD it_s FROM 'it''s.csv';", "RUN 'a/study.SEGQL';");
  }

  @Test
  void whatFollowsACommandIsCompleted() {
    try (Session session = Session.open()) {
      var language = session.language();
      assertThat(MetaCompletions.at(language, "\\? kmea", 7))
          .first()
          .satisfies(c -> assertThat(c.text()).isEqualTo("kmeans"))
          .satisfies(c -> assertThat(c.replaces()).isEqualTo(new Span(3, 7)));
      assertThat(MetaCompletions.at(language, "\\? unknown-col", 14))
          .extracting(c -> c.text())
          .containsExactly("unknown-column");
      assertThat(MetaCompletions.at(language, "\\i src/te", 9))
          .extracting(c -> c.text())
          .containsExactly("src/test/");
      assertThat(MetaCompletions.at(language, "\\timing o", 9)).isEmpty();
    }
  }

  @Test
  void sentencesAreBrokenBetweenWords() {
    String red = "\u001b[1;31merror[x]:\u001b[0m \u001b[1mThis is no column.\u001b[0m\n";
    assertThat(WordWrap.at(20, red))
        .isEqualTo("\u001b[1;31merror[x]:\u001b[0m \u001b[1mThis is no\n  column.\u001b[0m\n");
    assertThat(WordWrap.at(40, red)).isEqualTo(red);
    assertThat(WordWrap.at(12, "  Did you mean `a`?\n\n")).isEqualTo("  Did you\n  mean `a`?\n\n");
    assertThat(WordWrap.at(8, "顧客 顧客 aaaaaaaaaaaa b")).isEqualTo("顧客\n  顧客\n  aaaaaaaaaaaa\n  b\n");
  }

  @Test
  void backgrounds() {
    assertThat(Screen.isDark("15;0")).isTrue();
    assertThat(Screen.isDark("0;15")).isFalse();
    assertThat(Screen.isDark("0;default;7")).isFalse();
    assertThat(Screen.isDark(null)).isTrue();
  }
}
