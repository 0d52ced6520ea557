package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Code;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// What AS_OF() is where no AS OF is written: the newest of the date that it is measured against.
class AsOfTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-31");
  private final Trial trial = Trial.open();

  @BeforeEach
  void bind() {
    trial.session().bind("old", table(DAY));
    trial.session().bind("fresh", table(DAY.plusDays(400)));
  }

  /// Four customers who ordered 0, 10, 200 and 210 days before a day; all joined long before.
  private static Table table(LocalDate day) {
    LocalDate joined = LocalDate.parse("2020-01-01");
    LocalDate[] last = {day, day.minusDays(10), day.minusDays(200), day.minusDays(210)};
    return Table.create(
        DoubleColumn.create("id", 1, 2, 3, 4),
        DateColumn.create("joined", joined, joined, joined, joined.plusDays(9)),
        DateColumn.create("last", last),
        StringColumn.create("day", "20260101", "20260103", "x", "20251231"));
  }

  @AfterEach
  void close() {
    trial.close();
  }

  private double[] days(String statement) {
    return Trial.rounded(trial.table(statement).doubleColumn("d").asDoubleArray(), 9);
  }

  @Test
  void itIsTheNewestOfTheColumnMeasured() {
    assertThat(days("SHOW old DERIVE d = DAYS_BETWEEN(last, AS_OF());"))
        .containsExactly(0, 10, 200, 210);
    assertThat(days("SHOW old DERIVE d = DAYS_BETWEEN(joined, AS_OF());"))
        .containsExactly(9, 9, 9, 0);
    assertThat(trial.notes("SHOW old DERIVE d = DAYS_BETWEEN(last, AS_OF());"))
        .contains(Code.AS_OF_DEFAULT);
  }

  @Test
  void rowsThatAreLeftOutCount() {
    assertThat(days("SHOW old WHERE id > 2 DERIVE d = DAYS_BETWEEN(last, AS_OF());"))
        .containsExactly(200, 210);
  }

  @Test
  void columnsThatPerSpreadsKnowTheDate() {
    String spread =
        "SHOW old DERIVE band = BIN(DAYS_BETWEEN(last, AS_OF()), 100)"
            + " AGGREGATE n = COUNT() PER band";
    assertThat(trial.table(spread + ";").columnNames()).containsExactly("n_100", "n_100_2");
    assertThat(trial.table(spread + " AS OF DATE '2030-01-01';").columnNames())
        .containsExactly("n_100");
  }

  @Test
  void computedDates() {
    String day = "DATE(day, 'yyyyMMdd')";
    assertThat(days("SHOW old DERIVE d = DAYS_BETWEEN(" + day + ", AS_OF());"))
        .containsExactly(2, 0, Double.NaN, 3);
    assertThat(days("SHOW old DERIVE x = " + day + ", d = DAYS_BETWEEN(x, AS_OF());"))
        .containsExactly(2, 0, Double.NaN, 3);
  }

  @Test
  void aModelMeasuresTheTableItIsAppliedTo() {
    trial.run("SEGMENT old BY d = DAYS_BETWEEN(last, AS_OF()) USING kmeans(2) AS q;");
    assertThat(trial.numbers("q", "segment")).containsExactly(1, 1, 2, 2);
    trial.run("APPLY q TO fresh AS s;");
    assertThat(trial.numbers("s", "segment")).containsExactly(1, 1, 2, 2);
    trial.run("APPLY q TO old AS OF DATE '2026-08-19' AS s;"); // 200 days later
    assertThat(trial.numbers("s", "segment")).containsExactly(2, 2, 2, 2);
    trial.run(
        "SEGMENT old BY d = IF(AS_OF() > last, id, 0) USING kmeans(2) AS OF DATE '2026-08-19' AS"
            + " q;");
    trial.run(
        "SEGMENT old BY d = IF(YEAR(AS_OF()) = 2026, id, 0) USING kmeans(2) AS OF DATE '2026-08-19'"
            + " AS q;");
    trial.refused(Code.AS_OF_NEEDED, "APPLY q TO fresh AS s;");
  }
}
