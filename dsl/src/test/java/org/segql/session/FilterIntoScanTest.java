package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions that DuckDB computes while it reads a file give what they give on a table in memory,
/// with the same notes.
class FilterIntoScanTest extends InFolder {
  private Seen run(String script) {
    return Seen.of(trial, script);
  }

  /// A Parquet file, and a table of a DuckDB file with the same rows.
  private void files() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT i AS n,
              CASE WHEN i % 7 = 0 THEN NULL WHEN i % 11 = 0 THEN 'NaN'::DOUBLE
                   WHEN i % 13 = 0 THEN 'inf'::DOUBLE ELSE i / 10 END AS x,
              CASE WHEN i % 5 = 0 THEN NULL WHEN i % 6 = 0 THEN '' ELSE 'it''s ' || i % 4 END AS t,
              CASE WHEN i % 9 = 0 THEN NULL ELSE i % 2 = 0 END AS b,
              CASE WHEN i % 8 = 0 THEN NULL WHEN i % 19 = 0 THEN 'infinity'::DATE
                   ELSE DATE '2020-01-01' + i::INTEGER END AS d,
              TIMESTAMP '2020-01-01 10:00:00.0003' + to_hours(i) AS ts
            FROM range(1000) r(i)) TO 'FILE' (FORMAT parquet)
          """
              .replace("FILE", folder.resolve("p.parquet").toString()));
      statement.execute("ATTACH '" + folder.resolve("p.duckdb") + "' AS d");
      statement.execute(
          "CREATE TABLE d.t AS SELECT * FROM '" + folder.resolve("p.parquet") + "'; DETACH d");
    }
  }

  @ParameterizedTest
  @FieldSource("org.segql.session.Seen#EVERYWHERE")
  @ValueSource(
      strings = {
        "t IN ('it''s 1', 'it''s 2')",
        "t IS NULL",
        "NOT t IS NULL",
        "b = FALSE",
        "d = DATE '2021-06-01' OR d < DATE '2020-02-01'",
        "ts < DATETIME '2020-01-02 09:00:00'",
        "NOT ts <= DATETIME '2020-01-02 09:00:00'",
        "x > 35 AND (t = 'it''s 1' OR b) AND d IS NOT NULL",
      })
  void givesTheSameRowsAndNotes(String condition) throws Exception {
    files();
    same("p.parquet", condition);
    same("p.duckdb", condition);
  }

  private void same(String file, String condition) {
    trial.run("LOAD whole FROM '" + file + "'; SHOW whole;");
    Seen memory = run("SHOW FROM whole WHERE " + condition + ";");
    trial.run("LOAD p FROM '" + file + "';");
    Seen scan = run("SHOW FROM p WHERE " + condition + ";");
    assertThat(memory.inPart()).isFalse();
    assertThat(scan.inPart()).as(condition).isTrue();
    assertThat(scan.rows()).isEqualTo(memory.rows());
    assertThat(scan.rows().lines()).as(condition).hasSizeGreaterThan(1);
    trial.run("LOAD q FROM '" + file + "';");
    List<String> whole = run("SHOW FROM q WHERE MOD(n, 1) = 0;").notes();
    assertThat(scan.notes()).as("of all rows").isEqualTo(whole).isNotEmpty();
    Seen again = run("SHOW FROM p WHERE " + condition + ";");
    assertThat(again.inPart()).as("the second time the columns are kept").isFalse();
    assertThat(again.rows()).isEqualTo(memory.rows());
    assertThat(again.notes()).as("said once").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"t < 'it''s 2'", "x / 0 > 1", "t LIKE 'it%'", "NUMBER(t) > 1", "RANK(x) < 5"})
  void whatDuckDbWouldComputeOtherwiseIsComputedHere(String condition) throws Exception {
    files();
    trial.run("LOAD p FROM 'p.parquet';");
    assertThat(run("SHOW FROM p WHERE " + condition + " AND n < 100;").inPart()).isFalse();
  }

  @Test
  void throughStepsOfATableAndOnlyTheColumnsUsed() throws Exception {
    files();
    trial.run("LOAD p FROM 'p.parquet';");
    String steps =
        " SELECT n AS number, x, t DERIVE y = x * 2 WHERE number < 50 AND t = 'it''s 1' SELECT y;";
    assertThat(trial.result("EXPLAIN SHOW FROM p" + steps).toString())
        .contains("n < 50 AND t = 'it''s 1'");
    Seen scan = run("SHOW FROM p" + steps);
    assertThat(scan.inPart()).isTrue();
    trial.run("LOAD whole FROM 'p.parquet'; SHOW whole;");
    assertThat(scan.rows()).isEqualTo(run("SHOW FROM whole" + steps).rows()).contains("8.2");
  }

  @Test
  void aLargeFileWithValuesThatAreNone() throws IOException {
    var text = new StringBuilder("id,amount,region,day\n");
    for (int i = 0; i < 700_000; i++) {
      text.append(i).append(',').append(i % 1_000).append(".5,North Sea ").append(i % 7);
      text.append(i % 100 == 3 ? "," : ",2024-03-0" + (1 + i % 9)).append('\n');
    }
    Files.writeString(folder.resolve("large.csv"), text);
    trial.run(
        "LOAD whole FROM 'large.csv'; SHOW FROM whole AGGREGATE a = MAX(amount), d = MAX(day), i ="
            + " MAX(id), r = MAX(region);");
    trial.run("LOAD large FROM 'large.csv';");
    String conditions =
        " WHERE amount < 2 AND region <> 'North Sea 1' AND day >= DATE '2024-03-05';";
    Seen scan = run("SHOW FROM large" + conditions);
    assertThat(scan.inPart()).isTrue();
    assertThat(scan.rows()).isEqualTo(run("SHOW FROM whole" + conditions).rows());
    trial.run("TABLE some AS FROM large WHERE id < 3;");
    assertThat(trial.session().table("some").rowCount()).isEqualTo(3);
  }
}
