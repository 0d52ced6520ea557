package org.segql.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class NotebookRunTest {
  @TempDir Path folder;

  private final ObjectNode json = NotebookJson.object();
  private final StringBuilder shown = new StringBuilder();

  @BeforeEach
  void empty() {
    json.put("nbformat", 4).put("nbformat_minor", 5);
    json.putObject("metadata");
    json.putArray("cells");
  }

  private ObjectNode cell(String source, String... tags) {
    return cellOf("code", source, tags);
  }

  private void markdown(String source) {
    cellOf("markdown", source);
  }

  private ObjectNode cellOf(String type, String source, String... tags) {
    var cell = json.withArray("cells").addObject().put("cell_type", type).put("source", source);
    var list = cell.putObject("metadata").putArray("tags");
    List.of(tags).forEach(list::add);
    return cell;
  }

  private NotebookRun read(Map<String, Object> parameters) throws IOException {
    Path file = folder.resolve("study.ipynb");
    Files.write(file, NotebookJson.bytes(json));
    return NotebookRun.read(file, parameters, 1);
  }

  private Optional<NotebookRun.Failure> execute(NotebookRun run) throws InterruptedException {
    return run.execute(
        new NotebookRun.Watcher() {
          @Override
          public void begins(int index, int count) {}

          @Override
          public void shows(NotebookRun.Kind kind, String text) {
            shown.append(kind).append(": ").append(text).append('\n');
          }
        });
  }

  private static List<ObjectNode> codeCells(NotebookRun run) {
    var cells = new ArrayList<ObjectNode>();
    for (var cell : NotebookJson.parse(run.notebook()).path("cells")) {
      if (cell.path("cell_type").asString().equals("code")) {
        cells.add((ObjectNode) cell);
      }
    }
    return cells;
  }

  private static String text(ObjectNode cell) {
    var all = new StringBuilder();
    for (var output : cell.path("outputs")) {
      all.append(NotebookJson.text(output.path("text")));
      all.append(NotebookJson.text(output.path("data").path("text/plain")));
    }
    return all.toString();
  }

  private void people() throws IOException {
    Files.writeString(
        folder.resolve("people.csv"), "age,income\n20,1\n21,2\n22,1\n60,9\n61,10\n62,9\n");
  }

  @Test
  void bothLanguagesRunAndTheirOutputsAreSaved() throws Exception {
    people();
    markdown("# A study");
    cell("LOAD people FROM 'people.csv';");
    cell("SEGMENT people BY age, income USING kmeans(2) AS halves;");
    cell("System.out.println(\"rows \" + halves.rowCount()); System.out.print(\"x\"); 6 * 7");
    cell("  ");
    cell("PLOT halves AS sizes;");
    var run = read(Map.of());
    assertThat(execute(run)).isEmpty();
    var cells = codeCells(run);
    assertThat(cells)
        .extracting(c -> c.path("execution_count").asInt(0))
        .containsExactly(1, 2, 3, 0, 4);
    assertThat(text(cells.get(1))).contains("2 segments of `people`");
    var java = cells.get(2).path("outputs");
    assertThat(java.get(0).path("name").asString()).isEqualTo("stdout");
    assertThat(NotebookJson.text(java.get(0).path("text"))).isEqualTo("rows 6\nx");
    assertThat(java.get(1).path("output_type").asString()).isEqualTo("execute_result");
    assertThat(java.get(1).path("execution_count").asInt()).isEqualTo(3);
    var chart = cells.get(4).path("outputs").get(0).path("data");
    assertThat(chart.path("image/png").asString()).startsWith("iVBOR");
    assertThat(NotebookJson.text(chart.path("text/html"))).contains("segqlPlotly", "<img src=");
    assertThat(shown).contains("STDOUT: rows 6", "RESULT: 42");
    assertThat(cells).allMatch(c -> !c.path("id").asString("").isEmpty());
  }

  @Test
  void thePageHasEverythingInIt() throws Exception {
    people();
    markdown("# Who <script>alert(1)</script>\n\n| a | b |\n|---|---|\n| 1 | *2* |");
    cell("LOAD people FROM 'people.csv';");
    cell("PLOT people AS scatter(age, income);");
    cell("PLOT people AS histogram(age);");
    cell("System.out.println(\"<b>plain</b>\"); int x = \"no\";");
    var run = read(Map.of());
    var failure = execute(run).orElseThrow();
    assertThat(failure.name()).isEqualTo("CompileError");
    String page = new String(run.page(), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("<td><em>2</em></td>", "&lt;script&gt;", "t-keyword", "class=\"error\"")
        .contains("data:image/png;base64,")
        .doesNotContain("<script>alert", "<b>plain", "src=\"http", "href=\"http");
    assertThat(page.split("DecompressionStream\\)", -1)).as("plotly.js comes once").hasSize(2);
  }

  @Test
  void aFailureEndsTheRunAndIsSaved() throws Exception {
    people();
    cell("LOAD people FROM 'people.csv';\nSHOW people SELECT agee;");
    cell("int never = 1; never").putArray("outputs").addObject().put("output_type", "stream");
    var run = read(Map.of());
    var failure = execute(run).orElseThrow();
    assertThat(failure.name()).isEqualTo("unknown-column");
    assertThat(failure.text(false)).contains("cell [1]:2:", "^^^^", "Did you mean `age`?");
    assertThat(failure.text(true)).contains("\u001b[");
    var cells = codeCells(run);
    var error = cells.get(0).path("outputs").get(0);
    assertThat(error.path("ename").asString()).isEqualTo("unknown-column");
    assertThat(error.path("traceback").get(0).asString()).contains("^^^^");
    assertThat(cells.get(1).path("outputs")).isEmpty();
    assertThat(cells.get(1).path("execution_count").isNull()).isTrue();
  }

  @Test
  void tagsSayWhatMayFailAndWhatIsLeftOut() throws Exception {
    cell("int a = 1 / 0;", "raises-exception");
    cell("throw new Error();", "skip-execution");
    cell("System.exit(1);", "raises-exception");
    cell("\"on\"");
    var run = read(Map.of());
    assertThat(execute(run)).isEmpty();
    assertThat(text(codeCells(run).get(3))).isEqualTo("on");
  }

  @Test
  void aGateThatDoesNotHoldIsTold() throws Exception {
    people();
    cell("LOAD people FROM 'people.csv'; SEGMENT people BY age USING kmeans(2) AS q;");
    cell("REQUIRE q k = 3;");
    assertThat(execute(read(Map.of())).orElseThrow().name()).isEqualTo("require-not-met");
  }

  @Test
  void parametersComeAfterTheTaggedCell() throws Exception {
    markdown("# Title");
    cell("double ratio = 0.5; String label = \"x\";\n", "parameters");
    cell("ratio / 4 + \" \" + label + \" \" + day + \" \" + big");
    var values = new LinkedHashMap<String, Object>();
    values.put("ratio", 2.0);
    values.put("label", 7.0);
    values.put("day", LocalDate.of(2026, 1, 31));
    values.put("big", 3e9);
    var run = read(values);
    assertThat(execute(run)).isEmpty();
    var cells = codeCells(run);
    assertThat(NotebookJson.text(cells.get(1).path("source")))
        .isEqualTo(
            """
            // Parameters
            double ratio = 2;
            String label = "7";
            var day = java.time.LocalDate.parse("2026-01-31");
            var big = 3000000000L;\
            """);
    assertThat(text(cells.get(2))).isEqualTo("0.5 7 2026-01-31 3000000000");
  }

  @Test
  void parametersReachSegqlAndReplaceThoseOfAnEarlierRun() throws Exception {
    people();
    cell("PARAM k = 2;", "parameters");
    cell("var k = 9;", "injected-parameters");
    cell("LOAD people FROM 'people.csv'; SEGMENT people BY age USING kmeans($k) AS q;");
    cell("(int) q.column(\"segment\").countUnique()");
    var run = read(Map.of("k", 3.0));
    assertThat(execute(run)).isEmpty();
    assertThat(codeCells(run)).hasSize(4);
    assertThat(text(codeCells(run).get(3))).isEqualTo("3");
  }

  @Test
  void textsOfParametersCannotBecomeCode() {
    assertThat(NotebookParameters.declaration("s", "a\"; System.exit(1); //\n\\", ""))
        .isEqualTo("var s = \"a\\\"; System.exit(1); //\\n\\\\\";");
  }

  @Test
  void aParameterThatNoCellMentionsIsASlip() {
    cell("int k = 1;");
    assertThatThrownBy(() -> read(Map.of("kk", 1.0)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("no cell of `study.ipynb` mentions `kk`");
  }

  @Test
  void displaysAreReplacedAndClearedAsInJupyter() throws Exception {
    cell("display(html(\"<b>one</b>\"), \"d\");");
    cell("updateDisplay(\"d\", html(\"<b>two</b>\"));");
    cell("System.out.println(\"gone\"); clearOutput(true); System.out.println(\"stays\");");
    cell("input(\"Who?\")", "raises-exception");
    var run = read(Map.of());
    assertThat(execute(run)).isEmpty();
    var cells = codeCells(run);
    assertThat(
            NotebookJson.text(cells.get(0).path("outputs").get(0).path("data").path("text/html")))
        .isEqualTo("<b>two</b>");
    assertThat(text(cells.get(2))).isEqualTo("stays\n");
    assertThat(cells.get(3).path("outputs").get(0).path("evalue").asString()).contains("--param");
  }

  @Test
  void filesThatAreNoNotebooksAreRefusedInASentence() throws Exception {
    record Bad(String text, String sentence) {}
    for (var bad :
        List.of(
            new Bad("", "it is no JSON"),
            new Bad("[1]", "it is no JSON"),
            new Bad("{}", "names no `nbformat`"),
            new Bad("{\"nbformat\": 3, \"worksheets\": []}", "open it in JupyterLab"),
            new Bad("{\"nbformat\": 4, \"cells\": [5]}", "one of its cells"),
            new Bad(
                "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\": {\"language\":"
                    + " \"python\"}}}",
                "the language `python`"))) {
      Path file = Files.writeString(folder.resolve("bad.ipynb"), bad.text());
      assertThatThrownBy(() -> NotebookRun.read(file, Map.of(), 1))
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining(bad.sentence());
    }
    assertThatThrownBy(() -> NotebookRun.read(folder.resolve("none.ipynb"), Map.of(), 1))
        .hasMessageContaining("no file stands at");
  }

  @Test
  void whatTheyAreLaidOutLikeIsJupyters() throws Exception {
    Path notebooks = Path.of("../notebooks").toAbsolutePath();
    try (var files = Files.list(notebooks)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ipynb")).toList()) {
        byte[] saved = Files.readAllBytes(file);
        assertThat(
                new String(NotebookJson.bytes(NotebookJson.parse(saved)), StandardCharsets.UTF_8))
            .as(file.toString())
            .isEqualTo(new String(saved, StandardCharsets.UTF_8));
      }
    }
  }
}
