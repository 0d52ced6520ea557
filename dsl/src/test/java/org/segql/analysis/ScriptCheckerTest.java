package org.segql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptCheckerTest {
  @Test
  void theSentenceOfTheReadmeIsAWholeScript() {
    assertThat(
            Checks.found(
                "SEGMENT customers BY age, income USING kmeans(5) TARGET WHERE size > 1000"))
        .isEmpty();
  }

  @Test
  void aStatementSeesWhatThoseBeforeItWillMake() {
    assertThat(
            Checks.found(
                """
                LOAD more FROM 'more.csv';
                TABLE adults AS FROM more WHERE age >= 18 DERIVE basket = spend / visits;
                SEGMENT adults BY basket USING kmeans(2..8) AS q1;
                PROFILE q1 ON basket, age;
                SHOW q1 WHERE segment = 1 AND targeted;
                DROP q1;
                PROFILE q1;
                """))
        .containsExactly("unknown-table: q1");
  }

  @Test
  void whatAWrongStatementWouldHaveMadeCausesNoMoreErrors() {
    assertThat(
            Checks.found(
                """
                LOAD lost FROM 'nowhere.csv';
                TABLE x AS FROM lost WHERE what > 1;
                TABLE y AS FROM customers DERIVE z = revnue * 2;
                SEGMENT y BY z, whatever USING kmeans(3) AS s;
                PROFILE s ON a;
                PARAM p = other;
                SHOW customers WHERE age > $p;
                """))
        .containsExactly(
            "file-not-found: 'nowhere.csv'", "unknown-column: revnue", "syntax: other");
  }

  @Test
  void aStepThatIsWrongHidesNoOtherMistakes() {
    assertThat(
            Checks.found("SHOW customers DERIVE a = agee + 1, b = a * 2 WHERE b > 1 AND incom > 3"))
        .containsExactly("unknown-column: agee", "unknown-column: incom");
  }

  @Test
  void columnsThatOnlyDataCanTellAreTakenOnTrust() {
    assertThat(
            Checks.found(
                """
                TABLE wide AS FROM orders GROUP BY customer_id
                  AGGREGATE spend = SUM(price) PER category;
                SEGMENT wide BY spend_wine, COLUMNS LIKE 'spend%' USING kmeans(4) AS s;
                SHOW s WHERE spend_wine > 1;
                """))
        .isEmpty();
  }

  @Test
  void filesThatTheScriptWritesNeedNotBeThere() {
    assertThat(
            Checks.found(
                """
                EXPORT customers TO 'not_yet.csv';
                LOAD again FROM 'not_yet.csv';
                SHOW again WHERE age > 1;
                """))
        .isEmpty();
  }

  @Test
  void scriptsThatRunEachOtherWithoutEnd() {
    assertThat(Checks.check("RUN 'a.segql';"))
        .singleElement()
        .satisfies(d -> assertThat(d.message()).contains("a.segql → a.segql"));
  }

  @Test
  void aSyntaxErrorDoesNotMakeNamesUnknown() {
    assertThat(Checks.found("TABLE x AS FRM customers; SHOW x; SHOW y"))
        .hasSize(2)
        .last()
        .isEqualTo("unknown-table: y");
  }

  @Test
  void aChartThatDoesNotFitListsThoseThatDo() {
    assertThat(Checks.check("PLOT customers AS silhouette"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.code().text()).isEqualTo("chart-does-not-fit");
              assertThat(d.message()).contains("shows a segmentation");
              assertThat(d.hints().getFirst()).contains("`scatter`").doesNotContain("`sizes`");
            });
  }
}
