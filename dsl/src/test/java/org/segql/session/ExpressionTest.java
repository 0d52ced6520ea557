package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Every operator, function and aggregate, in the session and on rows with gaps. Where SQL has an
/// answer, it is SQL's.
class ExpressionTest {
  private static Trial trial = Trial.open();

  /// One row: `n` `m` numbers, `s` `u` texts, `b` `c` truth values, `d` `e` dates, `t` a date with
  /// time; `none`, `nothing`, `unknown` and `never` are NULL.
  @BeforeAll
  static void bind() {
    trial = Trial.open();
    trial.session().bind("one", row().addColumns(missing()));
    trial
        .session()
        .bind(
            "four",
            Table.create(
                DoubleColumn.create("x", 4, Double.NaN, 1, 7, 4),
                DoubleColumn.create("y", 1, 2, 3, Double.NaN, 6),
                StringColumn.create("g", "b", "", "a", "b", "a"),
                BooleanColumn.create("k", true, false, false, true, true),
                DateColumn.create(
                    "d",
                    LocalDate.of(2025, 3, 1),
                    LocalDate.of(2024, 2, 29),
                    LocalDate.of(2025, 12, 31),
                    LocalDate.of(2025, 1, 1),
                    LocalDate.of(2025, 6, 30))));
  }

  private static Table row() {
    return Table.create(
        DoubleColumn.create("n", 7.0),
        DoubleColumn.create("m", -2.5),
        StringColumn.create("s", "Größe 10"),
        StringColumn.create("u", " x "),
        BooleanColumn.create("b", true),
        BooleanColumn.create("c", false),
        DateColumn.create("d", LocalDate.of(2024, 2, 29)),
        DateColumn.create("e", LocalDate.of(2025, 3, 1)),
        DateTimeColumn.create("t", LocalDateTime.of(2025, 3, 2, 13, 45)));
  }

