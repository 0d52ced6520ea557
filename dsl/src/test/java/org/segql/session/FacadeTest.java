package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.segql.chart.Figure;
import org.segql.chart.Theme;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.SegqlException;
import org.segql.render.HtmlChart;
import org.segql.render.StaticChart;
import smile.clustering.CentroidClustering;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/// SegQL from plain Java: a table or records in; a table, a model, a chart out.
class FacadeTest {
  enum Tier {
    BASIC,
    GOLD
  }

  record Customer(
      int id,
      double age,
      @Nullable Double income,
      String region,
      boolean member,
      LocalDate joined,
      Tier tier) {}

  private static List<Customer> records() {
    return IntStream.range(0, 60)
        .mapToObj(
            i ->
                new Customer(
                    i,
                    20 + i % 3 * 20 + i % 5,
                    i % 10 == 7 ? null : 1000.0 * (i % 3) + i,
                    i % 2 == 0 ? "North" : "South",
                    i % 4 == 0,
                    LocalDate.of(2025, 1, 1).plusDays(i),
                    i % 3 == 0 ? Tier.GOLD : Tier.BASIC))
        .toList();
  }

  @Test
  void fiveLines() {
    try (var session = Session.open()) {
      session.bind("customers", Customers.table(120));
      session.run("SEGMENT customers BY age, income USING kmeans(4) AS q1;").orThrow();
      Table segments = session.table("q1");
      CentroidClustering<double[], double[]> model = session.segmentation("q1").smile();
      Figure map = session.run("PLOT q1 AS map;").orThrow().figure();

      assertThat(segments.columnNames()).contains("age", "segment", "segment_name");
      assertThat(model.k()).isEqualTo(4);
      assertThat(model.group().length)
          .isEqualTo(segments.rowCount() - segments.doubleColumn("segment").countMissing());
      assertThat(HtmlChart.page(map)).contains("<html");
      assertThat(StaticChart.png(map, Theme.LIGHT, 1)).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  /// Smile's model puts each row that was fitted where the segmentation put it.
  @Test
  void theModelIsThatOfTheSegmentation() {
    try (var session = Session.open()) {
      session.bind("customers", Customers.table(120));
      session.run("SEGMENT customers BY age, income USING kmeans(3) AS q1;").orThrow();
      var q1 = session.segmentation("q1");
      var model = q1.smile();
      var matrix = Objects.requireNonNull(q1.matrix());
      double[] row = new double[matrix.columns()];
      for (int i = 0; i < q1.rows().length; i++) {
        matrix.row(i, row);
        assertThat(model.predict(row) + 1).isEqualTo(q1.membership().segments()[q1.rows()[i]]);
      }
      session.run("SEGMENT customers BY age USING quantiles(3) AS q2;").orThrow();
      assertThatThrownBy(() -> session.segmentation("q2").smile())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void recordsAreATable() {
    try (var session = Session.open(new Options(null, 2, 7, Map.of("least", 30)))) {
      session.bind("people", records());
      Table people = session.table("people");
      assertThat(people.columnNames())
          .containsExactly("id", "age", "income", "region", "member", "joined", "tier");
      assertThat(people.doubleColumn("income").countMissing()).isEqualTo(6);
      Run run =
          session.run(
              "SHOW FROM people WHERE age >= $least AND member AND joined > DATE '2025-01-10'"
                  + " AGGREGATE n = COUNT(), g = RATE(tier = 'GOLD');");
      long expected =
          records().stream()
              .filter(
                  c -> c.age() >= 30 && c.member() && c.joined().isAfter(LocalDate.of(2025, 1, 10)))
              .count();
      assertThat(
              run.orThrow()
                  .last()
                  .orElseThrow()
                  .firstTable()
                  .orElseThrow()
                  .doubleColumn("n")
                  .get(0))
          .isEqualTo(expected);
      session.run("SEGMENT people BY age, income, tier USING kmeans(3) AS s;").orThrow();
      assertThat(session.table("s").rowCount()).isEqualTo(60);
    }
  }

  @Test
  void otherNumbersAreConvertedAndAnExistingNameIsReplaced() {
    try (var session = Session.open()) {
      session.bind("t", Table.create(IntColumn.create("n", 1, 2, 3)));
      assertThat(session.table("t").doubleColumn("n").asDoubleArray()).containsExactly(1, 2, 3);
      session.bind("t", Table.create(IntColumn.create("m", 4)));
      assertThat(session.table("t").columnNames()).containsExactly("m");
    }
  }

  @Test
  void mistakesAreValuesOrExceptionsAsAsked() {
    try (var session = Session.open()) {
      Run run = session.run("SHOW nobody;");
      assertThat(run.ok()).isFalse();
      assertThat(run.errors().getFirst().code()).isEqualTo(Code.UNKNOWN_TABLE);
      assertThatThrownBy(run::orThrow)
          .isInstanceOf(SegqlException.class)
          .hasMessageContaining("nobody");
      assertThatThrownBy(() -> session.table("nobody")).isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(() -> session.segmentation("nobody"))
          .isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(run::figure).isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(() -> session.bind("none", List.of()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> session.parameter("p", new Object()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
