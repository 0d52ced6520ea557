package org.segql.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segql.catalog.Reading;
import org.segql.catalog.Type;
import org.segql.plan.Command;
import org.segql.plan.Location;
import org.segql.plan.OptionValue;
import org.segql.session.Options;
import org.segql.session.Session;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/// Programs read every kind of source with the same values as the engine.
class JavaSourcesTest {
  @TempDir static Path folder;

  private static final String ROWS =
      "id,spend,town,day,member\n"
          + "1,12.5,Köln,2026-01-31,true\n"
          + "2,,Ulm,2026-02-28,false\n"
          + "3,30.25,,2026-03-31,true\n"
          + "4,41,\"Ulm, Donau\",,\n"
          + "5,52.75,Köln,2026-05-31,false\n";

  private static final List<String> LOADS =
      List.of(
          "LOAD t FROM 'plain.csv'",
          "LOAD t FROM 'west.csv'",
          "LOAD t FROM 'packed.csv.gz'",
          "LOAD t FROM 'tabs.tsv'",
          "LOAD t FROM 'part-*.csv'",
          "LOAD t FROM 'blanks.txt' WITH (delimiter = blanks, header = FALSE, names = (id, spend,"
              + " day), types = (id = TEXT, day = DATE('yyyyMMdd')))",
          "LOAD t FROM 'fixed.txt' WITH (widths = (3, 6, 8), header = FALSE, names = (id, spend,"
              + " town))",
          "LOAD t FROM 'odd.csv' WITH (skip = 1, nulls = ('NA', '-'), names = (id, spend, town,"
              + " day, member), types = (member = BOOLEAN))",
          "LOAD t FROM 'plain.csv' WITH (names = clean, types = (id = TEXT))",
          "LOAD t FROM 'rows.json'",
          "LOAD t FROM 'lines.ndjson'",
          "LOAD t FROM 'rows.parquet'",
          "LOAD t FROM 'book.xlsx'",
          "LOAD t FROM 'rows.duckdb'",
          "LOAD t FROM 'rows.sqlite'",
          "LOAD t FROM 'jdbc:sqlite:%s' QUERY 'select id, spend, town from t where id > 1'");

  private static Session session;
  private static Programs programs;

  static Stream<String> loads() {
    return LOADS.stream();
  }

  private static String load(String load) {
    return load.replace("%s", folder.resolve("rows.sqlite").toString());
  }

