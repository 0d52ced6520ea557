package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions that a database computes while it is read give what they give on a table in memory,
/// with the same notes.
class FilterIntoDatabaseTest extends InFolder {
  private static final String TABLE = "segql \"filter\"";

  private String load = "";

  @AfterAll
  static void dropTable() throws SQLException {
    if (System.getenv("SEGQL_TEST_POSTGRES_URL") != null) {
      try (var connection = postgres()) {
        connection.createStatement().execute("DROP TABLE IF EXISTS " + quoted());
      }
    }
  }

  private static String quoted() {
    return "\"" + TABLE.replace("\"", "\"\"") + "\"";
  }

  private static Connection postgres() throws SQLException {
    String url = System.getenv("SEGQL_TEST_POSTGRES_URL");
    if (url == null) {
      return Assumptions.abort("SEGQL_TEST_POSTGRES_URL is not set");
    }
    var properties = new Properties();
    login().forEach(properties::setProperty);
    return DriverManager.getConnection(url, properties);
  }

  /// User and password, where they are needed.
  private static Map<String, String> login() {
    var login = new LinkedHashMap<String, String>();
    for (String name : List.of("user", "password")) {
      String value = System.getenv("SEGQL_TEST_POSTGRES_" + name.toUpperCase(Locale.ROOT));
      if (value != null) {
        login.put(name, value);
      }
    }
    return login;
  }

