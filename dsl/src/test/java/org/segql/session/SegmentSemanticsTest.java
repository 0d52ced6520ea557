package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.result.Part;
import org.segql.result.TerminalRenderer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// What each clause of SEGMENT does, on rows so few that the figures can be checked by hand.
class SegmentSemanticsTest {
  private Trial trial = Trial.open();

  /// Ten rows: six around (1, 10), three around (9, 90), and one without `a`.
  @BeforeEach
  void bind() {
    trial = Trial.open();
    trial
        .session()
        .bind(
            "t",
            Table.create(
                DoubleColumn.create("id", IntStream.rangeClosed(1, 10).asDoubleStream().toArray()),
                DoubleColumn.create("a", 1, 1.2, 0.8, 1.1, 0.9, 1, 9, 9.1, 8.9, Double.NaN),
                DoubleColumn.create("b", 10, 11, 9, 10, 10, 10, 90, 91, 89, 50),
                DoubleColumn.create("w", 1, 1, 1, 1, 1, 1, 5, 5, 5, 1),
                StringColumn.create("g", "x", "x", "x", "x", "y", "y", "y", "y", "y", "x")));
    trial.session().bind("customers", Customers.table(200));
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void whereAndMissingSayWhoTakesPart() {
    assertThat(trial.notes("SEGMENT t WHERE id > 1 BY a USING kmeans(2) AS q;"))
        .contains(Code.MISSING_VALUES);
    assertThat(trial.numbers("q", "segment"))
        .containsExactly(Double.NaN, 1, 1, 1, 1, 1, 2, 2, 2, Double.NaN);
    assertThat(trial.session().table("q").stringColumn("excluded").asList())
        .containsExactly("where", "", "", "", "", "", "", "", "", "missing");
    assertThat(trial.session().table("q").rowCount()).isEqualTo(10);
    trial.run(
        "SEGMENT t BY a MISSING MEDIAN USING kmeans(2) AS q;"); // the median of nine values is 1.1
    assertThat(trial.numbers("q", "segment")).containsExactly(1, 1, 1, 1, 1, 1, 2, 2, 2, 1);
    trial.run("SEGMENT t BY a, b MISSING KNN(1) USING kmeans(2) AS q;");
    assertThat(trial.sizes("q")).containsExactly(7, 3);
    trial.refused(Code.MISSING_VALUES, "SEGMENT t BY a MISSING FAIL USING kmeans(2);");
    trial.refused(Code.MISSING_VALUES, "SEGMENT t BY a MISSING FAIL USING quantiles(2);");
    trial.run("SEGMENT t WHERE id < 10 BY a MISSING FAIL USING quantiles(2) AS q;");
  }

  /// k-means of prepared values: distances tell what the preparation did.
  @Test
  void scaling() {
    trial.run("SEGMENT t WHERE a IS NOT NULL BY b SCALE NONE USING kmeans(2) AS q;");
    assertThat(trial.segmentation("q").model().quality().objective())
        .isEqualTo(4, within(1e-12)); // 0+1+1+0+0+0 + 0+1+1
    assertThat(Trial.rounded(trial.numbers("q", "distance"), 9))
        .containsExactly(0, 1, 1, 0, 0, 0, 0, 1, 1, Double.NaN);
    trial.run("SEGMENT t WHERE a IS NOT NULL BY b SCALE MINMAX USING kmeans(2) AS q;");
    assertThat(trial.numbers("q", "distance")[1]).isEqualTo(1 / 82.0, within(1e-12)); // 91 - 9
    trial.run("SEGMENT t WHERE a IS NOT NULL BY b SCALE ZSCORE USING kmeans(2) AS q;");
    // numpy.std([10, 11, 9, 10, 10, 10, 90, 91, 89]), as scikit-learn's StandardScaler
    assertThat(1 / trial.numbers("q", "distance")[1]).isEqualTo(37.71825376, within(1e-7));
    trial.run("SEGMENT t WHERE a IS NOT NULL BY b SCALE ROBUST USING kmeans(2) AS q;");
    assertThat(trial.numbers("q", "distance")[1])
        .isEqualTo(1 / 79.0, within(1e-12)); // quartiles 10 and 89
    trial.run(
        "SEGMENT t WHERE a IS NOT NULL BY b WITH (scale = none, weight = 4) USING kmeans(2) AS q;");
    assertThat(trial.numbers("q", "distance")[1])
        .isEqualTo(2, within(1e-12)); // a weight multiplies squared distances
    trial.run("SEGMENT t WHERE a IS NOT NULL BY b LOG SCALE NONE USING kmeans(2) AS q;");
    double mean = (4 * Math.log(11) + Math.log(12) + Math.log(10)) / 6;
    assertThat(trial.numbers("q", "distance")[1]).isEqualTo(Math.log(12) - mean, within(1e-12));
  }

  @Test
  void outliers() {
    trial.run("TABLE far AS FROM customers DERIVE x = IF(id = 7, 1_000_000, age);");
    assertThat(trial.notes("SEGMENT far BY x OUTLIERS EXCLUDE(z = 4) USING kmeans(2) AS q;"))
        .contains(Code.OUTLIERS);
    assertThat(trial.session().table("q").stringColumn("excluded").get(6)).isEqualTo("outlier");
    assertThat(trial.notes("SEGMENT far BY x OUTLIERS FLAG(z = 4) USING kmeans(2) AS q;"))
        .contains(Code.OUTLIERS);
    assertThat(trial.sizes("q")).containsExactly(199, 1);
    assertThat(trial.notes("SEGMENT far BY x OUTLIERS WINSORIZE(1%) USING kmeans(2) AS q;"))
        .contains(Code.OUTLIERS);
    assertThat(trial.sizes("q")[1]).isGreaterThan(50);
    assertThat(trial.notes("SEGMENT far BY x OUTLIERS KEEP USING kmeans(2) AS q;"))
        .contains(Code.SKEWED_VARIABLE);
  }

  @Test
  void texts() {
    trial.run("SEGMENT t BY g SCALE NONE ENCODE ONEHOT USING kmeans(2) AS q;");
    assertThat(trial.sizes("q")).containsExactly(5, 5);
    trial.refused(Code.WRONG_TYPE, "SEGMENT t BY g ENCODE NONE USING kmeans(2);");
    trial.run(
        "SEGMENT t BY b, g ENCODE FREQUENCY USING kmeans(2) AS q; SEGMENT t BY b, g ENCODE ORDINAL"
            + " USING ward(2) AS q;");
    trial.refused(Code.WRONG_TYPE, "SEGMENT t BY g USING quantiles(2);");
  }

  @Test
  void weights() {
    trial.run(
        "SEGMENT t WHERE a IS NOT NULL BY b WEIGHT w SCALE NONE USING kmeans(2) DESCRIBED BY a AS"
            + " q;");
    var q = trial.segmentation("q");
    assertThat(trial.sizes("q")).as("the population counts, not the rows").containsExactly(3, 6);
    assertThat(q.segments().getFirst().population()).isEqualTo(15);
    assertThat(q.segments().getFirst().share()).isEqualTo(15.0 / 21, within(1e-12));
    // (1+1.2+0.8+1.1+0.9+1 + 5 * (9+9.1+8.9)) / 21
    assertThat(q.profile().variables().getLast().lines().getFirst().total())
        .isEqualTo(141.0 / 21, within(1e-12));
    trial.run(
        "SEGMENT t WHERE a IS NOT NULL BY b WEIGHT w USING kmeans(2) TARGET WHERE population > 10"
            + " AND SUM(a) > 100 AS q;");
    assertThat(trial.segmentation("q").targeted()).containsExactly(1);
  }

  /// Nine weights that add up to 9 and differ are weights all the same.
  @Test
  void weightsOfAnySize() {
    trial.run(
        "TABLE weighed AS FROM t DERIVE once = IF(b > 50, 2, 0.5), twice = 2 * once, c = IF(id = 3,"
            + " NULL, b);");
    for (String by :
        List.of("b SCALE ROBUST", "a, c MISSING MEDIAN", "b OUTLIERS WINSORIZE(30%)")) {
      String segment = "SEGMENT weighed WHERE id < 10 BY " + by + " USING kmeans(2) ";
      trial.run(segment + "WEIGHT once AS q; " + segment + "WEIGHT twice AS r;");
      assertThat(Trial.rounded(trial.numbers("q", "distance"), 12))
          .as(by)
          .isEqualTo(Trial.rounded(trial.numbers("r", "distance"), 12));
    }
    trial.run("SEGMENT weighed WHERE id < 10 BY b SCALE ROBUST WEIGHT once USING kmeans(2) AS q;");
    // numpy.interp(p * at[-1], at, b) of the sorted rows, at = 0 and numpy.cumsum((w[1:] + w[:-1])
    // / 2)
    assertThat(trial.numbers("q", "distance")[1]).isEqualTo(1 / 80.03125, within(1e-12));
  }

  @Test
  void aRowWithoutWeightPreparesNothing() {
    trial.run(
        "TABLE weighed AS FROM t DERIVE w = IF(id = 10, 0, 1), b = IF(id = 10, 5_000, b); SEGMENT"
            + " weighed BY b SCALE MINMAX WEIGHT w USING kmeans(2) AS q;");
    assertThat(trial.numbers("q", "distance")[1]).isEqualTo(1 / 82.0, within(1e-12)); // 91 - 9
    assertThat(
            trial
                .result("SEGMENT weighed BY b OUTLIERS FLAG(z = 1.3) WEIGHT w USING kmeans(2);")
                .notes())
        .extracting(Diagnostic::message)
        .contains("3 values of `b` lie more than 1.3 standard deviations from the mean.");
  }

  @Test
  void theDistanceIsToTheMiddleOfTheSegment() {
    for (String using :
        List.of("kmeans(2)", "ward(2)", "gmm(2)", "dbscan(epsilon = 0.1, min_points = 3)")) {
      trial.run("SEGMENT t BY a, b USING " + using + " AS q; APPLY q TO t AS told;");
      assertThat(trial.numbers("told", "distance"))
          .as(using)
          .isEqualTo(trial.numbers("q", "distance"));
      assertThat(trial.numbers("q", "distance")[5]).as(using).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void targets() {
    trial.run(
        "SEGMENT customers BY age, income USING kmeans(4) DESCRIBED BY region TARGET ORDER BY"
            + " AVG(income) DESC LIMIT 2 AS q;");
    var means =
        trial.table(
            "SHOW FROM q WHERE segment IS NOT NULL GROUP BY segment AGGREGATE m = AVG(income) ORDER"
                + " BY m DESC;");
    assertThat(trial.segmentation("q").targeted())
        .containsExactlyInAnyOrder(
            (int) means.doubleColumn("segment").getDouble(0),
            (int) means.doubleColumn("segment").getDouble(1));
    var flagged = trial.table("SHOW FROM q WHERE targeted GROUP BY segment AGGREGATE n = COUNT();");
    assertThat(flagged.rowCount()).isEqualTo(2);
    assertThat(trial.notes("SEGMENT customers BY age USING kmeans(2) TARGET WHERE size > 0;"))
        .contains(Code.ALL_TARGETED);
    assertThat(trial.notes("SEGMENT customers BY age USING kmeans(2) TARGET WHERE size > 10_000;"))
        .contains(Code.NO_TARGETS);
    trial.refused(
        Code.COLUMN_OF_ROWS,
        "SEGMENT customers BY age USING kmeans(2) TARGET WHERE income > 1000;");
  }

  @Test
  void gates() {
    trial.run(
        "SEGMENT customers BY age, income USING kmeans(4) REQUIRE EVERY share >= 1%, k = 4,"
            + " silhouette > 0, EVERY size > 1 AS q;");
    Run run =
        trial
            .session()
            .run(
                "SEGMENT customers BY age, income USING kmeans(4) REQUIRE EVERY share >= 60%,"
                    + " silhouette > 0.999 AS r; SHOW r;");
    assertThat(run.status()).isEqualTo(Run.Status.NOT_MET);
    assertThat(run.errors())
        .hasSize(2)
        .allSatisfy(e -> assertThat(e.code()).isEqualTo(Code.REQUIRE_NOT_MET));
    assertThat(run.errors().getFirst().message()).contains("segment 1", "%");
    assertThat(run.results()).as("what is shown of the segments, and no SHOW").hasSize(1);
    assertThat(trial.segmentation("r").failed()).hasSize(2);
    assertThat(trial.session().table("r").rowCount()).isEqualTo(200);
    trial.run("REQUIRE q EVERY share >= 1%;");
    assertThat(trial.session().run("REQUIRE q EVERY share >= 90%;").status())
        .isEqualTo(Run.Status.NOT_MET);
    assertThat(
            trial
                .session()
                .run("SEGMENT customers BY age USING kmeans(2) REQUIRE silhouette;")
                .status())
        .isEqualTo(Run.Status.FAILED);
  }

  @Test
  void names() {
    trial.run(
        "SEGMENT t WHERE a IS NOT NULL BY a USING kmeans(2) NAME 1 AS 'Many', 2 AS 'Few' AS q;");
    assertThat(trial.names("q")).containsExactly("Many", "Few");
    trial.run(
        "SEGMENT t WHERE a IS NOT NULL BY a USING kmeans(2) NAME 'Dear' WHEN AVG(b) > 50, OTHERWISE"
            + " 'Cheap' AS r;");
    assertThat(trial.names("r")).containsExactly("Cheap", "Dear");
    trial.run("SEGMENT t BY a MISSING MEDIAN USING kmeans(2) NAME FROM q AS s;");
    assertThat(trial.names("s")).containsExactly("Many", "Few");
    trial.run("SEGMENT t WHERE a IS NOT NULL BY a USING kmeans(2) NAME AUTO AS u;");
    assertThat(trial.names("u"))
        .doesNotHaveDuplicates()
        .allSatisfy(n -> assertThat(n).isNotBlank());
    trial.run("SEGMENT customers BY age, income USING kmeans(4) NAME 'All' WHEN size > 0 AS v;");
    assertThat(trial.names("v")).doesNotHaveDuplicates().first().isEqualTo("All");
    Run run = trial.session().run("SEGMENT t BY a USING kmeans(2) NAME 7 AS 'Nobody' AS w;");
    assertThat(
            run.ok()
                ? run.results().getLast().result().notes().stream().map(Diagnostic::code).toList()
                : List.of(run.errors().getFirst().code()))
        .contains(Code.NO_SUCH_SEGMENT);
  }

  @Test
  void likeTakesOverEveryClause() {
    trial.run(
        "SEGMENT t WHERE a IS NOT NULL BY a SCALE NONE USING kmeans(2) NAME 1 AS 'Many', 2 AS 'Few'"
            + " TARGET WHERE size < 5 AS q;");
    trial.run(
        "TABLE later AS FROM t WHERE id <> 3; SEGMENT later LIKE q AS r; SEGMENT t LIKE q USING"
            + " ward(2) AS s;");
    assertThat(trial.sizes("r")).containsExactly(5, 3);
    assertThat(trial.names("r")).containsExactly("Many", "Few");
    assertThat(trial.segmentation("r").targeted()).containsExactly(2);
    assertThat(trial.segmentation("s").model().algorithm()).startsWith("ward");
    trial.run(
        "COMPARE t WHERE a IS NOT NULL BY a, b USING kmeans(2), ward(3) AS board; SEGMENT t LIKE"
            + " board AS best;");
    assertThat(trial.segmentation("best").k()).isIn(2, 3);
  }

  @Test
  void aComparisonCountsWhatItsRowsMissOnce() {
    var notes =
        trial
            .result(
                "COMPARE t BY a, b MISSING MEDIAN USING kmeans(2), ward(2), kmeans(3) AS board;")
            .notes();
    assertThat(notes)
        .extracting(Diagnostic::message)
        .contains("1 missing value of `a` was filled by MEDIAN.");
  }

  @Test
  void aComparisonTellsWhatBecameOfEachSegment() {
    trial.run(
        """
        SEGMENT t ID id USING rules('A' WHEN id <= 3, 'B' WHEN id <= 5, OTHERWISE 'C') AS before;
        TABLE later AS FROM t;
        SEGMENT later WHERE id <> 10 ID id USING rules('AB' WHEN id <= 5, 'C1' WHEN id <= 7, OTHERWISE 'C2') AS after;
        """);
    var result = trial.result("COMPARE before WITH after ID id;");
    assertThat(
            result.parts().stream()
                .filter(p -> p instanceof Part.Bullets)
                .flatMap(p -> ((Part.Bullets) p).items().stream()))
        .containsExactly(
            "1 'C' is split: 50.0% in 2 'C1', 50.0% in 3 'C2'.",
            "2 'A' is merged with 3 'B': 100.0% in 1 'AB'.",
            "3 'B' is merged with 2 'A': 100.0% in 1 'AB'.");
    // Of nine rows; scikit-learn's adjusted_rand_score gives the same for
    // [0,0,0,1,1,2,2,2,2], [0,0,0,0,0,1,1,2,2].
    assertThat(TerminalRenderer.PLAIN.render(result)).contains("Adjusted Rand index 0.348 ");
    assertThat(result.notes())
        .extracting(Diagnostic::message)
        .containsExactly("1 row of `before` has no partner with the same `id` in `after`.");
  }

  @Test
  void perMakesOneForEachValue() {
    trial.run("SEGMENT customers BY age, income USING kmeans(2) PER region AS q;");
    assertThat(trial.session().entries().stream().map(e -> e.name()))
        .contains("q", "q_North", "q_South", "q_East");
    assertThat(trial.session().table("q").columnNames().getFirst()).isEqualTo("region");
    int rows =
        trial.session().table("customers").rowCount()
            - trial.session().table("customers").stringColumn("region").countMissing();
    assertThat(trial.session().table("q").rowCount()).isEqualTo(rows);
    assertThat(trial.session().table("q_North").rowCount()).isEqualTo(200);
    trial.run(
        "TABLE twins AS FROM t DERIVE h = IF(id < 6, 'a b', 'a-b'); SEGMENT twins BY b USING"
            + " kmeans(2) PER h AS p;");
    assertThat(
            trial.session().entries().stream().map(e -> e.name()).filter(n -> n.startsWith("p_")))
        .hasSize(2);
  }

  @Test
  void rulesAreCheckedAndFirstMatchWins() {
    trial.run("SEGMENT t USING rules('Big' WHEN b > 60, 'X' WHEN g = 'x', OTHERWISE 'Rest') AS q;");
    var q =
        trial.table(
            "SHOW FROM q GROUP BY segment_name AGGREGATE n = COUNT() ORDER BY segment_name;");
    assertThat(q.stringColumn("segment_name").asList()).containsExactly("Big", "Rest", "X");
    assertThat(q.doubleColumn("n").asDoubleArray()).containsExactly(3, 2, 5);
    assertThat(trial.notes("SEGMENT t USING rules('A' WHEN b > 60, 'B' WHEN b < 20) AS q;"))
        .contains(Code.RULE_GAP);
    assertThat(
            trial.notes(
                "SEGMENT t USING rules('A' WHEN b > 5, 'B' WHEN b < 20, OTHERWISE 'C') AS q;"))
        .contains(Code.RULE_OVERLAP);
    assertThat(
            trial
                .session()
                .run("SEGMENT t USING rules('A' WHEN b > 5, 'B' WHEN b > 20, OTHERWISE 'C') AS q;"))
        .satisfies(
            run ->
                assertThat(
                        Stream.concat(
                            run.errors().stream(),
                            run.results().stream().flatMap(r -> r.result().notes().stream())))
                    .anySatisfy(d -> assertThat(d.code()).isEqualTo(Code.UNREACHABLE_RULE)));
    trial.run("SEGMENT t USING rules('A' WHEN a > 5, OTHERWISE 'C') AS q;");
    assertThat(trial.session().table("q").stringColumn("segment_name").get(9))
        .as("NULL does not match")
        .isEqualTo("C");
  }

  @Test
  void quantilesAreBands() {
    trial.run("SEGMENT customers BY age USING quantiles(4) AS q;");
    // pandas.qcut puts the same number of different values in each band, ties together
    assertThat(trial.segmentation("q").k()).isEqualTo(4);
    var bands =
        trial.table(
            "SHOW FROM q GROUP BY segment AGGREGATE low = MIN(age), high = MAX(age) ORDER BY low;");
    for (int i = 1; i < 4; i++) {
      assertThat(bands.doubleColumn("low").getDouble(i))
          .isGreaterThan(bands.doubleColumn("high").getDouble(i - 1));
    }
    assertThat(trial.notes("SEGMENT t BY b USING quantiles(8) AS q;")).contains(Code.FEWER_BANDS);
    trial.run("SEGMENT customers BY age, income USING quantiles(2) AS grid;");
    assertThat(trial.segmentation("grid").k()).isLessThanOrEqualTo(4);
  }

  @Test
  void ownColumnsOfTheSourceKeepARoom() {
    trial
        .session()
        .bind(
            "mine",
            Table.create(
                DoubleColumn.create("segment", 1, 2, 3, 4, 5, 6),
                StringColumn.create("excluded", "a", "b", "c", "d", "e", "f"),
                DoubleColumn.create("x", 1, 1.1, 0.9, 5, 5.1, 4.9)));
    trial.run("SEGMENT mine BY x, segment SCALE NONE USING kmeans(2) AS q;");
    assertThat(trial.session().table("q").columnNames())
        .containsExactly(
            "mine_segment",
            "mine_excluded",
            "x",
            "segment",
            "segment_name",
            "targeted",
            "distance",
            "confidence",
            "excluded");
    assertThat(trial.numbers("q", "mine_segment")).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(trial.sizes("q")).containsExactly(3, 3);
    trial.run("PROFILE q; SHOW FROM q GROUP BY segment AGGREGATE m = AVG(mine_segment);");
  }

  /// numpy and scipy: means, index = 100 · mean / total, η² = between / total sum of squares,
  /// chi2_contingency and Cramér's V.
  @Test
  void profilesAreWhatNumpySays() {
    trial.run(
        "SEGMENT t WHERE a IS NOT NULL BY b SCALE NONE USING kmeans(2) DESCRIBED BY a, g AS q;");
    var profile = trial.segmentation("q").profile();
    var b = profile.variables().get(0);
    assertThat(b.forming()).isTrue();
    assertThat(b.lines().getFirst().values()).containsExactly(new double[] {10, 90}, within(1e-12));
    assertThat(b.lines().getFirst().total()).isEqualTo(330 / 9.0, within(1e-12));
    assertThat(b.lines().getFirst().index(1)).isEqualTo(100 * 90 / (330 / 9.0), within(1e-9));
    assertThat(b.association()).isNotNull();
    assertThat(Objects.requireNonNull(b.association()).p()).isNaN();
    var a = profile.variables().get(1);
    assertThat(a.lines().getFirst().values()).containsExactly(new double[] {1, 9}, within(1e-12));
    assertThat(a.lines().getFirst().medians()).containsExactly(new double[] {1, 9}, within(1e-12));
    assertThat(Objects.requireNonNull(a.association()).effect())
        .isEqualTo(128 / 128.12, within(1e-9));
    var g = profile.variables().get(2);
    // contingency [[4, 2], [0, 3]]: x in 4 of 6 and 0 of 3
    assertThat(g.lines()).extracting(l -> l.level()).containsExactly("y", "x");
    assertThat(g.lines().get(1).values()).containsExactly(new double[] {4 / 6.0, 0}, within(1e-12));
    // scipy.stats.chi2_contingency([[4, 2], [0, 3]], correction=False).statistic = 3.6; V =
    // sqrt(3.6 / 9)
    assertThat(Objects.requireNonNull(g.association()).effect())
        .isEqualTo(Math.sqrt(0.4), within(1e-9));
  }

  @Test
  void anExistingNameIsReplacedAndSaid() {
    trial.run("SEGMENT t BY b USING kmeans(2) AS q; TABLE later AS FROM q;");
    assertThat(trial.notes("SEGMENT t BY b USING kmeans(3) AS q;")).contains(Code.REPLACED);
    assertThat(trial.session().entry("later").orElseThrow().stale()).isTrue();
    assertThat(trial.notes("SHOW later;")).contains(Code.STALE);
    trial.refused(Code.UNKNOWN_TABLE, "DROP nobody;");
    trial.run("DROP later;");
    trial.refused(Code.UNKNOWN_TABLE, "SHOW later;");
  }

  @Test
  void oneSegmentAndNoise() {
    trial.run("SEGMENT t BY b USING kmeans(1) AS q; PROFILE q;");
    assertThat(trial.sizes("q")).containsExactly(10);
    trial.run(
        "SEGMENT t WHERE a IS NOT NULL BY b SCALE NONE USING dbscan(epsilon = 1.5, min_points = 3)"
            + " AS q;");
    assertThat(trial.sizes("q")).containsExactly(6, 3);
    trial.run("SEGMENT t BY b SCALE NONE USING dbscan(epsilon = 1.5, min_points = 3) AS q;");
    assertThat(trial.numbers("q", "segment")[9]).isZero();
    assertThat(trial.session().table("q").stringColumn("segment_name").get(9)).isEqualTo("noise");
    assertThat(trial.segmentation("q").k()).isEqualTo(2);
  }

  @Test
  void numbersThatTellRowsApartAreNotProfiledAndWarnInBy() {
    String profiled = "PROFILE q;";
    assertThat(trial.notes("SEGMENT customers BY age, income USING kmeans(2) AS q;"))
        .contains(Code.ID_LIKE);
    assertThat(trial.table(profiled).stringColumn("variable").asList())
        .doesNotContain("id")
        .contains("weight");
    trial.run("PROFILE q OF 1;");
    assertThat(trial.notes("SEGMENT customers BY age, income ID id USING kmeans(2) AS q;"))
        .doesNotContain(Code.ID_LIKE);
    assertThat(
            trial.notes("SEGMENT customers BY age DESCRIBED BY id, income USING kmeans(2) AS q;"))
        .as("what a script names is profiled")
        .doesNotContain(Code.ID_LIKE);
    assertThat(trial.notes("SEGMENT customers BY id, age USING kmeans(2) AS q;"))
        .contains(Code.ID_LIKE);
  }

  @Test
  void likeTakesOverWhatAnotherInputWrote() {
    trial.run(
        "SEGMENT t BY a, b / 10 USING kmeans(2) REQUIRE EVERY share > 10%"
            + " TARGET WHERE AVG(b) > 50 AS q;");

    String shown =
        TerminalRenderer.PLAIN.render(
            trial.result("-- Places count from another beginning here.\nSEGMENT t LIKE q AS r;"));

    assertThat(shown).contains("b / 10").contains("Targets (WHERE AVG(b) > 50)");
    assertThat(trial.numbers("r", "segment")).isEqualTo(trial.numbers("q", "segment"));
  }

  /// Where `targt` stood in the first text, `AS r` stands in the second, and WHERE after it.
  @Test
  void placesOfWhatLikeTakesOverAreNotReadInThisText() {
    trial.run("TABLE u AS FROM t DERIVE targt = b * 2;");
    trial.run("SEGMENT u BY a, targt USING kmeans(2) AS q;");

    Diagnostic error = trial.refused(Code.UNKNOWN_COLUMN, "SEGMENT t LIKE q AS r WHERE a > 1;");

    assertThat(error.message()).contains("`targt`");
  }

  @Test
  void likeOneSegmentationOfPerIsThatOneAlone() {
    trial.run("SEGMENT t WHERE id > 1 BY a USING kmeans(2) NAME 1 AS 'A' PER g AS q;");
    trial.run("SEGMENT t LIKE q_y AS r;");

    assertThat(trial.numbers("r", "segment")).isEqualTo(trial.numbers("q_y", "segment"));
    assertThat(trial.session().table("r").stringColumn("excluded").asList().subList(0, 4))
        .containsOnly("where");
    assertThat(trial.session().table("r").stringColumn("segment_name").asList()).contains("A");
  }
}
