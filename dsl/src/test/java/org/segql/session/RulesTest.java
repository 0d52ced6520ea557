package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.result.HtmlRenderer;
import org.segql.result.JsonRenderer;
import org.segql.result.Part;
import org.segql.result.Result;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// The rules of PROFILE: SegQL that can be pasted, with the precision and coverage that pasting it
/// gives.
class RulesTest {
  private Trial trial = Trial.open();

  @BeforeEach
  void open() {
    trial = Trial.open();
    trial.session().bind("customers", customers(4_000, 1));
  }

  @AfterEach
  void close() {
    trial.close();
  }

  private static Table customers(int rows, long seed) {
    var random = new Random(seed);
    var age = DoubleColumn.create("age");
    var income = DoubleColumn.create("Annual Income (k$)");
    var spend = DoubleColumn.create("spend");
    var visits = DoubleColumn.create("visits");
    var channel = StringColumn.create("channel");
    var optIn = BooleanColumn.create("opt_in");
    var weight = DoubleColumn.create("weight");
    String[] channels = {"store", "web", "o'phone"};
    for (int i = 0; i < rows; i++) {
      int group = i % 3;
      age.append(i % 61 == 0 ? Double.NaN : 20 + 20 * group + 5 * random.nextGaussian());
      income.append(30 + 25 * ((group + 1) % 3) + 4 * random.nextGaussian());
      spend.append(100 * random.nextDouble());
      visits.append(random.nextInt(5));
      channel.append(i % 53 == 0 ? "" : channels[random.nextInt(10) < 8 ? group : 0]);
      optIn.append(random.nextInt(10) < (group == 1 ? 9 : 2));
      weight.append(0.5 + random.nextInt(6));
    }
    return Table.create("customers", age, income, spend, visits, channel, optIn, weight);
  }

  /// The table of rules of a PROFILE.
  private Table rules(String profile) {
    Result result = trial.result(profile);
    return result.parts().stream()
        .filter(p -> p instanceof Part.TablePart t && t.table().containsColumn("rule"))
        .map(p -> ((Part.TablePart) p).table())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BY age, `Annual Income (k$)` USING kmeans(3)",
        "BY age, `Annual Income (k$)` WEIGHT weight USING kmeans(3)",
        "BY age, channel, opt_in MISSING MEDIAN USING kmeans(4)",
        "BY basket = spend / visits, age USING kmeans(3)",
        "BY spend LOG USING quantiles(4)",
        "WHERE channel <> 'store' BY age, spend USING ward(3)",
        "BY age, `Annual Income (k$)` USING dbscan(epsilon = 0.25, min_points = 12)",
        "USING rules('Rich' WHEN `Annual Income (k$)` > 60 AND opt_in, 'Young' WHEN age < 30,"
            + " OTHERWISE 'Core')",
      })
  void pastedIntoWhereGivesWhatTheySay(String clauses) {
    trial.run("SEGMENT customers " + clauses + " AS q1;");
    Table rules = rules("PROFILE q1;");
    String weight = clauses.contains("WEIGHT") ? "weight" : "1";
    assertThat(rules.rowCount()).isEqualTo(trial.segmentation("q1").k());
    for (Row row : rules) {
      String counted =
          "SHOW FROM q1 WHERE segment > 0 DERIVE w = "
              + weight
              + ", met = "
              + row.getString("rule")
              + ", mine = segment = "
              + (int) row.getDouble("segment")
              + " AGGREGATE met = SUM(IF(met, w, 0)), mine = SUM(IF(mine, w, 0)),"
              + " both = SUM(IF(met AND mine, w, 0));";
      Row sums = trial.table(counted).iterator().next();
      assertThat(row.getDouble("precision"))
          .as(row.getString("rule"))
          .isCloseTo(sums.getDouble("both") / sums.getDouble("met"), within(1e-9));
      assertThat(row.getDouble("coverage"))
          .as(row.getString("rule"))
          .isCloseTo(sums.getDouble("both") / sums.getDouble("mine"), within(1e-9));
      // The same rows, by WHERE on the table that was segmented.
      trial.run("TABLE pasted AS FROM customers WHERE " + row.getString("rule") + ";");
      assertThat(row.getString("rule").split(" AND ")).hasSize((int) row.getDouble("conditions"));
    }
  }

  @Test
  void clearSegmentsHaveShortRulesInRoundNumbers() {
    trial.run("SEGMENT customers BY age, `Annual Income (k$)` USING kmeans(3) AS q1;");
    Table rules = rules("PROFILE q1;");
    for (Row row : rules) {
      assertThat(row.getDouble("precision")).isGreaterThan(.95);
      assertThat(row.getDouble("coverage")).isGreaterThan(.95);
      assertThat(row.getDouble("conditions")).isLessThanOrEqualTo(2);
      assertThat(row.getString("rule")).doesNotContainPattern("\\d\\.\\d\\d");
    }
    Result result = trial.result("PROFILE q1;");
    assertThat(new JsonRenderer().render(result)).contains("\"rule\":\"age ", "\"coverage\"");
    assertThat(new HtmlRenderer(true, 100).render(result)).contains("A rule for each segment");
  }

  @Test
  void ofTheVariablesThatTheStatementLists() {
    trial.run("SEGMENT customers BY age USING kmeans(3) AS q1;");
    assertThat(rules("PROFILE q1 ON channel, opt_in;").stringColumn("rule").asList())
        .allSatisfy(rule -> assertThat(rule).doesNotContain("age"))
        .anySatisfy(rule -> assertThat(rule).contains("channel"));
    Result pair = trial.result("PROFILE q1 OF 1 AGAINST 2;");
    assertThat(pair.parts())
        .anySatisfy(
            p ->
                assertThat(p)
                    .isInstanceOfSatisfying(
                        Part.Paragraph.class, t -> assertThat(t.text()).contains("`age ")));
  }

  @Test
  void doNotDependOnTheOrderOfTheRows() {
    Table table = customers(30_000, 4);
    int[] shuffled =
        IntStream.range(0, table.rowCount()).map(i -> (int) (i * 7919L % 30_000)).toArray();
    trial.session().bind("one", table);
    trial.session().bind("two", table.rows(shuffled));
    String clauses = " BY age, channel, spend MISSING MODE USING kmeans(4) AS ";
    trial.run("SEGMENT one" + clauses + "q1; SEGMENT two" + clauses + "q2;");
    Table one = rules("PROFILE q1;");
    Table two = rules("PROFILE q2;");
    assertThat(two.stringColumn("rule").asList()).isEqualTo(one.stringColumn("rule").asList());
    assertThat(two.doubleColumn("precision").asDoubleArray())
        .isEqualTo(one.doubleColumn("precision").asDoubleArray());
    assertThat(trial.result("PROFILE q1;").parts())
        .anySatisfy(
            p ->
                assertThat(p)
                    .isInstanceOfSatisfying(
                        Part.Paragraph.class, t -> assertThat(t.text()).contains("found on")));
  }
}
