package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Expressions and aggregates on every pair of odd values give what DuckDB gives, where they mean
/// the same in both.
class AgainstDuckDbTest {
  private static final Double[] NUMBERS = {null, 0.0, 1.0, -7.0, 2.5, -2.5, 0.1, 1e15, -1e-9, 3.0};
  private static final String[] TEXTS = {null, "a", "A", "Größe 10", " x ", "10", "😀", "a%b_c"};
  private static final Boolean[] TRUTHS = {null, true, false};
  private static final LocalDate[] DATES = {
    null,
    LocalDate.of(2024, 2, 29),
    LocalDate.of(1969, 12, 31),
    LocalDate.of(2025, 1, 1),
    LocalDate.of(1600, 3, 1)
  };

  private static Trial trial = Trial.open();
  private static @Nullable Statement duckDb;

  /// Every value beside every other of its type: 100 rows, `n` and `m`, `s` and `u`, `b` and `c`,
  /// `d` and `e`, `t`.
  @BeforeAll
  static void fill() throws SQLException {
    trial = Trial.open();
    Statement statement = DriverManager.getConnection("jdbc:duckdb:").createStatement();
    statement.execute(
        "CREATE TABLE odd (id DOUBLE, n DOUBLE, m DOUBLE, s VARCHAR, u VARCHAR, b BOOLEAN, c"
            + " BOOLEAN, d DATE, e DATE, t TIMESTAMP)");
    Table table =
        Table.create(
            DoubleColumn.create("id"),
            DoubleColumn.create("n"),
            DoubleColumn.create("m"),
            StringColumn.create("s"),
            StringColumn.create("u"),
            BooleanColumn.create("b"),
            BooleanColumn.create("c"),
            DateColumn.create("d"),
            DateColumn.create("e"),
            DateTimeColumn.create("t"));
    try (var insert =
        statement
            .getConnection()
            .prepareStatement("INSERT INTO odd VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < 100; i++) {
        LocalDate day = DATES[i / 5 % 5];
        Object[] row = {
          (double) i,
          NUMBERS[i % 10],
          NUMBERS[i / 10],
          TEXTS[i % 8],
          TEXTS[i / 8 % 8],
          TRUTHS[i % 3],
          TRUTHS[i / 3 % 3],
          DATES[i % 5],
          day,
          day == null ? null : LocalDateTime.of(day.getYear(), 3, 2, i % 24, 45, 1)
        };
        for (int j = 0; j < row.length; j++) {
          insert.setObject(j + 1, row[j]);
          append(table.column(j), row[j]);
        }
        insert.execute();
      }
    }
    duckDb = statement;
    trial.session().bind("odd", table);
  }

  private static void append(Column<?> column, @Nullable Object value) {
    if (value == null) {
      column.appendMissing();
    } else {
      column.appendObj(value);
    }
  }

  @AfterAll
  static void close() throws SQLException {
    trial.close();
    if (duckDb != null) {
      duckDb.getConnection().close();
    }
  }

