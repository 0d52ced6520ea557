package org.segql.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segql.Golden;

class DiagnosticRenderingTest {
  private static final String LONG =
      "SEGMENT customers BY "
          + "age, income, visits, basket, ".repeat(20)
          + "revnue, "
          + "tenure, region, ".repeat(20)
          + "x USING kmeans(5)";

  /// `«` and `»` mark the span.
  private static Diagnostic at(
      Severity severity, Code code, String message, String marked, String... hints) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    String text = marked.replace("«", "").replace("»", "");
    return new Diagnostic(
        severity,
        code,
        message,
        new Source("quickstart.segql", text),
        new Span(start, end),
        List.of(hints),
        List.of());
  }

  private static Diagnostic error(String message, String marked, String... hints) {
    return at(Severity.ERROR, Code.SYNTAX, message, marked, hints);
  }

  private static List<Diagnostic> examples() {
    var all = new ArrayList<Diagnostic>();
    all.add(
        at(
            Severity.ERROR,
            Code.UNKNOWN_COLUMN,
            "`revnue` is not a column of `customers`.",
            "LOAD customers FROM 'c.csv';\nSEGMENT customers BY «revnue» USING kmeans(5)",
            "Did you mean `revenue`?"));
    all.add(
        Diagnostic.error(
            Code.FILE_NOT_FOUND,
            "`data/x.csv` does not exist.",
            "Paths start from the script's folder."));
    all.add(error("A tab before the place.", "SEGMENT\tc\n\tBY\t«revnue»\tUSING kmeans(5)"));
    all.add(
        error(
            "Wide characters before the place.",
            "SEGMENT 顧客 BY 名前, `😀 e\u0301`, «价格» USING kmeans(5)"));
    all.add(error("Far out on a long line.", LONG.replace("revnue", "«revnue»")));
    all.add(error("At the beginning of a long line.", "«SEGMNT»" + LONG.substring(7)));
    all.add(error("At the end of a long line.", LONG.replace("kmeans(5)", "«kmeens(5)»")));
    all.add(error("All of a long line.", "«" + LONG + "»"));
    all.add(error("Over two lines.", "SEGMENT c BY «age\n   income» USING kmeans(5)"));
    all.add(
        error(
            "Over many lines.",
            "SEGMENT c\n  BY «age,\n" + "  x,\n".repeat(9) + "  income  » USING kmeans(5)"));
    all.add(error("Something is missing at the end.", "SEGMENT c BY age USING kmeans(5«»"));
    all.add(error("Something is missing before the last blanks.", "SEGMENT c BY age,\n\n  \n«»"));
    all.add(error("Nothing there at all.", "«»"));
    all.add(
        error(
            "Past \u001b[31mcontrol\u0007 characters.",
            "SHOW `a\u001b[2Jb\u0000\u202e`, «x»",
            "Not `\u001b]0;x`."));
    all.add(error("A line end of Windows.", "SHOW a;\r\nSHOW «b»;\r\n"));
    all.add(
        error("`BY` stands twice.", "SEGMENT c BY age\n  USING kmeans(5)\n  «BY» income")
            .with(new Diagnostic.Related(new Span(10, 12), "the first is here")));
    all.add(
        at(
            Severity.WARNING,
            Code.SYNTAX,
            "`income` is 40× skewed.",
            "SEGMENT c BY «income»",
            "kmeans will split on it alone.",
            "Write `income LOG`."));
    all.add(at(Severity.NOTE, Code.SYNTAX, "Seed 42.", "SEGMENT c BY «x»"));
    return all;
  }

  @Test
  void blocks() {
    Golden.check("diagnostic/blocks.txt", DiagnosticRenderer.PLAIN.render(examples()));
  }

  @Test
  void colours() {
    String text = new DiagnosticRenderer(80, true).render(List.of(examples().getFirst()));
    Golden.check("diagnostic/colours.txt", text.replace("\u001b", "␛"));
  }

  @Test
  void html() {
    Golden.check("diagnostic/blocks.html", DiagnosticHtml.render(examples()));
  }

  @Test
  void json() {
    Golden.check("diagnostic/editors.json", DiagnosticJson.render(examples()));
  }

  @Test
  void oneLine() {
    assertThat(examples())
        .map(DiagnosticRenderer.PLAIN::line)
        .allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    assertThat(DiagnosticRenderer.PLAIN.line(examples().getFirst()))
        .isEqualTo(
            "error[unknown-column]: `revnue` is not a column of `customers`. Did you mean"
                + " `revenue`?");
  }

  @Test
  void everyPlaceAndEveryWidthGivesABlockWithinTheWidth() {
    String text = "SEGMENT 顧客\r\n\tBY `😀`,\n\n x" + "y".repeat(60) + "\n";
    for (int width : new int[] {0, 20, 40, 100}) {
      var renderer = new DiagnosticRenderer(width, false);
      for (int start = 0; start <= text.length(); start++) {
        for (int end = start; end <= text.length(); end++) {
          String block =
              renderer.render(
                  new Diagnostic(
                      Severity.ERROR,
                      Code.SYNTAX,
                      "m",
                      new Source("s", text),
                      new Span(start, end),
                      List.of(),
                      List.of()));
          assertThat(block.lines().map(Cells::width)).allMatch(w -> w <= Math.max(width, 20));
          assertThat(block).contains("^");
        }
      }
    }
  }
}
