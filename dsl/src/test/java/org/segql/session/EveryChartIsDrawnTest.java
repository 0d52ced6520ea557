package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segql.chart.ChartDefinition;
import org.segql.chart.Charts;
import org.segql.chart.Fits;
import org.segql.diagnostic.Source;
import org.segql.result.Part;

/// A chart that can be named is drawn: of the sample customers, and of segments of them.
class EveryChartIsDrawnTest {
  private static final Map<String, String> ARGUMENTS =
      Map.ofEntries(
          Map.entry("histogram", "x = age, log = (age)"),
          Map.entry("bar", "region, income, gender"),
          Map.entry("pie", "gender, hole = 0.4"),
          Map.entry("box", "income, region"),
          Map.entry("violin", "income, region"),
          Map.entry("scatter", "age, income, size = spend, facet = channel"),
          Map.entry("correlation", "columns = (age, income, spend)"),
          Map.entry("line", "signup_date, spend"),
          Map.entry("pareto", "spend"),
          Map.entry("scatter3d", "age, income, visits"),
          Map.entry("mosaic", "region"));

  private static Session session = Session.open();

  @BeforeAll
  static void segments() {
    Path data = Path.of("").toAbsolutePath();
    while (!Files.exists(data.resolve("data/customers.csv"))) {
      data = Objects.requireNonNull(data.getParent());
    }
    session = Session.open();
    var script =
        """
        LOAD everyone FROM 'customers.csv';
        TABLE customers AS FROM everyone LIMIT 400;
        SEGMENT customers BY age, income, visits USING ward(2..4) AS q1;
        """;
    run(script, data.resolve("data"));
  }

  @AfterAll
  static void close() {
    session.close();
  }

  static Stream<ChartDefinition> charts() {
    return Charts.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void isDrawnOfWhatItFits(ChartDefinition chart) {
    String arguments = ARGUMENTS.getOrDefault(chart.text(), "");
    if (chart.fits().contains(Fits.TABLE)) {
      draws("PLOT customers AS " + chart.text() + "(" + arguments + ");");
    }
    draws("PLOT q1 AS " + chart.text() + "(" + arguments + ");");
  }

  private static void draws(String statement) {
    var run = run(statement, null);
    assertThat(run.results()).as(statement).hasSize(1);
    var figure =
        run.results().getFirst().result().parts().stream()
            .filter(Part.ChartPart.class::isInstance)
            .map(p -> ((Part.ChartPart) p).figure())
            .findFirst();
    assertThat(figure).as(statement).isPresent();
    assertThat(figure.get().charts())
        .as(statement)
        .allSatisfy(c -> assertThat(c.marks()).isNotEmpty());
  }

  private static Run run(String text, @Nullable Path folder) {
    var run = session.run(new Source("test", text, folder), Listener.NONE);
    assertThat(run.errors()).as(text).isEmpty();
    return run;
  }
}