  /// Written alike in both.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "n + m",
        "n - m",
        "n * m",
        "-n",
        "n = m",
        "n <> m",
        "n < m",
        "n <= m",
        "n > m",
        "n >= m",
        "n BETWEEN m AND 2.5",
        "n NOT BETWEEN m AND 2.5",
        "n IN (1, m, 2.5)",
        "n NOT IN (1, m, 2.5)",
        "n IN (1, 2.5)",
        "s IN ('a', u)",
        "s = u",
        "s <> u",
        "b = c",
        "b AND c",
        "b OR c",
        "NOT b",
        "b AND n > 1",
        "NOT (b OR s = u)",
        "n IS NULL",
        "s IS NOT NULL AND d IS NULL",
        "d = e",
        "d < e",
        "d >= e",
        "CASE WHEN n > m THEN 1 WHEN b THEN 2 END",
        "CASE WHEN n > m THEN s WHEN b THEN u ELSE 'none' END",
        "CASE n WHEN 1 THEN 'one' WHEN m THEN 'same' ELSE 'else' END",
        "COALESCE(n, m, 5)",
        "COALESCE(s, u)",
        "NULLIF(n, m)",
        "NULLIF(s, u)",
        "LEAST(n, m)",
        "GREATEST(n, m)",
        "LEAST(n, m, 0.5)",
        "GREATEST(d, e)",
        "ABS(n)",
        "ROUND(n)",
        "FLOOR(n)",
        "CEIL(n)",
        "EXP(n / 1e15)",
        "LOWER(s)",
        "UPPER(REPLACE(s, 'ß', 's'))",
        "TRIM(s)",
        "LENGTH(s)",
        "CONCAT(s, '-', u)",
        "REPLACE(s, 'a', 'bb')",
        "CONTAINS(s, u)",
        "STARTS_WITH(s, u)",
        "SUBSTRING(s, 2)",
        "SUBSTRING(s, 1, 3)",
        "s LIKE 'a%'",
        "s LIKE '_'",
        "s LIKE u",
        "s NOT LIKE '%e%'",
        "YEAR(d)",
        "QUARTER(d)",
        "MONTH(t)",
        "DAY(t)",
        "HOUR(t)",
      })
  void alike(String expression) throws SQLException {
    same(expression, expression);
  }

  /// Ours | DuckDB's.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "n / m | CASE WHEN m <> 0 THEN n / m END",
        "MOD(n, m) | CASE WHEN m <> 0 THEN n % m END",
        "POWER(n, m) | CASE WHEN isfinite(pow(n, m)) THEN pow(n, m) END",
        "LN(n) | CASE WHEN n > 0 THEN ln(n) END",
        "LOG10(n) | CASE WHEN n > 0 THEN log10(n) END",
        "LOG1P(n) | CASE WHEN abs(n) < 1e-5 THEN n - n * n / 2 WHEN n > -1 THEN ln(1 + n) END",
        "SQRT(n) | CASE WHEN n >= 0 THEN sqrt(n) END",
        "CLIP(n, m, 2.5) | CASE WHEN n IS NULL OR m IS NULL THEN NULL ELSE greatest(m, least(2.5,"
            + " n)) END",
        "IF(n > m, s, u) | CASE WHEN n > m THEN s ELSE u END",
        "ENDS_WITH(s, u) | suffix(s, u)",
        "DATE_TRUNC('month', d) | CAST(date_trunc('month', d) AS DATE)",
        "DATE_TRUNC('week', d) | CAST(date_trunc('week', d) AS DATE)",
        "DATE_TRUNC('year', t) | CAST(date_trunc('year', t) AS DATE)",
        "WEEKDAY(d) | isodow(d)",
        "DAYS_BETWEEN(d, e) | datediff('day', d, e)",
        // DuckDB takes the end of February for a month after 31 January.
        "MONTHS_BETWEEN(d, DATE '2025-01-01') | datesub('month', d, DATE '2025-01-01')",
        "d + 1 MONTHS | CAST(d + INTERVAL 1 MONTH AS DATE)",
        "d - 90 DAYS | CAST(d - INTERVAL 90 DAY AS DATE)",
        "d + 5 QUARTERS | CAST(d + INTERVAL 15 MONTH AS DATE)",
        "t + 30 HOURS | t + INTERVAL 30 HOUR",
        "DATE(t) | CAST(t AS DATE)",
        "NUMBER(s) | TRY_CAST(s AS DOUBLE)",
        "TEXT(d) | CAST(d AS VARCHAR)",
        "TEXT(b) | CAST(b AS VARCHAR)",
        "n IN odd.m | n IN (SELECT m FROM odd)",
        "n NOT IN odd.m | n NOT IN (SELECT m FROM odd)",
        "RANK(n) | CASE WHEN n IS NOT NULL THEN rank() OVER (ORDER BY n DESC NULLS LAST) END",
        "ROW_SUM(n, m) | CASE WHEN n IS NULL AND m IS NULL THEN NULL ELSE coalesce(n, 0) +"
            + " coalesce(m, 0) END",
      })
  void otherwiseSpelt(String ours, String theirs) throws SQLException {
    same(ours, theirs);
  }

  private static void same(String ours, String theirs) throws SQLException {
    Column<?> column =
        trial
            .table("SHOW FROM odd DERIVE result = " + ours + " SELECT result LIMIT 1000;")
            .column(0);
    List<@Nullable Object> expected = query("SELECT " + theirs + " FROM odd ORDER BY id");
    assertThat(column.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      same(column, i, expected.get(i), ours + " in row " + i);
    }
  }

  private static void same(Column<?> column, int row, @Nullable Object expected, String shown) {
    // An empty text is NULL here.
    if (expected == null || expected.equals("")) {
      assertThat(column.isMissing(row)).as("%s is NULL, not %s", shown, column.get(row)).isTrue();
    } else if (expected instanceof Number n) {
      double size = Math.max(1e-300, Math.abs(n.doubleValue()));
      assertThat((Double) column.get(row))
          .as(shown)
          .isEqualTo(n.doubleValue(), within(size * 1e-12));
    } else {
      assertThat(String.valueOf(column.get(row))).as(shown).isEqualTo(expected.toString());
    }
  }

  private static List<@Nullable Object> query(String sql) throws SQLException {
    var values = new ArrayList<@Nullable Object>();
    try (ResultSet rows = Objects.requireNonNull(duckDb).executeQuery(sql)) {
      int type = rows.getMetaData().getColumnType(1);
      while (rows.next()) {
        values.add(
            type == Types.DATE
                ? rows.getObject(1, LocalDate.class)
                : type == Types.TIMESTAMP
                    ? rows.getObject(1, LocalDateTime.class)
                    : rows.getObject(1));
      }
    }
    return values;
  }

  /// Ours | DuckDB's, for each value of `s`, which may be NULL.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "COUNT() | count(*)",
        "COUNT(n) | count(n)",
        "COUNT(DISTINCT n) | count(DISTINCT n)",
        "COUNT(DISTINCT u) | count(DISTINCT u)",
        "SUM(n) | sum(n)",
        "AVG(m) | avg(m)",
        "MEDIAN(n) | median(n)",
        "QUANTILE(n, 0.3) | quantile_cont(n, 0.3)",
        "QUANTILE(n, 1) | max(n)",
        "MIN(n) | min(n)",
        "MAX(m) | max(m)",
        "MIN(d) | min(d)",
        "MAX(e) | max(e)",
        "MIN(b) | min(b)",
        "VARIANCE(m / 1e15) | var_samp(m / 1e15)",
        "STDDEV(m / 1e15) | stddev_samp(m / 1e15)",
        "RATE(b) | avg(CAST(b AS INTEGER))",
        "RATE(n > m) | avg(CAST(n > m AS INTEGER))",
        "FIRST(n) | first(n ORDER BY id) FILTER (WHERE n IS NOT NULL)",
        "LAST(u) | last(u ORDER BY id) FILTER (WHERE u IS NOT NULL)",
        "CORR(id, m / 1e15) | corr(id, m / 1e15)",
        "SUM(IF(b, n, m)) | sum(CASE WHEN b THEN n ELSE m END)",
      })
  void aggregates(String ours, String theirs) throws SQLException {
    Column<?> column =
        trial
            .table(
                "SHOW FROM odd GROUP BY s AGGREGATE result = "
                    + ours
                    + ", k = MIN(id) ORDER BY k SELECT result LIMIT 1000;")
            .column(0);
    List<@Nullable Object> expected =
        query("SELECT " + theirs + " FROM odd GROUP BY s ORDER BY min(id)");
    assertThat(column.size()).isEqualTo(expected.size()).isEqualTo(TEXTS.length);
    for (int i = 0; i < expected.size(); i++) {
      same(column, i, expected.get(i), ours + " of group " + i);
    }
  }
}