  private static Column<?>[] missing() {
    return new Column<?>[] {
      DoubleColumn.create("none", Double.NaN),
      StringColumn.create("nothing", ""),
      BooleanColumn.create("unknown").appendMissing(),
      DateColumn.create("never").appendMissing()
    };
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1 + 2 * 3 | 7",
        "7 / 2 | 3.5",
        "n / 0 | NULL",
        "-m - 1 | 1.5",
        "none + 1 | NULL",
        "none * 0 | NULL",
        "none = none | NULL",
        "none <> 1 | NULL",
        "n = 7 | true",
        "n != 7 | false",
        "s = 'größe 10' | false",
        "s < 'H' | true",
        "d < e | true",
        "n BETWEEN 7 AND 8 | true",
        "n NOT BETWEEN 7 AND 8 | false",
        "n BETWEEN none AND 6 | false",
        "n BETWEEN none AND 8 | NULL",
        "n IN (1, 7) | true",
        "n IN (1, 2) | false",
        "n NOT IN (1, 2) | true",
        "none IN (1, 2) | NULL",
        "n IN (1, none) | NULL",
        "n IN (7, none) | true",
        "n NOT IN (1, none) | NULL",
        "s LIKE 'Gr%' | true",
        "s LIKE 'gr%' | false",
        "s LIKE 'Gr__e ___' | false",
        "s LIKE 'Gr__e __' | true",
        "s LIKE '%.%' | false",
        "nothing LIKE '%' | NULL",
        "s LIKE '%r%e%_0' | true",
        "s LIKE '%%' | true",
        "s LIKE '%10_' | false",
        "'😀a' LIKE '_a' | true",
        "'a\\b' LIKE 'a\\b' | true",
        "s NOT LIKE '%1%' | false",
        "none IS NULL | true",
        "n IS NOT NULL | true",
        "nothing IS NULL | true",
        "never IS NULL | true",
        "b AND c | false",
        "b AND unknown | NULL",
        "c AND unknown | false",
        "b OR unknown | true",
        "c OR unknown | NULL",
        "unknown OR unknown | NULL",
        "NOT unknown | NULL",
        "NOT b | false",
        "none > 1 OR n = 7 | true",
        "none > 1 AND n = 8 | false",
        "CASE WHEN none > 1 THEN 'a' WHEN n > 1 THEN 'b' ELSE 'c' END | b",
        "CASE WHEN n > 100 THEN 1 END | NULL",
        "CASE n WHEN 7 THEN 'seven' ELSE 'other' END | seven",
        "CASE n WHEN IN (1, 2) THEN 'low' WHEN < 10 THEN 'mid' ELSE 'high' END | mid",
        "CASE none WHEN 1 THEN 'x' ELSE 'y' END | y",
        "IF(unknown, 1, 2) | 2",
        "IF(b, 1, 2) | 1",
        "COALESCE(none, 3) | 3",
        "COALESCE(nothing, u) | \" x \"",
        "COALESCE(none, none) | NULL",
        "NULLIF(n, 7) | NULL",
        "NULLIF(n, 8) | 7",
        "NULLIF(n, none) | 7",
        "LEAST(n, m, none) | -2.5",
        "GREATEST(n, m, none) | 7",
        "ABS(m) | 2.5",
        "MOD(n, 4) | 3",
        "MOD(-7, 4) | -3",
        "MOD(n, 0) | NULL",
        "ROUND(LN(n), 9) | 1.945910149",
        "LN(0) | NULL",
        "LN(m) | NULL",
        "LOG10(1000) | 3",
        "ROUND(LOG1P(1), 9) | 0.693147181",
        "LOG1P(m) | NULL",
        "ROUND(EXP(1), 9) | 2.718281828",
        "EXP(1000) | NULL",
        "SQRT(16) | 4",
        "SQRT(m) | NULL",
        "POWER(n, 2) | 49",
        "POWER(m, 0.5) | NULL",
        "POWER(none, 0) | NULL",
        "POWER(n, 0) | 1",
        "ROUND(m) | -3",
        "ROUND(2.5) | 3",
        "ROUND(0.49999999999999994) | 0",
        "ROUND(n, 1e9) | 7",
        "ROUND(2.345, 2) | 2.35",
        "ROUND(1250, -2) | 1300",
        "FLOOR(m) | -3",
        "CEIL(m) | -2",
        "CLIP(n, 0, 5) | 5",
        "CLIP(none, 0, 5) | NULL",
        "BIN(n, 5, 10) | 5 to < 10",
        "BIN(10, 5, 10) | >= 10",
        "BIN(m, 5, 10) | < 5",
        "BIN(none, 5) | NULL",
        "ORDINAL(s, 'a', 'Größe 10') | Größe 10",
        "ORDINAL(s, 'a', 'b') | NULL",
        "LOWER(s) | größe 10",
        "UPPER(u) | \" X \"",
        "TRIM(u) | x",
        "LENGTH(s) | 8",
        "LENGTH(nothing) | NULL",
        "LENGTH('😀a') | 2",
        "SUBSTRING(s, 1, 4) | Größ",
        "SUBSTRING(s, 7) | 10",
        "SUBSTRING('😀ab', 2, 1) | a",
        "SUBSTRING(s, 100) | NULL",
        "CONCAT(s, '-', nothing, n) | Größe 10-7",
        "REPLACE(s, 'ß', 'ss') | Grösse 10",
        "CONTAINS(s, 'öß') | true",
        "STARTS_WITH(s, 'G') | true",
        "ENDS_WITH(s, 'x') | false",
        "CONTAINS(nothing, 'a') | NULL",
        "YEAR(d) | 2024",
        "QUARTER(e) | 1",
        "MONTH(t) | 3",
        "DAY(d) | 29",
        "WEEKDAY(d) | 4",
        "WEEKDAY(t) | 7",
        "HOUR(t) | 13",
        "YEAR(never) | NULL",
        "DATE_TRUNC('month', d) | 2024-02-01",
        "DATE_TRUNC('quarter', e) | 2025-01-01",
        "DATE_TRUNC('week', e) | 2025-02-24",
        "DATE_TRUNC('year', t) | 2025-01-01",
        "DAYS_BETWEEN(d, e) | 366",
        "DAYS_BETWEEN(e, d) | -366",
        "DAYS_BETWEEN(d, never) | NULL",
        "MONTHS_BETWEEN(d, e) | 12",
        "MONTHS_BETWEEN(DATE '2025-01-31', DATE '2025-02-28') | 0",
        "d + 1 MONTHS | 2024-03-29",
        "d + 12 MONTHS | 2025-02-28",
        "d + 90 DAYS | 2024-05-29",
        "d - 1 WEEKS | 2024-02-22",
        "d + 1 YEARS | 2025-02-28",
        "d + 40_000 YEARS | NULL",
        "t + 999_999_999_999 HOURS | NULL",
        "DAYS_BETWEEN(d, AS_OF()) | 366",
        "ROW_SUM(n, none, m) | 4.5",
        "ROW_SUM(none, none) | NULL",
        "ROW_MEAN(n, none, m) | 2.25",
        "ROW_COUNT(VALUE > 0, COLUMNS LIKE 'n') | 1",
        "UNIFORM(n, 1) >= 0 AND UNIFORM(n, 1) < 1 AND UNIFORM(n, 1) = UNIFORM(7, 1) | true",
        "NTILE(n, 4) | 1",
        "RANK(n) | 1",
        "NUMBER('12.5') | 12.5",
        "NUMBER(s) | NULL",
        "NUMBER(b) | 1",
        "TEXT(n) | 7",
        "TEXT(d) | 2024-02-29",
        "TEXT(none) | NULL",
        "BOOLEAN('yes') | true",
        "BOOLEAN(0) | false",
        "BOOLEAN(s) | NULL",
        "DATE('2025-02-01') | 2025-02-01",
        "DATE('20250201', 'yyyyMMdd') | 2025-02-01",
        "DATE('31.02.2025', 'dd.MM.yyyy') | NULL",
        "DATE('+40000-01-01') | NULL",
        "DATE(t) | 2025-03-02",
        "DATETIME(d) | 2024-02-29T00:00",
        "DATETIME('2025-01-02 03:04', 'yyyy-MM-dd HH:mm') | 2025-01-02T03:04",
      })
  void oneRow(String expression, String expected) {
    Table table =
        trial.table(
            "SHOW FROM one AS OF DATE '2025-03-01' DERIVE result = "
                + expression
                + " SELECT result;");
    assertThat(shown(table.column(0))).as(expression).isEqualTo(expected);
  }

  private static String shown(Column<?> column) {
    if (column.isMissing(0)) {
      return "NULL";
    }
    return column instanceof DoubleColumn n && n.get(0) == Math.rint(n.get(0))
        ? "" + n.get(0).longValue()
        : "" + column.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "COUNT() | 5",
        "COUNT(x) | 4",
        "COUNT(DISTINCT x) | 3",
        "COUNT(DISTINCT g) | 2",
        "COUNT(k) | 5",
        "SUM(x) | 16",
        "AVG(x) | 4",
        "MEDIAN(x) | 4",
        "MEDIAN(y) | 2.5",
        "MIN(x) | 1",
        "MAX(x) | 7",
        "MIN(g) | a",
        "MAX(d) | 2025-12-31",
        "MIN(d) | 2024-02-29",
        "VARIANCE(x) | 6",
        "ROUND(STDDEV(x), 9) | 2.449489743",
        "ROUND(QUANTILE(x, 0.9), 9) | 6.1",
        "QUANTILE(y, 0) | 1",
        "MODE(g) | a",
        "MODE(x) | 4",
        "RATE(x > 3) | 0.75",
        "RATE(k) | 0.6",
        "FIRST(x) | 4",
        "LAST(g) | a",
        "FIRST(y) | 1",
        "ROUND(CORR(x, y), 9) | 0.114707867",
        "SUM(x) / COUNT() | 3.2",
        "SUM(IF(k, x, 0)) | 15",
        "MAX(x) - MIN(x) | 6",
      })
  void fiveRows(String aggregate, String expected) {
    Table table = trial.table("SHOW FROM four AGGREGATE result = " + aggregate + ";");
    assertThat(shown(table.column(0))).as(aggregate).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"COUNT()", "COUNT(x)", "COUNT(DISTINCT x)"})
  void ofNoRowsCountIsZero(String aggregate) {
    Table table = trial.table("SHOW FROM four WHERE x > 100 AGGREGATE result = " + aggregate + ";");
    assertThat(shown(table.column(0))).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUM(x)",
        "AVG(x)",
        "MEDIAN(x)",
        "MIN(x)",
        "MAX(g)",
        "STDDEV(x)",
        "VARIANCE(x)",
        "QUANTILE(x, 0.5)",
        "MODE(g)",
        "RATE(k)",
        "FIRST(x)",
        "LAST(d)",
        "CORR(x, y)"
      })
  void ofNoRowsOthersAreNull(String aggregate) {
    Table table = trial.table("SHOW FROM four WHERE x > 100 AGGREGATE result = " + aggregate + ";");
    assertThat(shown(table.column(0))).as(aggregate).isEqualTo("NULL");
    Table one =
        trial.table(
            "SHOW FROM four WHERE x IS NULL AND y = 99 AGGREGATE result = " + aggregate + ";");
    assertThat(one.rowCount()).isEqualTo(1);
  }

  @Test
  void groupsHoldTheirNulls() {
    Table table =
        trial.table(
            "SHOW FROM four GROUP BY g AGGREGATE n = COUNT(), s = SUM(x), m = MEDIAN(x), v ="
                + " VARIANCE(x) ORDER BY g;");
    assertThat(table.rowCount()).isEqualTo(3);
    assertThat(table.doubleColumn("n").asDoubleArray()).containsExactly(2, 2, 1);
    assertThat(table.doubleColumn("s").asDoubleArray()).containsExactly(5, 11, Double.NaN);
    assertThat(table.doubleColumn("m").asDoubleArray()).containsExactly(2.5, 5.5, Double.NaN);
    assertThat(table.doubleColumn("v").asDoubleArray()).containsExactly(4.5, 4.5, Double.NaN);
  }

  /// Equal values share a rank and a band.
  @Test
  void ranksAndBandsOverTheTable() {
    Table table = trial.table("SHOW FROM four DERIVE r = RANK(x), t = NTILE(x, 2) SELECT r, t;");
    assertThat(table.doubleColumn("r").asDoubleArray()).containsExactly(2, Double.NaN, 4, 1, 2);
    assertThat(table.doubleColumn("t").asDoubleArray()[0])
        .isEqualTo(table.doubleColumn("t").asDoubleArray()[4]);
    assertThat(table.doubleColumn("t").asDoubleArray()[1]).isNaN();
  }

  @Test
  void whatCannotBeIsNullAndCounted() {
    assertThat(
            trial.notes("SHOW FROM four DERIVE q = x / (y - 1), p = NUMBER(g), z = EXP(x * 1000);"))
        .contains(Code.DIVISION_BY_ZERO, Code.CAST_FAILED, Code.NOT_FINITE);
    assertThat(said("SHOW FROM four LIMIT 1 DERIVE n = NUMBER(CONCAT('we are ', 'open'));"))
        .containsExactly("1 value is no number and is NULL ('we are open').");
    trial.run("TABLE odd AS FROM four DERIVE `how are they` = x;");
    assertThat(said("SEGMENT odd BY `how are they` MISSING MEAN USING kmeans(2);"))
        .contains("1 missing value of `how are they` was filled by MEAN.");
    assertThat(said("SHOW FROM four DERIVE l = LN(x - 1), r = SQRT(y - 2);"))
        .containsExactly(
            "2 results do not exist (a logarithm of 0 or less, a root of a negative number) and are"
                + " NULL.");
    assertThat(said("SHOW FROM four DERIVE m = MOD(x, y - 1);"))
        .containsExactly("1 division by zero gave NULL.");
    assertThat(said("SHOW FROM four WHERE x = 7 DERIVE e = d + 99_000 YEARS;"))
        .containsExactly("1 result is beyond every date and is NULL.");
  }

  private static List<String> said(String script) {
    return trial.result(script).notes().stream().map(Diagnostic::message).toList();
  }

  @Test
  void pipelinesAreSqls() {
    Table distinct = trial.table("SHOW FROM four ORDER BY x DESC DISTINCT ON g SELECT g, x;");
    assertThat(distinct.rowCount()).isEqualTo(3);
    Table per = trial.table("SHOW FROM four GROUP BY k AGGREGATE s = SUM(x) PER g ORDER BY k;");
    assertThat(per.columnNames()).contains("k", "s_a", "s_b");
    trial.run("TABLE names AS FROM four WHERE g IS NOT NULL GROUP BY g AGGREGATE total = SUM(x);");
    Table joined = trial.table("SHOW FROM four JOIN names ON g ORDER BY d;");
    assertThat(joined.rowCount()).isEqualTo(4);
    Table left = trial.table("SHOW FROM four LEFT JOIN names ON g ORDER BY d;");
    assertThat(left.rowCount()).isEqualTo(5);
    assertThat(left.doubleColumn("total").countMissing()).isEqualTo(1);
    Table union = trial.table("SHOW FROM four UNION names SELECT g, x, total;");
    assertThat(union.rowCount()).isEqualTo(7);
    Table in = trial.table("SHOW FROM four WHERE g IN names.g;");
    assertThat(in.rowCount()).isEqualTo(4);
    Table limited = trial.table("SHOW FROM four ORDER BY x DESC, y LIMIT 2 SELECT x, y;");
    assertThat(limited.doubleColumn("x").asDoubleArray()).containsExactly(7, 4);
    assertThat(limited.doubleColumn("y").asDoubleArray()[1]).isEqualTo(1);
  }

  /// No function and no aggregate is left out above.
  @Test
  void everyFunctionIsTried() throws Exception {
    Set<String> tried = new HashSet<>();
    for (String method : new String[] {"oneRow", "fiveRows"}) {
      var source =
          Stream.of(ExpressionTest.class.getDeclaredMethods())
              .filter(m -> m.getName().equals(method))
              .findFirst()
              .orElseThrow()
              .getAnnotation(CsvSource.class);
      var names =
          Pattern.compile("[A-Z][A-Z0-9_]*(?=\\()").matcher(String.join("\n", source.value()));
      while (names.find()) {
        tried.add(names.group());
      }
    }
    assertThat(tried).containsAll(ScalarFunction.callables().map(ScalarFunction::text).toList());
    assertThat(tried)
        .containsAll(Stream.of(AggregateFunction.values()).map(AggregateFunction::text).toList());
  }
}