  private void inPostgres() throws SQLException {
    try (var connection = postgres();
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + quoted());
      statement.execute(
          "CREATE TABLE %s (n int, x double precision, p numeric(20, 4), t text, c char(9), b boolean, d date, ts timestamp, z timestamptz, \"A \"\"b\"\"\" text)"
              .formatted(quoted()));
      statement.execute(
          """
          INSERT INTO %s SELECT i,
              CASE WHEN i %% 7 = 0 THEN NULL WHEN i %% 11 = 0 THEN 'NaN'::float8
                   WHEN i %% 13 = 0 THEN 'infinity'::float8 ELSE i / 10.0 END,
              CASE WHEN i %% 17 = 0 THEN 'NaN'::numeric ELSE i / 8.0 END,
              CASE WHEN i %% 5 = 0 THEN NULL WHEN i %% 6 = 0 THEN '' WHEN i %% 14 = 0 THEN ' ' ELSE 'it''s ' || i %% 4 END,
              'ab ' || i %% 3,
              CASE WHEN i %% 9 = 0 THEN NULL ELSE i %% 2 = 0 END,
              CASE WHEN i %% 8 = 0 THEN NULL WHEN i %% 19 = 0 THEN 'infinity'::date ELSE DATE '2020-01-01' + i END,
              TIMESTAMP '2020-01-01 10:00:00.0003' + i * INTERVAL '1 hour',
              TIMESTAMPTZ '2020-01-01 10:00:00.0003+02' + i * INTERVAL '1 hour',
              'k' || i %% 3
            FROM generate_series(0, 999) i
          """
              .formatted(quoted()));
    }
    var options = new StringBuilder();
    login().forEach((name, value) -> options.append(name + " = '" + value + "', "));
    load =
        "LOAD t FROM '%s' WITH (%stable = '%s');"
            .formatted(System.getenv("SEGQL_TEST_POSTGRES_URL"), options, TABLE);
  }

  private void inSqlite() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.sqlite"));
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE %s (n INTEGER, x REAL, t TEXT, u VARCHAR(9) COLLATE NOCASE, loose, d DATE, \"A \"\"b\"\"\" TEXT)"
              .formatted(quoted()));
      statement.execute(
          """
          WITH RECURSIVE r(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM r WHERE i < 2999)
          INSERT INTO %s SELECT i,
              CASE WHEN i %% 7 = 0 THEN NULL WHEN i %% 1100 = 1099 THEN 'many' WHEN i %% 1300 = 1299 THEN 9e999
                   WHEN i %% 1500 = 1499 THEN '12345678901234567.5' ELSE i / 10.0 END,
              CASE WHEN i %% 5 = 0 THEN NULL WHEN i %% 6 = 0 THEN '' WHEN i %% 14 = 0 THEN ' ' ELSE 'it''s ' || (i %% 4) END,
              CASE WHEN i %% 2 = 0 THEN 'Abc' ELSE 'aBC' END,
              CASE WHEN i %% 3 = 0 THEN i ELSE 'x' || (i %% 3) END,
              date('2020-01-01', '+' || i || ' days'),
              'k' || (i %% 3)
            FROM r
          """
              .formatted(quoted()));
    }
    load = "LOAD t FROM 't.sqlite';";
  }

  /// The first time in part and then whole; each time the same.
  private void same(String condition, boolean inPart) {
    String script = "SHOW FROM t WHERE " + condition + " LIMIT 100_000;";
    trial.run(load + "SHOW t;");
    Seen memory = Seen.of(trial, script);
    trial.run(load);
    Seen some = Seen.of(trial, script);
    assertThat(some.inPart()).as(condition).isEqualTo(inPart);
    assertThat(some.rows()).as(condition).isEqualTo(memory.rows());
    assertThat(some.rows().lines()).as(condition).hasSizeGreaterThan(1);
    trial.run(load);
    assertThat(some.notes())
        .as("of all rows")
        .isEqualTo(Seen.of(trial, "SHOW FROM t WHERE MOD(n, 1) = 0;").notes())
        .isNotEmpty();
    assertThat(Seen.of(trial, "SHOW t LIMIT 100_000;").inPart()).isFalse();
  }

  @ParameterizedTest
  @FieldSource("org.segql.session.Seen#EVERYWHERE")
  @ValueSource(
      strings = {
        "NOT (x > 35 AND b)",
        "p = 1.25",
        "NOT p >= 1.25",
        "t NOT IN ('it''s 1', 'it''s 2')",
        "t IS NOT NULL AND n < 50",
        "`A \"b\"` = 'k1'",
        "b = FALSE OR n = 4",
        "ts <= DATETIME '2020-01-02 09:00:00'",
        "z = DATETIME '2020-01-02 09:00:00'",
        "n < 300 AND t LIKE 'it%' AND c LIKE 'ab 1%'",
      })
  void postgres(String condition) throws SQLException {
    inPostgres();
    same(condition, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"t < 'it''s 2'", "t IS NULL", "n < 3 OR t LIKE '%2'", "c = 'ab 1'", "n / 0 > 1"})
  void whatPostgresWouldComputeOtherwise(String condition) throws SQLException {
    inPostgres();
    String script = "SHOW FROM t WHERE " + condition + ";";
    trial.run(load);
    assertThat(Seen.of(trial, script).inPart()).as(condition).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n < 20",
        "x > 35",
        "x < 1e18",
        "NOT x > 35",
        "x IS NULL",
        "x NOT IN (1.5, 20)",
        "t = 'it''s 3'",
        "t <> 'it''s 3'",
        "u = 'Abc'",
        "NOT u = 'Abc'",
        "u NOT IN ('Abc', 'x')",
        "`A \"b\"` = 'k1' AND d > DATE '2021-01-01'",
      })
  void sqlite(String condition) throws SQLException {
    inSqlite();
    same(condition, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"loose = '0'", "d > DATE '2021-01-01'", "t IS NULL"})
  void whatSqliteWouldComputeOtherwise(String condition) throws SQLException {
    inSqlite();
    same(condition, false);
  }

  /// A query is run as its writer wrote it.
  @Test
  void aQueryStaysAsItIs() throws SQLException {
    inSqlite();
    trial.run(
        "LOAD t FROM 'jdbc:sqlite:t.sqlite' QUERY 'select * from \"segql \"\"filter\"\"\" order by"
            + " n desc';");
    Seen seen = Seen.of(trial, "SHOW FROM t WHERE n < 3 SELECT n;");
    assertThat(seen.inPart()).isFalse();
    assertThat(seen.rows()).isEqualTo("n\n2\n1\n0\n");
  }
}