  @BeforeAll
  static void files() throws Exception {
    Files.writeString(folder.resolve("plain.csv"), ROWS);
    Files.write(
        folder.resolve("west.csv"),
        ROWS.replace("\"Ulm, Donau\"", "Ulm")
            .replace(',', ';')
            .replace('.', ',')
            .replaceAll("(\\d{4})-(\\d\\d)-(\\d\\d)", "$3.$2.$1")
            .getBytes(Charset.forName("windows-1252")));
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.csv.gz")))) {
      out.write(ROWS.getBytes("UTF-8"));
    }
    Files.writeString(
        folder.resolve("tabs.tsv"),
        "\ufeff" + ROWS.replace("\"Ulm, Donau\"", "Ulm").replace(',', '\t'));
    Files.writeString(folder.resolve("part-1.csv"), ROWS);
    Files.writeString(folder.resolve("part-2.csv"), ROWS.replace("Köln", "Bonn"));
    Files.writeString(
        folder.resolve("blanks.txt"),
        "  001 12.5   20260131\n 002  7   20260228\n003 9.25 20260331\n");
    Files.writeString(
        folder.resolve("fixed.txt"), "001  12.5Ulm     \n002   7.0Bonn    \n003 19.25        \n");
    Files.writeString(
        folder.resolve("odd.csv"),
        "made by hand\n"
            + "a,b,c,d,e\n"
            + "1,NA,Ulm,31/12/2025,yes\n"
            + "2,3.5,-,01/02/2026,no\n"
            + "3,4.5,Bonn,-,-\n");
    Files.writeString(
        folder.resolve("rows.json"),
        "[{\"id\":1,\"spend\":2.5,\"town\":\"Ulm\",\"day\":\"2026-01-31\",\"member\":true},{\"id\":2,\"spend\":null,\"town\":null,\"day\":\"2026-02-28\",\"member\":null},{\"id\":3,\"spend\":7}]");
    Files.writeString(
        folder.resolve("lines.ndjson"),
        "{\"id\":1,\"spend\":2.5}\n{\"id\":2,\"spend\":4}\n{\"id\":3}\n");
    session = Session.open(Options.DEFAULT.in(folder));
    session
        .run("LOAD t FROM 'plain.csv'; EXPORT t TO 'rows.parquet'; EXPORT t TO 'book.xlsx';")
        .orThrow();
    database("jdbc:duckdb:" + folder.resolve("rows.duckdb"), "DATE", "TIMESTAMP");
    database("jdbc:sqlite:" + folder.resolve("rows.sqlite"), "TEXT", "TEXT");
    programs = new Programs(Files.createDirectory(folder.resolve("classes")));
    for (String load : LOADS) {
      session.run(load(load) + ";").orThrow();
      programs.add(session, "SEGMENT t USING rules('High' WHEN spend > 10, OTHERWISE 'Low') AS s;");
    }
    programs.compile();
  }

  private static void database(String url, String date, String moment) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t (id INTEGER, spend DOUBLE, town VARCHAR(20), day "
              + date
              + ", seen "
              + moment
              + ")");
      statement.execute(
          "INSERT INTO t VALUES (1, 12.5, 'Köln', '2026-01-31', '2026-01-31 10:30:00'), (2, NULL,"
              + " NULL, NULL, NULL), (3, 30.25, 'Ulm', '2026-03-31', '2026-03-31 00:00:00')");
    }
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @ParameterizedTest
  @MethodSource("loads")
  void readsWhatTheEngineReads(String load) throws Exception {
    int program = LOADS.indexOf(load);
    session
        .run(load(load) + "; SEGMENT t USING rules('High' WHEN spend > 10, OTHERWISE 'Low') AS s;")
        .orThrow();
    Table ours = session.table("s");
    Path out = folder.resolve("out" + program + ".csv");
    programs.run(program, out.toString());
    Table theirs =
        Table.read()
            .usingOptions(
                CsvReadOptions.builder(out.toFile()).columnTypes(name -> ColumnType.STRING));
    assertThat(theirs.rowCount()).isEqualTo(ours.rowCount());
    for (String column : session.table("t").columnNames()) {
      assertThat(texts(theirs, column))
          .as(column + "\n" + programs.text(program))
          .isEqualTo(texts(ours, column));
    }
    assertThat(texts(theirs, "segment")).isEqualTo(texts(ours, "segment"));
  }

  private static String[] texts(Table table, String column) {
    var c = table.column(column);
    String[] out = new String[c.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = c.isMissing(i) ? "" : c.getString(i).replaceAll("\\.0$", "");
    }
    return out;
  }

  @Test
  void secretsAreLookedUpWhenTheProgramRuns() {
    var options =
        Map.<String, OptionValue>of(
            "user", new OptionValue.Scalar("ada"),
            "password", new OptionValue.Secret("PW"),
            "token", new OptionValue.Scalar("hunter2"));
    var secret = new Location("", "DATABASE", null);
    var written = new Location("jdbc:postgresql://ada:hunter3@host/crm", null, null);
    String first = load(secret, "jdbc:postgresql://host/hidden", options);
    String second = load(written, written.text(), Map.of());
    assertThat(first)
        .contains("System.getenv(\"DATABASE\")", "System.getenv(\"PW\")", "\"ada\"")
        .contains("System.getenv(\"TOKEN\")")
        .doesNotContain("hidden")
        .doesNotContain("hunter2");
    assertThat(second).contains("//host/crm".substring(6)).doesNotContain("hunter3");
  }

  private static String load(Location location, String url, Map<String, OptionValue> options) {
    var lines = new Lines(Set.of());
    var fields = List.of(new Reading.Field("id", Type.NUMBER, true, "", false));
    new JavaLoad(lines, new Command.Load("crm", location, null, options))
        .write(new Reading.Query(url, "select * from t", fields));
    return lines.toString();
  }

  @Test
  void hostileNamesStayTexts() throws Exception {
    Files.writeString(
        folder.resolve("hostile.csv"),
        "\"a\"\"; System.exit(1); //\",b\\u0022,\"*/ class\",int,ölçü,\"two\n"
            + "lines\"\n"
            + "1,2,x,4,5,6\n"
            + "3,4,y,5,6,7\n"
            + "5,6,z,7,8,9\n");
    Files.createDirectories(folder.resolve("it's a \"folder\""));
    try (var other = Session.open(Options.DEFAULT.in(folder))) {
      other
          .run(
              "LOAD `class` FROM 'hostile.csv'; TABLE `public static */ \\u000a` AS FROM `class`"
                  + " DERIVE `null` = int + 1;")
          .orThrow();
      String columns =
          other.table("class").columnNames().stream()
              .filter(c -> !c.startsWith("*/") && !c.contains("\n"))
              .map(c -> "`" + c.replace("`", "``") + "`")
              .reduce((a, b) -> a + ", " + b)
              .orElseThrow();
      var hostile = new Programs(Files.createDirectory(folder.resolve("hostile")));
      hostile.add(
          other,
          "SEGMENT `class` BY "
              + columns
              + " USING quantiles(2) NAME 1 AS 'it''s \\ \"quoted\" */'");
      hostile.add(
          other,
          "SEGMENT `public static */ \\u000a` BY `null` USING rules('*/ \\u000a }' WHEN int > 4,"
              + " OTHERWISE '\"')");
      hostile.compile();
      hostile.run(0);
      hostile.run(1);
    }
  }
}
