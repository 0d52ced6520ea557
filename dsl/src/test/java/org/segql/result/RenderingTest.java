package org.segql.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.segql.Golden;
import org.segql.diagnostic.Cells;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RenderingTest {
  private static String run(ResultRenderer renderer, List<Result> results) throws IOException {
    var out = new StringBuilder();
    try (var writer = new ResultWriter(renderer, out)) {
      for (Result result : results) {
        writer.write(result);
      }
    }
    return out.toString();
  }

  @Test
  void terminal() throws IOException {
    Golden.check("result/terminal-120.txt", run(TerminalRenderer.PLAIN, Examples.all()));
  }

  @Test
  void narrowTerminals() throws IOException {
    for (int width : new int[] {80, 50, 20}) {
      var renderer = new TerminalRenderer(TerminalStyle.PLAIN.withWidth(width));
      Golden.check("result/terminal-" + width + ".txt", run(renderer, Examples.all()));
    }
  }

  @Test
  void asciiAndSideways() throws IOException {
    var ascii = new TerminalRenderer(TerminalStyle.PLAIN.withUnicode(false).withWidth(100));
    Golden.check("result/terminal-ascii.txt", run(ascii, Examples.all()));
    var turned = new TerminalRenderer(TerminalStyle.PLAIN.turned(true));
    Golden.check("result/terminal-sideways.txt", run(turned, Examples.all()));
  }

  @Test
  void colours() throws IOException {
    var style = TerminalStyle.PLAIN.withColour(true);
    String text = run(new TerminalRenderer(style), Examples.all());
    Golden.check("result/terminal-colours.txt", text.replace("\u001b", "␛"));
    String plain = run(new TerminalRenderer(style.withColour(false)), Examples.all());
    String stripped = text.replaceAll("\u001b\\[[0-9;]*m", "");
    assertThat(trimmed(stripped)).isEqualTo(trimmed(plain));
  }

  @Test
  void csv() throws IOException {
    Golden.check("result/run.csv", run(new CsvRenderer(), Examples.all()));
  }

  @Test
  void markdown() throws IOException {
    Golden.check("result/run.md", run(new MarkdownRenderer(40), Examples.all()));
  }

  @Test
  void html() throws IOException {
    String page = run(new HtmlRenderer(true, 40), Examples.all());
    Golden.check("result/page.html", page);
    assertThat(page).doesNotContain("<script").doesNotContain("<img").doesNotContain("\u001b");
    String cell = new HtmlRenderer(false, 40).render(Examples.hostile());
    assertThat(cell)
        .startsWith("<div class=\"segql\">\n<style>")
        .doesNotContain("<script")
        .endsWith("</div>\n");
  }

  @Test
  void json() throws IOException {
    String text = run(new JsonRenderer(), Examples.all());
    Golden.check("result/run.json", text);
    JsonNode run = JsonMapper.shared().readTree(text);
    assertThat(run.get("results").size()).isEqualTo(6);
    JsonNode table = run.at("/results/2/parts/0");
    assertThat(table.at("/rows/0/price").doubleValue()).isEqualTo(12.99);
    assertThat(table.at("/rows/2/price").isNull()).isTrue();
    assertThat(run.at("/results/3/parts/4/rows/1").get("<script>alert(1)</script>").stringValue())
        .isEqualTo("\u001b[2J\u001b]0;owned\u0007");
    assertThat(
            JsonMapper.shared().readTree(run(new JsonRenderer(), List.of())).get("results").size())
        .isZero();
  }

  @Test
  void wideTablesBreakIntoBlocksOrTurn() throws IOException {
    var twelve = Result.table("Twelve columns", Examples.wide(12, 3));
    var forty = Result.table("Forty columns", Examples.wide(40, 30));
    var renderer = new TerminalRenderer(TerminalStyle.PLAIN.withWidth(80));
    Golden.check("result/wide.txt", run(renderer, List.of(twelve, forty)));
  }

  @Test
  void longTablesSayWhatIsLeftOut() {
    var table = Examples.wide(2, 200);
    String text = new TerminalRenderer(TerminalStyle.PLAIN).render(Result.table("Long", table));
    assertThat(text).endsWith("40 of 200 rows shown\n");
    assertThat(new HtmlRenderer(false, 40).render(Result.table("Long", table)))
        .contains("40 of 200 rows shown");
    assertThat(new MarkdownRenderer(40).render(Result.table("Long", table)))
        .contains("40 of 200 rows shown");
    assertThat(new CsvRenderer().render(Result.table("Long", table)).lines()).hasSize(201);
    var first = Result.of("First", Part.table(Examples.wide(2, 5)).outOf(1_000_000));
    assertThat(TerminalRenderer.PLAIN.render(first)).endsWith("5 of 1,000,000 rows shown\n");
  }

  @Test
  void everyWidthIsKeptAndNothingRawGetsThrough() throws IOException {
    for (int width = 20; width <= 160; width += 7) {
      for (boolean unicode : new boolean[] {true, false}) {
        var style = TerminalStyle.PLAIN.withWidth(width).withUnicode(unicode);
        for (Result result : Examples.all()) {
          String text = new TerminalRenderer(style).render(result);
          assertThat(text)
              .doesNotContain("\u001b")
              .doesNotContain("\u0007")
              .doesNotContain("\u202e");
          int w = width;
          assertThat(text.lines())
              .allSatisfy(l -> assertThat(Cells.width(l)).isLessThanOrEqualTo(w));
        }
      }
    }
  }

  @Test
  void aLongHeadingIsBrokenToo() {
    var result = Result.of("", new Part.Heading("How strongly each variable goes with them"));
    var style = TerminalStyle.PLAIN.withWidth(20).withColour(true);
    assertThat(new TerminalRenderer(style).render(result))
        .isEqualTo(
            "\u001b[1mHow strongly each\u001b[0m\n\u001b[1mvariable goes with\u001b[0m\n"
                + "\u001b[1mthem\u001b[0m\n");
  }

  @Test
  void tenThousandColumns() {
    var result = Result.table("Wide", Examples.wide(10_000, 2));
    for (int width : new int[] {20, 80, 100_000}) {
      String text = new TerminalRenderer(TerminalStyle.PLAIN.withWidth(width)).render(result);
      assertThat(text).contains("100 of 10,000 columns");
    }
    assertThat(new HtmlRenderer(false, 40).render(result)).contains("200 of 10,000 columns");
  }

  private static String trimmed(String text) {
    return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }
}
