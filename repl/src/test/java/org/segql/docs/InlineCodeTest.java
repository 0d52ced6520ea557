package org.segql.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.segql.analysis.ClauseHelp;
import org.segql.analysis.StatementDefinition;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Source;
import org.segql.session.Session;

/// Statements and clauses that stand inside sentences are of the language too: each can be parsed,
/// by itself or where such a clause stands. Those with a gap (`…`) and bare keywords are left out.
class InlineCodeTest {
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`]+)`(?!`)");
  private static final Pattern KEYWORDS = Pattern.compile("[A-Z_ ]+;?");

  /// Where a clause may stand.
  private static final List<String> PLACES =
      List.of(
          "%s",
          "SEGMENT t %s",
          "SEGMENT t LIKE q %s",
          "PLOT t AS histogram(a) %s",
          "SEGMENT t LIKE q NAME 'a' WHEN k > 1, %s",
          "TABLE x AS FROM t %s",
          "TABLE x AS %s",
          "LOAD t FROM 'x' %s");

  @TestFactory
  Stream<DynamicTest> pages() {
    return Page.all().stream()
        .filter(page -> !page.name().equals("CHANGELOG.md")) // which speaks of mistakes too
        .map(page -> DynamicTest.dynamicTest(page.name(), page.file().toUri(), () -> check(page)));
  }

  private static void check(Page page) {
    var wrong = new TreeSet<String>();
    try (Session session = Session.open()) {
      page.prose()
          .forEach(
              (line, text) ->
                  CODE.matcher(text)
                      .results()
                      .map(code -> code.group(1).replace("\\|", "|"))
                      .filter(InlineCodeTest::isLanguage)
                      .filter(code -> PLACES.stream().noneMatch(p -> parses(session, p, code)))
                      .forEach(code -> wrong.add(page.at(line) + " " + code)));
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isLanguage(String code) {
    int blank = code.indexOf(' ');
    return blank > 0
        && !code.contains("…")
        && !KEYWORDS.matcher(code).matches()
        && firstWords().anyMatch(word -> code.startsWith(word + " "));
  }

  private static Stream<String> firstWords() {
    return Stream.of(StatementDefinition.values())
        .flatMap(
            s -> Stream.concat(Stream.of(s.text()), s.clauses().stream().map(ClauseHelp::text)))
        .map(text -> text.split(" ")[0])
        .filter(word -> word.equals(word.toUpperCase(Locale.ROOT)))
        .distinct();
  }

  private static boolean parses(Session session, String place, String code) {
    try {
      session.format(new Source("page", place.replace("%s", code)));
      return true;
    } catch (SegqlException e) {
      return false;
    }
  }
}
