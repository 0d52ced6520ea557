package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Algorithms on one row, two, equal ones and only noise; rules that cannot be judged beforehand;
/// models on rows unlike those that they were made of.
class EdgesTest extends InFolder {
  private void bind(String name, double... x) {
    trial.session().bind(name, Table.create(name, DoubleColumn.create("x", x)));
  }

  private List<String> said(String script) {
    return trial.run(script).results().stream()
        .flatMap(r -> r.result().notes().stream())
        .map(Diagnostic::message)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kmeans", "ward", "gmm", "hierarchical"})
  void oneRowTwoRowsAndEqualRows(String algorithm) {
    bind("one", 7);
    bind("two", 7, 9);
    bind("equal", 5, 5, 5, 5);
    for (String table : List.of("one", "equal")) {
      trial.run("SEGMENT " + table + " BY x USING " + algorithm + "(1) AS q; PROFILE q;");
      assertThat(trial.sizes("q")).hasSize(1);
      trial.refused(
          Code.TOO_FEW_ROWS, "SEGMENT " + table + " BY x USING " + algorithm + "(2) AS r;");
    }
    trial.run("SEGMENT two BY x USING " + algorithm + "(2) AS q; PROFILE q;");
    assertThat(trial.sizes("q")).containsExactly(1, 1);
    trial.refused(Code.TOO_FEW_ROWS, "SEGMENT two BY x USING " + algorithm + "(3) AS r;");
    trial.refused(Code.TOO_FEW_ROWS, "SEGMENT two BY x USING " + algorithm + "(2..5) AS r;");
  }

  /// scikit-learn 1.9.1: DBSCAN(eps=1.5, min_samples=2) has labels 0 0 0 1 1 -1. With one row as
  /// enough all rows would be cores and nothing noise: that is refused.
  @Test
  void denseRegionsOfFewRows() {
    bind("t", 1, 2, 3, 10, 11, 50);
    trial.run("SEGMENT t BY x SCALE NONE USING dbscan(epsilon = 1.5, min_points = 2) AS q;");
    assertThat(trial.numbers("q", "segment")).containsExactly(1, 1, 1, 2, 2, 0);
    trial.run("SEGMENT t BY x SCALE NONE USING dbscan(epsilon = 100, min_points = 3) AS q;");
    assertThat(trial.sizes("q")).containsExactly(6);
    assertThat(
            trial
                .refused(Code.WRONG_ARGUMENT, "SEGMENT t BY x USING dbscan(min_points = 1) AS r;")
                .message())
        .isEqualTo("`min_points` of dbscan is a whole number from 2 to 1000000 or AUTO.");
  }

  @Test
  void onlyNoiseIsNoSegmentAndCanBeUsed() {
    bind("t", 1, 20, 300, 4000);
    assertThat(
            trial.notes(
                "SEGMENT t BY x SCALE NONE USING dbscan(epsilon = 0.5, min_points = 2) AS q;"))
        .contains(Code.ALL_NOISE);
    assertThat(trial.sizes("q")).isEmpty();
    assertThat(trial.numbers("q", "segment")).containsOnly(0);
    trial.run("SHOW q; PROFILE q; SAVE MODEL q TO 'q.json'; LOAD MODEL m FROM 'q.json';");
    trial.run("APPLY m TO t AS scored;");
    assertThat(trial.numbers("scored", "segment")).containsOnly(0);
    trial.refused(Code.WRONG_ARGUMENT, "SEGMENT t BY x USING dbscan(epsilon = 0) AS r;");
  }

  @Test
  void equalRowsAreOneDenseRegion() {
    bind("t", 5, 5, 5, 5, 5, 5, 5);
    trial.run("SEGMENT t BY x USING dbscan(min_points = 3) AS q;");
    assertThat(trial.sizes("q")).containsExactly(7);
  }

  /// pandas 3.1: qcut([1,1,1,1,2,3], 3, duplicates='drop') has edges 1, 1.333, 3: four rows and
  /// two.
  @Test
  void bandsOfTies() {
    bind("t", 1, 1, 1, 1, 2, 3);
    assertThat(trial.notes("SEGMENT t BY x USING quantiles(3) AS q;")).contains(Code.FEWER_BANDS);
    assertThat(trial.sizes("q")).containsExactly(4, 2);
    bind("same", 4, 4, 4);
    trial.run("SEGMENT same BY x USING quantiles(3) AS q;");
    assertThat(trial.sizes("q")).containsExactly(3);
  }

  @Test
  void whatRulesCannotBeJudgedBeforehandIsNotCalledUnreachable() {
    trial
        .session()
        .bind(
            "t",
            Table.create(
                DoubleColumn.create("a", 1, 2, 3),
                DoubleColumn.create("b", 30, 20, 1),
                DateTimeColumn.create(
                    "at",
                    LocalDateTime.of(2024, 1, 1, 0, 0),
                    LocalDateTime.of(2025, 1, 1, 12, 0),
                    LocalDateTime.of(2026, 1, 1, 0, 0))));
    for (String condition :
        List.of(
            "a > b", "b / a > 15", "b - a BETWEEN 17 AND 29", "at > DATETIME '2025-06-01 10:30'")) {
      assertThat(
              trial.notes("SEGMENT t USING rules('A' WHEN " + condition + ", OTHERWISE 'B') AS q;"))
          .as(condition)
          .doesNotContain(Code.UNREACHABLE_RULE);
      assertThat(trial.sizes("q")).as(condition).hasSize(2);
    }
    assertThat(
            trial.notes(
                "SEGMENT t USING rules('A' WHEN at > DATETIME '2025-06-01 10:30', 'C' WHEN at >"
                    + " DATETIME '2025-08-01 00:00', OTHERWISE 'B') AS q;"))
        .contains(Code.UNREACHABLE_RULE);
    assertThat(said("SEGMENT t USING rules('A' WHEN a > 2, 'C' WHEN b > 10_000) AS q;"))
        .contains(
            "A row with a = 1, b = 9999 would meet none of the rules and have no segment.",
            "A row with a = 3, b = 10001 meets 'A' and 'C'; the first one wins.");
  }

  /// What the fit would have refused, or has not seen, counts as missing when new rows are scored.
  @Test
  void newRowsUnlikeTheOldOnes() {
    trial
        .session()
        .bind(
            "old",
            Table.create(
                DoubleColumn.create("income", 10, 12, 11, 90, 95, 99),
                StringColumn.create("region", "N", "N", "S", "S", "N", "S")));
    trial
        .session()
        .bind(
            "young",
            Table.create(
                StringColumn.create("region", "N", "Mars", "S", "S", ""),
                DoubleColumn.create("extra", 1, 2, 3, 4, 5),
                DoubleColumn.create("income", 11, 90, -1, -0.5, 95)));
    trial.run("SEGMENT old BY income LOG, region USING kmeans(2) AS q; SAVE MODEL q TO 'q.json';");
    assertThat(said("LOAD MODEL m FROM 'q.json'; APPLY m TO young AS scored;"))
        .contains(
            "4 of 5 rows take no part because a variable is missing in them.",
            "2 values of `income` below 0, which LOG cannot take, were taken as missing.",
            "1 value of `region` that the model has not seen was taken as missing.");
    assertThat(trial.session().table("scored").stringColumn("excluded").asList())
        .containsExactly("", "missing", "missing", "missing", "missing");
    trial.run(
        "SEGMENT old BY income LOG, region MISSING MODE USING kmeans(2) AS q; APPLY q TO young AS"
            + " scored;");
    assertThat(trial.numbers("scored", "segment")).doesNotContain(Double.NaN);
    trial.session().bind("narrow", Table.create(StringColumn.create("region", "N")));
    trial.refused(Code.UNKNOWN_COLUMN, "APPLY q TO narrow AS s;");
    trial
        .session()
        .bind(
            "texts",
            Table.create(
                StringColumn.create("region", "N"), StringColumn.create("income", "much")));
    trial.refused(Code.WRONG_TYPE, "APPLY q TO texts AS s;");
  }

  @Test
  void eachVariableHasItsOwnNeighbours() {
    trial
        .session()
        .bind(
            "t",
            Table.create(
                DoubleColumn.create("x", 0, 1, 2, 10, 11, 12, Double.NaN, 1),
                DoubleColumn.create("y", 0, 2, 4, 20, 22, 24, 2, Double.NaN)));
    trial.run(
        "SEGMENT t BY x WITH (missing = KNN(1)), y WITH (missing = KNN(3)) SCALE NONE USING"
            + " kmeans(2) AS q;");
    var matrix = Objects.requireNonNull(trial.segmentation("q").matrix());
    assertThat(matrix.row(6)).containsExactly(1, 2);
    assertThat(matrix.row(7)).containsExactly(1, 2);
  }
}
