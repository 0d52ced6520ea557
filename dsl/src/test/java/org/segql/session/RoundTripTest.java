package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Code;
import tech.tablesaw.api.Table;

/// What is written can be read again, by another session; what is broken or hostile is refused with
/// a sentence.
class RoundTripTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BY age, income LOG, region WEIGHT weight OUTLIERS WINSORIZE(1%) MISSING MEDIAN USING"
            + " kmeans(4)",
        "BY age, income MISSING KNN(3) SCALE MINMAX USING kmeans(3)",
        "WHERE age > 20 BY ratio = income / age, region USING kmeans(3)",
        "BY grade = BIN(age, 30, 45), income ENCODE ORDINAL USING kmeans(3)",
        "BY age, region ENCODE FREQUENCY OUTLIERS EXCLUDE(3) USING kmeans(3)",
        "BY age, income USING gmm(3)",
        "BY age, income USING quantiles(3)",
        "USING rules('Young' WHEN age < 30 AND region LIKE 'N%', 'Rich' WHEN income > 60_000,"
            + " OTHERWISE 'Rest')",
        "USING rules('Early' WHEN joined < DATE '2020-06-01', 'Rich' WHEN CASE WHEN age < 50 THEN"
            + " income ELSE 0 END > 40_000, 'Odd' WHEN age IN (20, 21, 22) OR region IS NULL)",
      })
  void aModelScoresTheRowsItWasMadeOfAsTheFitDid(String clauses) {
    Table fitted = fitAndSave(clauses);
    Table scored = loadAndApply();
    assertThat(scored.doubleColumn("segment").asDoubleArray())
        .containsExactly(fitted.doubleColumn("segment").asDoubleArray());
    assertThat(scored.stringColumn("segment_name").asList())
        .containsExactlyElementsOf(fitted.stringColumn("segment_name").asList());
    assertThat(scored.stringColumn("excluded").asList())
        .containsExactlyElementsOf(fitted.stringColumn("excluded").asList());
  }

  /// A tree and dense regions have no rule for new rows: the nearest of what they found stands for
  /// it, which the result says.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BY age, income USING ward(4)",
        "BY age, income USING hierarchical(4, linkage = average)",
        "BY age, income USING dbscan(epsilon = 0.4, min_points = 5)",
      })
  void modelsWithoutARuleOfTheirOwnComeClose(String clauses) {
    double[] fitted = fitAndSave(clauses).doubleColumn("segment").asDoubleArray();
    double[] scored = loadAndApply().doubleColumn("segment").asDoubleArray();
    int same = 0;
    for (int i = 0; i < fitted.length; i++) {
      same += Double.compare(fitted[i], scored[i]) == 0 ? 1 : 0;
    }
    assertThat((double) same / fitted.length).isGreaterThanOrEqualTo(0.95);
  }

  private Table fitAndSave(String clauses) {
    try (var trial = Trial.in(folder)) {
      trial.session().bind("customers", Customers.table(300));
      trial.run("SEGMENT customers ID id " + clauses + " AS q1; SAVE MODEL q1 TO 'q1.segql.json';");
      return trial.session().table("q1");
    }
  }

  private Table loadAndApply() {
    try (var trial = Trial.in(folder)) {
      trial.session().bind("customers", Customers.table(300));
      var notes = trial.notes("LOAD MODEL m FROM 'q1.segql.json'; APPLY m TO customers AS scored;");
      assertThat(notes).contains(Code.FIDELITY);
      return trial.session().table("scored");
    }
  }

  @Test
  void brokenAndHostileModelsAreRefused() throws IOException {
    fitAndSave("BY age, income USING kmeans(3)");
    String good = Files.readString(folder.resolve("q1.segql.json"));
    var bad =
        List.of(
            "",
            "{",
            "[]",
            "null",
            "42",
            "\"text\"",
            "{}",
            "[".repeat(100_000),
            "{\"a\":".repeat(5_000),
            "\u0000\u0001\u0002",
            good.substring(0, good.length() / 2),
            good.replaceFirst("\"age\"", "\"nobody\""),
            good.replaceAll("\\d+\\.\\d+", "\"x\""),
            good.replaceAll("\\d+\\.\\d+", "1e999"),
            good.replaceAll("\\d+\\.\\d+", "null"),
            good.replaceAll("\\[[^\\[\\]{}]*\\]", "[]"),
            good.replaceAll("\"version\"\\s*:\\s*\\d+", "\"version\": 99"),
            good.replaceAll("\"version\"\\s*:\\s*\\d+", "\"version\": -1"),
            good.replace("kmeans", "java.lang.Runtime"));
    try (var trial = Trial.in(folder)) {
      trial.session().bind("customers", Customers.table(50));
      for (String text : bad) {
        Files.writeString(folder.resolve("bad.json"), text);
        Run run = trial.tried("LOAD MODEL m FROM 'bad.json'; APPLY m TO customers AS s;");
        String shown = text.substring(0, Math.min(60, text.length()));
        if (!run.ok()) {
          assertThat(run.errors().getFirst().code())
              .as(shown)
              .isIn(Code.BAD_MODEL, Code.UNKNOWN_COLUMN);
        } else {
          assertThat(text).as("only a changed name may pass").contains("java.lang.Runtime");
        }
      }
      trial.refused(Code.FILE_NOT_FOUND, "LOAD MODEL m FROM 'nowhere.json';");
      Files.createDirectory(folder.resolve("dir"));
      trial.refused(Code.FILE_NOT_FOUND, "LOAD MODEL m FROM 'dir';");
    }
  }

  /// Every byte of a model in turn is made something else: the model loads or is refused, nothing
  /// is thrown.
  @Test
  void noDamageOfAModelThrows() throws IOException {
    fitAndSave("BY age, income, region USING kmeans(3)");
    byte[] good = Files.readAllBytes(folder.resolve("q1.segql.json"));
    try (var trial = Trial.in(folder)) {
      trial.session().bind("customers", Customers.table(20));
      for (int i = 0; i < good.length; i += 1 + good.length / 400) {
        byte[] damaged = good.clone();
        damaged[i] = (byte) "0\"}]x,-9".charAt(i % 8);
        Files.write(folder.resolve("bad.json"), damaged);
        trial.tried("LOAD MODEL m FROM 'bad.json'; APPLY m TO customers AS s;");
      }
    }
  }

  @Test
  void exportsComeBackAsTheyWere() {
    try (var trial = Trial.in(folder)) {
      trial.session().bind("customers", Customers.table(100));
      trial.run("SEGMENT customers ID id BY age USING kmeans(3) TARGET WHERE size > 20 AS q1;");
      for (String ending : List.of("csv", "tsv", "csv.gz", "json", "ndjson", "parquet", "xlsx")) {
        String file = "q1." + ending;
        trial.run("EXPORT q1 TO '" + file + "'; LOAD back FROM '" + file + "';");
        var table = trial.session().table("back");
        assertThat(table.rowCount()).as(ending).isEqualTo(100);
        assertThat(table.columnNames())
            .as(ending)
            .isEqualTo(trial.session().table("q1").columnNames());
        assertThat(trial.numbers("back", "segment"))
            .as(ending)
            .containsExactly(trial.numbers("q1", "segment"));
        assertThat(trial.numbers("back", "income"))
            .as(ending)
            .containsExactly(trial.numbers("q1", "income"));
      }
    }
  }

  @Test
  void nothingIsOverwrittenUnaskedAndNothingIsHalfMade() throws IOException {
    try (var trial = Trial.in(folder)) {
      trial.session().bind("customers", Customers.table(60));
      Files.writeString(folder.resolve("mine.csv"), "mine");
      Files.writeString(folder.resolve("mine.json"), "mine");
      Files.writeString(folder.resolve("mine.html"), "mine");
      trial.run("SEGMENT customers ID id BY age USING kmeans(3) AS q1;");
      trial.refused(Code.FILE_EXISTS, "EXPORT q1 TO 'mine.csv';");
      trial.refused(Code.FILE_EXISTS, "SAVE MODEL q1 TO 'mine.json';");
      assertThat(Files.readString(folder.resolve("mine.csv"))).isEqualTo("mine");
      assertThat(Files.readString(folder.resolve("mine.json"))).isEqualTo("mine");
      trial.refused(Code.FILE_FORMAT, "EXPORT q1 TO 'mine.docx';");
      trial.refused(Code.FILE_UNWRITABLE, "EXPORT q1 TO 'no/such/folder/x.csv';");
      trial.refused(Code.FILE_UNWRITABLE, "SAVE MODEL q1 TO 'no/such/folder/x.json';");
      trial.refused(Code.FILE_UNWRITABLE, "PLOT q1 AS sizes TO 'no/such/folder/x.html';");
      trial.run("EXPORT q1 TO 'mine.csv' OVERWRITE; SAVE MODEL q1 TO 'mine.json' OVERWRITE;");
      assertThat(Files.readString(folder.resolve("mine.csv"))).startsWith("id,");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("mine.csv", "mine.json", "mine.html");
    }
  }
}
