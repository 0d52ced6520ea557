package org.segql.engine.local.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;

/// What stands where a table is meant, and the sentence that it gets.
class BadInputTest {
  @TempDir Path folder;

  @Test
  void aMissingFileNamesThoseThatAreNear() throws IOException {
    write("customers.csv", "a\n1\n");
    Diagnostic said = failure("custmers.csv");
    assertThat(said.code()).isEqualTo(Code.FILE_NOT_FOUND);
    assertThat(said.message()).isEqualTo("There is no file `custmers.csv`.");
    assertThat(said.hints()).containsExactly("Did you mean `customers.csv`?");
    assertThat(failure("zzzzzzzzzz").hints().getFirst()).contains("holds `customers.csv`");
    assertThat(failure("no/such.csv").hints().getFirst()).contains("There is no folder");
    assertThat(failure("order-*.csv").message()).isEqualTo("No file matches `order-*.csv`.");
    assertThat(failure("https://example.org/x.csv").hints())
        .first()
        .asString()
        .contains("Download");
    assertThat(failure("a\0b").code()).isEqualTo(Code.FILE_NOT_FOUND);
  }

  @Test
  void aFolder() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Diagnostic said = failure("data");
    assertThat(said.code()).isEqualTo(Code.NOT_A_FILE);
    assertThat(said.hints().getFirst()).contains("data/*.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\n ", "\ufeff", "\ufeff\n"})
  void anEmptyFile(String text) throws IOException {
    write("t.csv", text);
    assertThat(failure("t.csv").code()).isEqualTo(Code.EMPTY_FILE);
  }

  @Test
  void emptyFilesOfOtherKinds() throws IOException {
    write("t.json", "");
    assertThat(failure("t.json").code()).isEqualTo(Code.EMPTY_FILE);
    write("t.parquet", "PAR1");
    assertThat(failure("t.parquet").code()).isEqualTo(Code.FILE_FORMAT);
    write("t.xlsx", "PK\u0003\u0004nonsense");
    assertThat(failure("t.xlsx").code()).isEqualTo(Code.FILE_FORMAT);
    write("u.json", "{\"a\": 1,");
    assertThat(failure("u.json").code()).isEqualTo(Code.FILE_FORMAT);
    write("v.sqlite", "SQLite format 3\u0000 but no more");
    assertThat(failure("v.sqlite").code()).isEqualTo(Code.DATABASE);
  }

  @Test
  void headerOnly() throws IOException {
    write("t.csv", "id,name\n");
    TableSource source = open("t.csv", LoadOptions.NONE);
    assertThat(source.schema().names()).containsExactly("id", "name");
    assertThat(source.takeFindings()).extracting(Diagnostic::code).containsExactly(Code.NO_ROWS);
    assertThat(source.read(List.of("id"), Progress.NONE).rowCount()).isZero();
  }

  @Test
  void raggedRows() throws IOException {
    write("t.csv", "a,b,c\n1,2,3\n4,5\n6,7,8\n");
    Diagnostic said = failure("t.csv");
    assertThat(said.code()).isEqualTo(Code.RAGGED_ROW);
    assertThat(said.message())
        .isEqualTo("Line 3 of `t.csv` has 2 fields where 3 are expected: `4,5`.");
    write("u.csv", "a,b\n1,2\n1,2,3\n");
    assertThat(failure("u.csv").message())
        .startsWith("Line 3 of `u.csv` has 3 fields where 2 are expected");
    write("q.csv", "a,b\n1,\"open\n2,x\n");
    assertThat(failure("q.csv").code()).isEqualTo(Code.RAGGED_ROW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.csv", "t.png", "t.json"})
  void binary(String name) throws IOException {
    byte[] bytes = new byte[5000];
    new Random(1).nextBytes(bytes);
    Files.write(folder.resolve(name), bytes);
    assertThat(failure(name).code()).isEqualTo(Code.FILE_FORMAT);
  }

  @Test
  void encodings() throws IOException {
    Files.write(
        folder.resolve("w.csv"),
        "name,n\nZoë,1\nJürgen €,2\n".getBytes(Charset.forName("windows-1252")));
    TableSource western = open("w.csv", LoadOptions.NONE);
    assertThat(western.takeFindings()).extracting(Diagnostic::code).containsExactly(Code.ENCODING);
    assertThat(texts(western, "name")).containsExactly("Zoë", "Jürgen €");
    Files.write(
        folder.resolve("u16.csv"), "\ufeffname,n\nZoë,1\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(texts(open("u16.csv", LoadOptions.NONE), "name")).containsExactly("Zoë");
    Files.write(
        folder.resolve("u16b.csv"), "\ufeffname,n\nZoë,1\n".getBytes(StandardCharsets.UTF_16BE));
    assertThat(texts(open("u16b.csv", LoadOptions.NONE), "name")).containsExactly("Zoë");
    write("bom.csv", "\ufeffname,n\nZoë,1\n");
    assertThat(texts(open("bom.csv", LoadOptions.NONE), "name")).containsExactly("Zoë");
    var options = new LoadOptions.Builder().encoding("utf-8").build();
    assertThat(failure("w.csv", options).code()).isEqualTo(Code.ENCODING);
    assertThat(failure("w.csv", new LoadOptions.Builder().encoding("klingon").build()).code())
        .isEqualTo(Code.LOAD_OPTION);
  }

  /// What a table without a mark looks like in UTF-16, and a mark beside the encoding's name.
  @Test
  void utf16() throws IOException {
    String text = "name,n\nZoë,1\n";
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Files.write(folder.resolve("bare.csv"), text.getBytes(charset));
      TableSource guessed = open("bare.csv", LoadOptions.NONE);
      assertThat(texts(guessed, "name")).containsExactly("Zoë");
      assertThat(guessed.takeFindings())
          .singleElement()
          .satisfies(
              d -> {
                assertThat(d.code()).isEqualTo(Code.ENCODING);
                assertThat(d.message()).contains("read as " + charset.name());
              });
      var named = new LoadOptions.Builder().encoding(charset.name()).build();
      assertThat(texts(open("bare.csv", named), "name")).containsExactly("Zoë");
      Files.write(folder.resolve("marked.csv"), ("\ufeff" + text).getBytes(charset));
      assertThat(open("marked.csv", named).schema().names()).containsExactly("name", "n");
    }
  }

  /// A name promises a kind with types of its own, and the file is a text: that says why a download
  /// failed, as often as not.
  @ParameterizedTest
  @ValueSource(strings = {"parquet", "xlsx", "xls", "duckdb", "sqlite", "pq"})
  void aTextBehindTheNameOfABinaryKind(String ending) throws IOException {
    String name = "t." + ending;
    write(name, "a;b\n1;2\n");
    Diagnostic said = failure(name);
    assertThat(said.code()).isEqualTo(Code.FILE_FORMAT);
    assertThat(said.message()).startsWith("`" + name + "` is not a").endsWith("it begins `a;b`.");
    assertThat(said.hints().getFirst()).contains("delimiter = ','");
    var chosen = new LoadOptions.Builder().delimiter(";").build();
    assertThat(cells(open(name, chosen))).containsExactly(List.of("1.0", "2.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!DOCTYPE html><html><body>Not found</body></html>", "\n<?xml version=\"1.0\"?>"})
  void aPageOfTheWeb(String text) throws IOException {
    write("t.csv", text);
    assertThat(failure("t.csv").code()).isEqualTo(Code.FILE_FORMAT);
    assertThat(failure("t.csv").message()).contains(text.strip().substring(0, 14));
    write("u.csv", "<10,>10\n1,2\n");
    assertThat(open("u.csv", LoadOptions.NONE).schema().names()).containsExactly("<10", ">10");
  }

  @Test
  void anotherKindThanTheNameSaysIsReadAndSaid() throws Exception {
    Path parquet = folder.resolve("p.csv");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("COPY (SELECT 5 AS a) TO '" + parquet + "' (FORMAT parquet)");
      statement.execute("ATTACH '" + folder.resolve("d.xlsx") + "' AS d");
      statement.execute("CREATE TABLE d.t AS SELECT 5 AS a; DETACH d");
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("s.json"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t AS SELECT 5 AS a");
    }
    said("p.csv", "is a Parquet file by what it holds");
    said("d.xlsx", "is a DuckDB file by what it holds");
    said("s.json", "is a SQLite file by what it holds");
    write("g.csv.gz", "a,b\n5,6\n");
    said("g.csv.gz", "is not packed");
    write("j.csv", "[{\"a\": 5, \"b\": 6}]\n");
    assertThat(open("j.csv", LoadOptions.NONE).takeFindings())
        .anySatisfy(d -> assertThat(d.message()).contains("looks like JSON"));
  }

  private void said(String name, String what) {
    TableSource source = open(name, LoadOptions.NONE);
    assertThat(cells(source).getFirst().getFirst()).isEqualTo("5.0");
    assertThat(source.takeFindings())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.code()).isEqualTo(Code.FILE_FORMAT);
              assertThat(d.message()).startsWith("`" + name + "` " + what);
            });
  }

  @Test
  void aPipe() throws Exception {
    Path pipe = folder.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(failure("pipe.csv").code()).isEqualTo(Code.NOT_A_FILE);
  }

  @Test
  void columnNamesAreMadeUnique() throws IOException {
    write("t.csv", "a,a, ,b,a_2\n1,2,3,4,5\n");
    TableSource source = open("t.csv", LoadOptions.NONE);
    assertThat(source.schema().names()).containsExactly("a", "a_3", "column3", "b", "a_2");
    assertThat(source.takeFindings())
        .extracting(Diagnostic::code)
        .containsExactly(Code.COLUMN_NAMES);
    assertThat(cells(source)).containsExactly(List.of("1.0", "2.0", "3.0", "4.0", "5.0"));
  }

  @Test
  void noHeader() throws IOException {
    write("t.csv", "1,Bob,2020-01-01\n2,Ann,2020-01-02\n");
    TableSource source = open("t.csv", LoadOptions.NONE);
    assertThat(source.schema().names()).containsExactly("column1", "column2", "column3");
    assertThat(source.takeFindings())
        .extracting(Diagnostic::code)
        .containsExactly(Code.COLUMN_NAMES);
  }

  @Test
  void tooManyColumns() throws IOException {
    String names =
        IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 10_000).mapToObj(i -> "1").collect(Collectors.joining(","));
    write("t.csv", names + "\n" + row + "\n");
    assertThat(failure("t.csv").message())
        .isEqualTo("`t.csv` has 10,000 columns; 4,096 are the most.");
  }

  @Test
  void aThousandColumns() throws IOException {
    String names = IntStream.range(0, 1000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 1000).mapToObj(i -> "" + i).collect(Collectors.joining(","));
    write("t.csv", names + "\n" + row + "\n");
    TableSource source = open("t.csv", LoadOptions.NONE);
    assertThat(source.read(source.schema().names(), Progress.NONE).table().columnCount())
        .isEqualTo(1000);
  }

  @Test
  void databases() throws Exception {
    assertThat(failure("jdbc:nosuch://h/x?password=geheim").toString())
        .contains("No driver")
        .doesNotContain("geheim");
    Path file = folder.resolve("d.duckdb");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("d.sqlite"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a INTEGER, b TEXT)");
      statement.execute("INSERT INTO t VALUES (1, 'x'), ('many', 'y')");
    }
    TableSource loose = open("d.sqlite", LoadOptions.NONE);
    assertThat(cells(loose)).containsExactly(List.of("1", "x"), List.of("many", "y"));
    var missing = new LoadOptions.Builder().table("u").build();
    assertThat(failure("d.sqlite", missing).hints()).containsExactly("It has `t`.");
    var wrong = new SourceSpec("d.sqlite", Optional.of("SELEC 1"), LoadOptions.NONE, folder);
    assertThat(failure(wrong).message()).contains("syntax error");
    assertThat(failure("jdbc:postgresql://localhost:1/x").message()).contains("cannot be reached");
    assertThat(file).doesNotExist();
  }

  @Test
  void options() throws IOException {
    write("t.csv", "a,b\n1,2\n");
    assertThat(failure("t.csv", new LoadOptions.Builder().names(List.of("x")).build()).code())
        .isEqualTo(Code.LOAD_OPTION);
    Diagnostic unknown =
        failure("t.csv", new LoadOptions.Builder().connection("delimter", ";").build());
    assertThat(unknown.message()).isEqualTo("`delimter` is no option of a file.");
    assertThat(unknown.hints()).containsExactly("Did you mean `delimiter`?");
    assertThat(failure("t.csv", new LoadOptions.Builder().delimiter("::").build()).code())
        .isEqualTo(Code.LOAD_OPTION);
    var type = new LoadOptions.Builder().type("z", new ColumnFormat(Type.TEXT)).build();
    assertThat(failure("t.csv", type).code()).isEqualTo(Code.UNKNOWN_COLUMN);
    var format = new LoadOptions.Builder().type("a", new ColumnFormat(Type.DATE, "QQ")).build();
    assertThat(failure("t.csv", format).code()).isEqualTo(Code.LOAD_OPTION);
    assertThat(failure("t.csv", new LoadOptions.Builder().skip(9).build()).code())
        .isEqualTo(Code.EMPTY_FILE);
  }

  @Test
  void filesOfAGlobMustAgree() throws IOException {
    write("o-1.csv", "a,b\n1,2\n");
    write("o-2.csv", "a,b\n3,4\n");
    assertThat(cells(open("o-*.csv", LoadOptions.NONE)))
        .containsExactly(List.of("1.0", "2.0"), List.of("3.0", "4.0"));
    write("o-3.csv", "a,c\n3,4\n");
    assertThat(failure("o-*.csv").message()).contains("`o-3.csv` has other columns than `o-1.csv`");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private TableSource open(String name, LoadOptions options) {
    return Sources.open(new SourceSpec(name, Optional.empty(), options, folder), Progress.NONE);
  }

  /// What no encoding makes a table.
  @ParameterizedTest
  @ValueSource(strings = {"PK\u0003\u0004 a,b\n1,2\n", "%PDF-1.7 a,b\n1,2\n"})
  void aBinaryFileWithAnEncoding(String text) throws IOException {
    write("t.csv", text);
    var options = new LoadOptions.Builder().encoding("windows-1252").build();
    assertThat(failure("t.csv", options).code()).isEqualTo(Code.FILE_FORMAT);
  }

  /// A secret may be the name of a file, which is known when it is opened.
  @Test
  void aQueryOfAFile() throws Exception {
    write("t.csv", "a\n1\n");
    try (var connection =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("t.duckdb"))) {
      connection.createStatement().execute("CREATE TABLE t AS SELECT 1 AS a");
    }
    Optional<String> query = Optional.of("select a + 1 as b from t; ");
    Diagnostic said = failure(new SourceSpec("t.csv", query, LoadOptions.NONE, folder));
    assertThat(said.code()).isEqualTo(Code.MISPLACED_CLAUSE);
    assertThat(said.message()).isEqualTo("QUERY is for databases, and this is a file.");
    var database = new SourceSpec("t.duckdb", query, LoadOptions.NONE, folder);
    assertThat(cells(Sources.open(database, Progress.NONE))).containsExactly(List.of("2.0"));
    var wrong = new SourceSpec("t.duckdb", Optional.of("selec 1"), LoadOptions.NONE, folder);
    assertThat(failure(wrong).message()).contains("syntax error");
  }

  private Diagnostic failure(String name) {
    return failure(name, LoadOptions.NONE);
  }

  private Diagnostic failure(String name, LoadOptions options) {
    return failure(new SourceSpec(name, Optional.empty(), options, folder));
  }

  private static Diagnostic failure(SourceSpec spec) {
    SegqlException thrown =
        catchThrowableOfType(
            SegqlException.class,
            () -> {
              TableSource source = Sources.open(spec, Progress.NONE);
              source.read(source.schema().names(), Progress.NONE);
            });
    assertThat(thrown).isNotNull();
    return thrown.diagnostics().getFirst();
  }

  private static List<String> texts(TableSource source, String column) {
    return source.read(List.of(column), Progress.NONE).table().stringColumn(column).asList();
  }

  private static List<List<String>> cells(TableSource source) {
    Frame frame = source.read(source.schema().names(), Progress.NONE);
    return IntStream.range(0, frame.rowCount())
        .mapToObj(
            i ->
                frame.table().columns().stream()
                    .map(c -> c.isMissing(i) ? "" : String.valueOf(c.get(i)))
                    .toList())
        .toList();
  }
}
