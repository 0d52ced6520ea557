package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Code;
import org.segql.result.HtmlRenderer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Whatever a script or a file holds: a sentence at its place, the session as it was, nothing
/// half-made, nothing thrown.
class BadInputTest extends InFolder {
  @BeforeEach
  void bind() {
    trial.session().bind("customers", Customers.table(80));
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void pathsThatAreNoFiles() throws IOException {
    Files.createDirectory(folder.resolve("dir"));
    Files.createDirectory(folder.resolve("dir.csv"));
    trial.refused(Code.FILE_NOT_FOUND, "LOAD t FROM 'nowhere.csv';");
    trial.refused(Code.FILE_NOT_FOUND, "LOAD t FROM 'no/such/*.csv';");
    trial.refused(Code.NOT_A_FILE, "LOAD t FROM 'dir';");
    trial.refused(Code.NOT_A_FILE, "LOAD t FROM 'dir.csv';");
    trial.refused(Code.FILE_NOT_FOUND, "RUN 'nowhere.segql';");
    trial.tried("LOAD t FROM '';");
    assertThat(trial.tried("LOAD t FROM '\u0000';").ok()).isFalse();
    assertThat(trial.tried("EXPORT customers TO '\u0000.csv';").ok()).isFalse();
    assertThat(trial.tried("SAVE MODEL customers TO '\u0000';").ok()).isFalse();
    assertThat(trial.tried("RUN '\u0000';").ok()).isFalse();
    assertThat(trial.tried("RUN 'dir';").ok()).isFalse();
    assertThat(trial.tried("LOAD MODEL m FROM '\u0000';").ok()).isFalse();
    assertThat(trial.tried("PLOT customers AS histogram(age) TO '\u0000.html';").ok()).isFalse();
    assertThat(trial.tried("PLOT customers AS histogram(age) TO 'dir';").ok()).isFalse();
  }

  @Test
  void filesThatHoldLittle() throws IOException {
    file("empty.csv", "");
    file("blank.csv", "\n\n  \n");
    file("header.csv", "a,b,c\n");
    file("bom.csv", "\uFEFFa,b\n1,2\n");
    trial.refused(Code.EMPTY_FILE, "LOAD t FROM 'empty.csv';");
    trial.refused(Code.EMPTY_FILE, "LOAD t FROM 'blank.csv';");
    trial.run("LOAD t FROM 'header.csv'; SHOW t; DESCRIBE t; SHOW FROM t AGGREGATE n = COUNT();");
    assertThat(trial.session().table("t").rowCount()).isZero();
    trial.run("LOAD u FROM 'bom.csv'; SHOW FROM u WHERE a = 1;");
  }

  @Test
  void segmentsOfNoRows() {
    trial.run("TABLE none AS FROM customers WHERE age > 1000;");
    for (String using :
        new String[] {
          "kmeans(2)", "kmeans(2..4)", "ward(2)", "gmm(2)", "dbscan(min_points = 3)", "quantiles(2)"
        }) {
      trial.refused(Code.NO_ROWS, "SEGMENT none BY age, income USING " + using + ";");
      trial.refused(
          Code.NO_ROWS, "SEGMENT customers WHERE age > 1000 BY age, income USING " + using + ";");
    }
    trial.refused(Code.NO_ROWS, "SEGMENT none USING rules('A' WHEN age > 1, OTHERWISE 'B');");
    for (String chart :
        new String[] {
          "histogram(age)",
          "bar(region)",
          "pie(region)",
          "box(age, region)",
          "scatter(age, income)",
          "correlation",
          "pareto(age)",
          "line(joined, age)"
        }) {
      trial.tried("PLOT none AS " + chart + ";");
    }
    trial.run(
        "SHOW none; DESCRIBE none; DESCRIBE none BY region; SHOW FROM none GROUP BY region"
            + " AGGREGATE n = COUNT(), m = MEDIAN(age), q = QUANTILE(age, 0.5), c = CORR(age,"
            + " income), o = MODE(region);");
  }

  @Test
  void raggedBinaryAndWronglyEncodedFiles() throws IOException {
    file("ragged.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n");
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    Files.write(folder.resolve("noise.csv"), noise);
    Files.write(folder.resolve("noise.parquet"), noise);
    Files.write(folder.resolve("noise.xlsx"), noise);
    Files.write(folder.resolve("noise.json"), noise);
    Files.write(folder.resolve("noise.csv.gz"), noise);
    Files.write(folder.resolve("noise.duckdb"), noise);
    Files.write(
        folder.resolve("latin.csv"),
        "name,age\nJosé,31\nMüller,44\n".getBytes(StandardCharsets.ISO_8859_1));
    for (String ending : new String[] {"csv", "parquet", "xlsx", "json", "csv.gz", "duckdb"}) {
      trial.refused(Code.FILE_FORMAT, "LOAD t FROM 'noise." + ending + "'; SHOW t;");
    }
    assertThat(trial.session().entry("t")).isEmpty();
    Run ragged = trial.tried("LOAD r FROM 'ragged.csv';");
    assertThat(
            Stream.concat(
                ragged.errors().stream(),
                ragged.results().stream().flatMap(r -> r.result().notes().stream())))
        .anySatisfy(d -> assertThat(d.code()).isEqualTo(Code.RAGGED_ROW));
    assertThat(trial.notes("LOAD l FROM 'latin.csv';")).contains(Code.ENCODING);
    assertThat(trial.session().table("l").stringColumn("name").asList())
        .containsExactly("José", "Müller");
  }

  @Test
  void columnsThatAreDoubledNamelessOrMixed() throws IOException {
    file("names.csv", "a,a,,A b\n1,2,3,4\n5,6,7,8\n");
    var rows = IntStream.range(0, 500).mapToObj(i -> i % 150 == 100 ? "oops" : "" + i);
    file("mixed.csv", "x\n" + rows.collect(Collectors.joining("\n")) + "\n");
    assertThat(trial.notes("LOAD t FROM 'names.csv'; SHOW t;")).contains(Code.COLUMN_NAMES);
    assertThat(trial.session().table("t").columnNames()).doesNotHaveDuplicates().hasSize(4);
    assertThat(trial.notes("LOAD m FROM 'mixed.csv';")).contains(Code.MIXED_COLUMN);
  }

  @Test
  void tenThousandColumns() throws IOException {
    int columns = 10_000;
    var random = new Random(2);
    var text =
        new StringBuilder(
            IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
    for (int row = 0; row < 12; row++) {
      text.append('\n');
      for (int i = 0; i < columns; i++) {
        text.append(i == 0 ? "" : ",").append(random.nextInt(100));
      }
    }
    file("wide.csv", text + "\n");
    trial.refused(Code.TOO_MANY_COLUMNS, "LOAD wide FROM 'wide.csv';");
  }

  @Test
  void tooFewRowsForTheSegmentsAskedFor() {
    trial.run(
        "TABLE five AS FROM customers LIMIT 5; TABLE same AS FROM customers DERIVE x = IF(age > 40,"
            + " 1, 2), y = 1 SELECT id, x, y;");
    for (String algorithm : new String[] {"kmeans", "ward", "hierarchical", "gmm"}) {
      trial.refused(Code.TOO_FEW_ROWS, "SEGMENT five BY age USING " + algorithm + "(8);");
      trial.refused(Code.TOO_FEW_ROWS, "SEGMENT same BY x USING " + algorithm + "(3);");
    }
    trial.refused(Code.TOO_FEW_ROWS, "SEGMENT five BY age USING kmeans(7..9);");
    trial.refused(Code.TOO_FEW_ROWS, "SEGMENT five BY age USING kmeans(2..9);");
    trial.run("SEGMENT five BY age USING kmeans(2..4);");
    trial.run("SEGMENT same BY x USING kmeans(2); SEGMENT same BY x USING kmeans(1..2);");
    trial.refused(Code.TOO_FEW_ROWS, "SEGMENT same BY x USING kmeans(AUTO);");
    assertThat(trial.notes("SEGMENT same BY x, y USING kmeans(2);"))
        .contains(Code.CONSTANT_VARIABLE);
    trial.refused(Code.TOO_FEW_ROWS, "SEGMENT same BY y USING kmeans(2);");
    trial.run("SEGMENT same BY y USING quantiles(3);");
    trial.run("SEGMENT same BY y USING dbscan(min_points = 3);");
    trial.run("SEGMENT same BY y USING kmeans(1);");
    trial.run("SEGMENT same BY y SCALE MINMAX USING kmeans(1);");
    for (String bad :
        new String[] {
          "kmeans(0)",
          "kmeans(-3)",
          "kmeans(2.5)",
          "kmeans(5..2)",
          "kmeans('x')",
          "kmeans(1e99)",
          "gmm(0..3)",
          "quantiles(0)",
          "quantiles(1e9)",
          "dbscan(epsilon = -1, min_points = 4)",
          "dbscan(min_points = 0)"
        }) {
      Run run = trial.tried("SEGMENT customers BY age, income USING " + bad + ";");
      assertThat(run.status()).as(bad).isEqualTo(Run.Status.FAILED);
    }
  }

  @Test
  void allMissingNaNAndInfinity() {
    double[] odd = {
      1, 2, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e308, -1e308, 5
    };
    trial
        .session()
        .bind(
            "odd",
            Table.create(
                DoubleColumn.create("id", 1, 2, 3, 4, 5, 6, 7, 8),
                DoubleColumn.create("x", odd),
                DoubleColumn.create(
                    "none", IntStream.range(0, 8).mapToDouble(i -> Double.NaN).toArray()),
                StringColumn.create(
                    "text", IntStream.range(0, 8).mapToObj(i -> "").toArray(String[]::new))));
    assertThat(trial.numbers("odd", "x"))
        .as("infinities are missing")
        .doesNotContain(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    for (String missing : new String[] {"EXCLUDE", "MEAN", "MEDIAN", "MODE", "KNN(2)"}) {
      trial.refused(
          Code.ALL_MISSING, "SEGMENT odd BY none MISSING " + missing + " USING kmeans(2);");
      trial.refused(
          Code.ALL_MISSING, "SEGMENT odd BY id, text MISSING " + missing + " USING kmeans(2);");
    }
    trial.refused(Code.MISSING_VALUES, "SEGMENT odd BY x MISSING FAIL USING kmeans(2);");
    trial.run(
        "SHOW odd; DESCRIBE odd; SHOW FROM odd DERIVE y = x * 10, z = EXP(x), w = 1 / 0, v ="
            + " POWER(x, 99) AGGREGATE s = SUM(y), t = STDDEV(y), u = SUM(x);");
    for (String using :
        new String[] {
          "kmeans(2)", "ward(2)", "gmm(2)", "quantiles(2)", "dbscan(min_points = 2)", "kmeans(2..3)"
        }) {
      trial.tried("SEGMENT odd BY x, id USING " + using + ";");
    }
    trial.refused(Code.NEGATIVE_VALUES, "SEGMENT odd BY x LOG USING kmeans(2);");
    trial.refused(Code.ALL_MISSING, "SEGMENT odd USING quantiles(2) BY none;");
    trial.run("TABLE gaps AS FROM odd DERIVE a = IF(id < 4, id, NULL), b = IF(id > 4, id, NULL);");
    for (String using : new String[] {"quantiles(2)", "kmeans(2)"}) {
      trial.refused(Code.NO_ROWS, "SEGMENT gaps BY a, b USING " + using + ";");
    }
    for (String chart :
        new String[] {
          "histogram(x)",
          "histogram(none)",
          "bar(text)",
          "pie(text)",
          "box(none, text)",
          "scatter(x, none)",
          "correlation",
          "pareto(none)"
        }) {
      trial.tried("PLOT odd AS " + chart + ";");
    }
  }

  @Test
  void weights() {
    trial.refused(Code.BAD_WEIGHT, "SEGMENT customers BY age WEIGHT income USING kmeans(2);");
    trial.run("TABLE w AS FROM customers DERIVE none = 0, minus = -1;");
    trial.refused(Code.BAD_WEIGHT, "SEGMENT w BY age WEIGHT minus USING kmeans(2);");
    for (String using :
        new String[] {
          "kmeans(2)",
          "ward(2)",
          "gmm(2)",
          "quantiles(2)",
          "dbscan(min_points = 3)",
          "rules('A' WHEN age < 30, OTHERWISE 'B')"
        }) {
      Run run =
          trial.tried(
              "SEGMENT w "
                  + (using.startsWith("rules") ? "" : "BY age ")
                  + "WEIGHT none USING "
                  + using
                  + ";");
      assertThat(run.status()).as(using).isEqualTo(Run.Status.FAILED);
      assertThat(run.errors().getFirst().code())
          .as(using)
          .isIn(Code.BAD_WEIGHT, Code.NO_ROWS, Code.TOO_FEW_ROWS);
    }
  }

  @Test
  void scriptsThatAreTooMuch() {
    trial.refused(Code.TOO_LONG, "SHOW customers; ".repeat(5_000_000 / 16 + 1));
    trial.refused(
        Code.TOO_DEEP,
        "SHOW FROM customers WHERE " + "(".repeat(10_000) + "age > 1" + ")".repeat(10_000) + ";");
    trial.refused(Code.TOO_DEEP, "SHOW FROM customers WHERE " + "NOT ".repeat(10_000) + "age > 1;");
    trial.tried("SHOW FROM customers WHERE age > " + "-".repeat(10_000) + "1;");
    trial.tried("SHOW FROM customers WHERE age > 1" + " + 1".repeat(10_000) + ";");
    trial.tried("SHOW FROM customers WHERE age > 1" + " AND age > 1".repeat(10_000) + ";");
    trial.run("SHOW FROM customers WHERE age IN (" + "1, ".repeat(50_000) + "2);");
    for (String open :
        new String[] {
          "SHOW FROM customers WHERE region = 'North;",
          "SHOW FROM customers WHERE `age > 1;",
          "SHOW customers; /* and so on",
          "SHOW FROM customers WHERE region = '''North"
        }) {
      trial.refused(Code.UNTERMINATED, open);
    }
    assertThat(trial.tried("SHOW FROM customers WHERE (age > 1;").ok()).isFalse();
    assertThat(trial.session().run("").ok()).isTrue();
    trial.tried(" ; ;; -- nothing");
  }

  @Test
  void scriptsThatRunThemselves() throws IOException {
    file("a.segql", "RUN 'b.segql';");
    file("b.segql", "RUN 'a.segql';");
    trial.refused(Code.CYCLE, "RUN 'a.segql';");
  }

  @Test
  void hostileNamesAreEscapedInHtml() {
    String evil = "<script>alert('x')</script>\"&";
    trial
        .session()
        .bind(
            "evil",
            Table.create(
                DoubleColumn.create(evil, IntStream.range(0, 40).mapToDouble(i -> i % 7).toArray()),
                DoubleColumn.create("y", IntStream.range(0, 40).mapToDouble(i -> i % 5).toArray()),
                StringColumn.create(
                    "t",
                    IntStream.range(0, 40).mapToObj(i -> evil + i % 2).toArray(String[]::new))));
    String column = "`" + evil + "`";
    Run run =
        trial.run(
            """
            SHOW evil;
            DESCRIBE evil;
            SEGMENT evil BY $c, y DESCRIBED BY t USING kmeans(2) NAME 1 AS '<img src=x onerror=alert(1)>' AS q1;
            PROFILE q1;
            SHOW q1;
            PLOT q1 AS scatter($c, y);
            PLOT evil AS bar(t), evil AS histogram($c);
            """
                .replace("$c", column));
    for (var result : run.results()) {
      assertThat(new HtmlRenderer(true, 100).render(result.result()))
          .doesNotContain("<script>alert")
          .doesNotContain("<img src=x");
    }
    Run failed = trial.tried("SHOW FROM evil WHERE " + column.replace("`<", "`<b>") + " > 1;");
    assertThat(failed.ok()).isFalse();
    trial.run("PLOT q1 AS scatter(" + column + ", y) TO 'evil.html';");
    assertThat(folder.resolve("evil.html"))
        .content()
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x");
  }
}
