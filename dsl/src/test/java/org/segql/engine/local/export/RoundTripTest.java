package org.segql.engine.local.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.Columns;
import org.segql.engine.local.Frame;
import org.segql.engine.local.scan.LoadOptions;
import org.segql.engine.local.scan.SourceSpec;
import org.segql.engine.local.scan.Sources;
import org.segql.engine.local.scan.TableSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RoundTripTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t.csv",
        "t.tsv",
        "t.csv.gz",
        "t.json",
        "t.ndjson",
        "t.ndjson.gz",
        "t.json.gz",
        "t.parquet",
        "t.xlsx"
      })
  void everyTypeComesBack(String name) {
    Frame frame = everyType();
    var written = Exports.write(frame, target(name), Progress.NONE);
    assertThat(written.rows()).isEqualTo(4);
    var source = open(name, LoadOptions.NONE);
    assertThat(source.schema()).isEqualTo(frame.schema());
    assertThat(cells(source.read(source.schema().names(), Progress.NONE))).isEqualTo(cells(frame));
    assertThat(filesIn(folder)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.csv", "t.tsv", "t.json", "t.parquet", "t.xlsx"})
  void aTableWithoutRowsKeepsItsColumns(String name) {
    Frame frame = everyType();
    Frame empty = new Frame(frame.schema(), frame.table().emptyCopy());
    Exports.write(empty, target(name), Progress.NONE);
    if (!name.endsWith("json")) {
      var source = open(name, LoadOptions.NONE);
      assertThat(source.schema().names()).isEqualTo(frame.schema().names());
      assertThat(source.read(source.schema().names(), Progress.NONE).rowCount()).isZero();
      assertThat(source.takeFindings()).extracting(Diagnostic::code).contains(Code.NO_ROWS);
    }
  }

  @Test
  void sqlite() throws SQLException {
    Path file = folder.resolve("t.sqlite");
    String url = "jdbc:sqlite:" + file;
    Frame frame = everyType();
    database(url, LoadOptions.NONE.connection(), frame);
    var source = open("t.sqlite", LoadOptions.NONE);
    assertThat(source.schema()).isEqualTo(frame.schema());
    assertThat(cells(source.read(frame.schema().names(), Progress.NONE))).isEqualTo(cells(frame));
  }

  @Test
  void aDatabaseInAFileLiesBesideTheScript() {
    var options = ExportTarget.ExportOptions.NONE.table("t");
    for (String url : List.of("jdbc:sqlite:beside.db", "jdbc:duckdb:beside.duckdb")) {
      Exports.write(everyType(), new ExportTarget(url, options, false, folder), Progress.NONE);
      var read =
          new SourceSpec(url, Optional.of("select count(*) as n from t"), LoadOptions.NONE, folder);
      var rows = Sources.open(read, Progress.NONE).read(List.of("n"), Progress.NONE);
      assertThat(rows.table().doubleColumn(0).get(0)).isEqualTo(everyType().rowCount());
    }
    assertThat(folder.resolve("beside.db")).exists();
    assertThat(folder.resolve("beside.duckdb")).exists();
  }

  @Test
  void duckDbFile() throws SQLException {
    Path file = folder.resolve("t.duckdb");
    database("jdbc:duckdb:" + file, LoadOptions.NONE.connection(), everyType());
    var source = open("t.duckdb", LoadOptions.NONE);
    assertThat(source.schema()).isEqualTo(everyType().schema());
    assertThat(cells(source.read(source.schema().names(), Progress.NONE)))
        .isEqualTo(cells(everyType()));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE other AS SELECT 1 AS x");
    }
    assertThat(failure(() -> open("t.duckdb", LoadOptions.NONE)).code())
        .isEqualTo(Code.SOURCE_TABLE);
    var chosen = open("t.duckdb", new LoadOptions.Builder().table("other").build());
    assertThat(chosen.schema().names()).containsExactly("x");
  }

  @Test
  void postgres() throws SQLException {
    String url = System.getenv("SEGQL_TEST_POSTGRES_URL");
    if (url == null) {
      System.out.println("skipped: SEGQL_TEST_POSTGRES_URL is not set");
      Assumptions.abort("SEGQL_TEST_POSTGRES_URL is not set");
    }
    var options = new LoadOptions.Builder().table("segql_round_trip");
    String user = System.getenv("SEGQL_TEST_POSTGRES_USER");
    String password = System.getenv("SEGQL_TEST_POSTGRES_PASSWORD");
    if (user != null) {
      options.connection("user", user);
    }
    if (password != null) {
      options.connection("password", password);
    }
    LoadOptions ready = options.build();
    Frame frame = everyType();
    database(url, ready.connection(), frame);
    var source = Sources.open(new SourceSpec(url, ready), Progress.NONE);
    assertThat(source.schema()).isEqualTo(frame.schema());
    assertThat(cells(source.read(frame.schema().names(), Progress.NONE))).isEqualTo(cells(frame));
    var query =
        new SourceSpec(
            url,
            Optional.of("select 12345678901234567890 as id, 'a'::text as t, now() as at;"),
            ready,
            null);
    var broken = Sources.open(query, Progress.NONE);
    assertThat(failure(() -> broken.read(List.of("id"), Progress.NONE)).code())
        .isEqualTo(Code.INEXACT_NUMBERS);
    var wrong =
        new LoadOptions.Builder()
            .connection("user", "nobody_here")
            .connection("password", "s3cret-pw")
            .build();
    assertThat(failure(() -> Sources.open(new SourceSpec(url, wrong), Progress.NONE)).toString())
        .doesNotContain("s3cret-pw");
    var syntax = new SourceSpec(url, Optional.of("selec 1"), ready, null);
    assertThat(failure(() -> Sources.open(syntax, Progress.NONE)).message()).contains("selec");
    try (Connection connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE segql_round_trip");
    }
  }

  /// Writes a table, is refused to write it again, replaces it.
  private static void database(String url, LoadOptions.Connection connection, Frame frame) {
    var options = ExportTarget.ExportOptions.NONE.connection(connection);
    assertThat(
            failure(
                    () ->
                        Exports.write(
                            frame, new ExportTarget(url, options, false, null), Progress.NONE))
                .code())
        .isEqualTo(Code.SOURCE_TABLE);
    var target = new ExportTarget(url, options.table("segql_round_trip"), true, null);
    Exports.write(frame, target, Progress.NONE);
    var again = new ExportTarget(url, options.table("segql_round_trip"), false, null);
    assertThat(failure(() -> Exports.write(frame, again, Progress.NONE)).code())
        .isEqualTo(Code.FILE_EXISTS);
    Exports.write(frame, target, Progress.NONE);
  }

  @Test
  void nothingIsReplacedUnasked() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "kept");
    Diagnostic refused = failure(() -> Exports.write(everyType(), target("t.csv"), Progress.NONE));
    assertThat(refused.code()).isEqualTo(Code.FILE_EXISTS);
    assertThat(refused.hints()).first().asString().contains("OVERWRITE");
    assertThat(folder.resolve("t.csv")).hasContent("kept");
    Exports.write(everyType(), target("t.csv").replacing(), Progress.NONE);
    assertThat(Files.readString(folder.resolve("t.csv"))).startsWith("amount,");
    assertThat(
            failure(() -> Exports.write(everyType(), target("no/t.csv"), Progress.NONE)).message())
        .contains("no folder");
    assertThat(failure(() -> Exports.write(everyType(), target("t.doc"), Progress.NONE)).code())
        .isEqualTo(Code.FILE_FORMAT);
  }

  @Test
  void aFailureLeavesNothing() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "kept");
    var stopped = new Stopped();
    assertThat(
            failure(() -> Exports.write(everyType(), target("t.csv").replacing(), stopped)).code())
        .isEqualTo(Code.CANCELLED);
    assertThat(folder.resolve("t.csv")).hasContent("kept");
    assertThat(filesIn(folder)).containsExactly("t.csv");
  }

  @Test
  void formulasAreDefusedInCsvOnly() throws IOException {
    var texts =
        StringColumn.create(
            "note", "=1+1", "@SUM(A1)", "+49 171 234", "-", "-2+cmd|' /C calc'!A0", "a=b");
    var frame =
        new Frame(new Schema(List.of(new ColumnInfo("note", Type.TEXT))), Table.create(texts));
    var written = Exports.write(frame, target("t.csv"), Progress.NONE);
    assertThat(written.findings())
        .extracting(Diagnostic::code)
        .containsExactly(Code.VALUES_CHANGED);
    assertThat(Files.readAllLines(folder.resolve("t.csv")))
        .containsExactly(
            "note", "'=1+1", "'@SUM(A1)", "+49 171 234", "-", "'-2+cmd|' /C calc'!A0", "a=b");
    Exports.write(frame, target("t.xlsx"), Progress.NONE);
    var source = open("t.xlsx", LoadOptions.NONE);
    assertThat(cells(source.read(List.of("note"), Progress.NONE))).isEqualTo(cells(frame));
  }

  /// Every type, a NULL in each column, texts that need care.
  private static Frame everyType() {
    double[] numbers = {1, -0.1, Double.NaN, 123456789.125};
    var schema =
        new Schema(
            List.of(
                new ColumnInfo("amount", Type.NUMBER),
                new ColumnInfo("a \"text\", with all", Type.TEXT),
                new ColumnInfo("yes", Type.BOOLEAN),
                new ColumnInfo("day", Type.DATE),
                new ColumnInfo("at", Type.DATETIME)));
    var table =
        Table.create(
            Columns.numbers("amount", numbers),
            StringColumn.create(
                "a \"text\", with all",
                "Zoë, \"x\"",
                "",
                "two\nlines",
                "tab\tand; semicolon of some length"),
            Columns.booleans("yes", new byte[] {1, 0, -128, 1}),
            DateColumn.create(
                "day",
                LocalDate.of(2026, 1, 31),
                LocalDate.of(1899, 12, 1),
                LocalDate.of(2000, 2, 29),
                null),
            DateTimeColumn.create(
                "at",
                null,
                LocalDateTime.of(2026, 1, 31, 10, 30),
                LocalDateTime.of(1999, 12, 31, 23, 59, 59),
                LocalDateTime.of(2000, 1, 1, 0, 0, 1)));
    return new Frame(schema, table);
  }

  static List<List<String>> cells(Frame frame) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < frame.rowCount(); i++) {
      List<String> row = new ArrayList<>();
      for (var column : frame.table().columns()) {
        row.add(column.isMissing(i) ? null : String.valueOf(column.get(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private ExportTarget target(String name) {
    return new ExportTarget(name, ExportTarget.ExportOptions.NONE, false, folder);
  }

  private TableSource open(String name, LoadOptions options) {
    return Sources.open(new SourceSpec(name, Optional.empty(), options, folder), Progress.NONE);
  }

  private static List<String> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Diagnostic failure(ThrowableAssert.ThrowingCallable call) {
    SegqlException thrown = catchThrowableOfType(SegqlException.class, call);
    assertThat(thrown).isNotNull();
    return thrown.diagnostics().getFirst();
  }

  private static final class Stopped implements Progress {
    @Override
    public void report(String phase, double fraction) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}
