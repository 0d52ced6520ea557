package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;

/// Files that cannot be read or written, or hold what their beginning does not show.
class BadFilesTest extends InFolder {
  @BeforeEach
  void bind() {
    trial.session().bind("customers", Customers.table(80));
  }

  /// Holds a DuckDB file open for writing until it is told to end.
  public static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      try (var connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
        connection.createStatement().execute("CREATE TABLE t AS SELECT 1 AS a");
        System.out.println("open");
        while (System.in.read() >= 0) {
          // until the other end is closed
        }
      }
    }
  }

  @Test
  void aDuckDbFileThatAnotherProgramWrites() throws Exception {
    Path file = folder.resolve("busy.duckdb");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = writer.inputReader()) {
      assertThat(out.lines().anyMatch("open"::equals)).isTrue();
      Diagnostic said = trial.refused(Code.FILE_UNREADABLE, "LOAD t FROM 'busy.duckdb';");
      assertThat(said.message())
          .isEqualTo("`busy.duckdb` is open in another program that writes to it.");
      assertThat(said.hints()).containsExactly("Close it there, or load a copy.");
    } finally {
      writer.getOutputStream().close();
      assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    trial.run("LOAD t FROM 'busy.duckdb'; SHOW t;");
  }

  /// What cannot be read even by root: its own memory, from where nothing is.
  @Test
  void aFileWhoseReadingFails() {
    Path memory = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(memory), "there is no /proc/self/mem");
    trial.refused(Code.FILE_UNREADABLE, "LOAD t FROM '/proc/self/mem';");
  }

  @Test
  void fieldsOfFixedWidth() throws IOException {
    var text = new StringBuilder();
    IntStream.range(0, 50)
        .forEach(
            i ->
                text.append(
                    String.format(Locale.ROOT, "%05d%-10s%8.2f%n", i, "Näme " + i, i * 1.5)));
    Files.writeString(folder.resolve("fixed.txt"), text);
    trial.run(
        "LOAD f FROM 'fixed.txt' WITH (widths = (5, 10, 8), header = FALSE, names = (id, name,"
            + " v));");
    assertThat(trial.session().table("f").stringColumn("id").get(7)).isEqualTo("00007");
    assertThat(trial.session().table("f").stringColumn("name").get(7)).isEqualTo("Näme 7");
    assertThat(trial.numbers("f", "v")[7]).isEqualTo(10.5);
    var refusals =
        Map.of(
            "(5, 0)", Code.LOAD_OPTION,
            "(-1)", Code.WRONG_ARGUMENT,
            "(2.5)", Code.WRONG_ARGUMENT,
            "('x')", Code.WRONG_ARGUMENT);
    refusals.forEach(
        (bad, code) -> trial.refused(code, "LOAD f FROM 'fixed.txt' WITH (widths = " + bad + ");"));
  }

  @Test
  void leadingZerosBelowWhatIsLookedAt() throws IOException {
    var text = new StringBuilder("n,postcode,text\n");
    for (int i = 0; i < 1_600_000; i++) {
      text.append(i)
          .append(',')
          .append(10_000 + i % 80_000)
          .append(",0")
          .append(i % 9)
          .append('\n');
    }
    Files.writeString(folder.resolve("plain.csv"), text);
    trial.run("LOAD p FROM 'plain.csv'; SHOW FROM p WHERE postcode < 10001 LIMIT 2;");
    for (String row :
        List.of(
            "7,01067,00",
            "7, 01067,00",
            "7,-01067,00",
            "7,\"01067\",00",
            "7,10000,5\" disk\n8,01067,0")) {
      Files.writeString(folder.resolve("zeros.csv"), text + row + "\n");
      Diagnostic said =
          trial.refused(
              Code.VALUES_UNEXPECTED,
              "LOAD z FROM 'zeros.csv'; SHOW FROM z WHERE postcode < 10001;");
      assertThat(said.toString()).as(row).contains("postcode = TEXT");
    }
    trial.run("LOAD z FROM 'zeros.csv'; SHOW FROM z WHERE n < 3 SELECT n LIMIT 2;");
    trial.run("LOAD z FROM 'zeros.csv' WITH (types = (postcode = TEXT)); SHOW z LIMIT 2;");
    String last = "SHOW FROM z WHERE postcode = '01067';";
    assertThat(trial.table(last).rowCount()).isEqualTo(1);
    trial.run(
        "LOAD z FROM 'zeros.csv' WITH (types = (postcode = NUMBER)); SHOW FROM z WHERE postcode ="
            + " 1067;");
  }

  /// A small file system that is full, where one can be mounted.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPORT customers TO 'full/x.csv' OVERWRITE;",
        "EXPORT customers TO 'full/x.json';",
        "EXPORT customers TO 'full/x.xlsx';",
        "EXPORT customers TO 'full/x.parquet';",
        "SAVE MODEL q1 TO 'full/q1.segql.json';",
        "PLOT customers AS histogram(age) TO 'full/x.html';",
        "PLOT customers AS histogram(age) TO 'full/x.png';",
        "PLOT customers AS histogram(age) TO 'full/x.svg';",
      })
  void aDiskThatIsFull(String statement) throws Exception {
    Path full = folder.resolve("full");
    Files.createDirectory(full);
    assumeTrue(mounted(full), "a small file system can be mounted by root alone");
    try {
      Files.write(full.resolve("filler"), new byte[16 * 1024 - 4096]);
      Files.writeString(full.resolve("kept.csv"), "old\n", StandardCharsets.UTF_8);
      trial.session().bind("customers", Customers.table(4_000));
      trial.run("SEGMENT customers ID id BY age, income USING dbscan() AS q1;");
      assertThat(trial.refused(Code.FILE_UNWRITABLE, statement).message())
          .endsWith(": No space left on device.");
      try (Stream<Path> left = Files.list(full)) {
        assertThat(left.map(f -> f.getFileName().toString()))
            .containsExactlyInAnyOrder("filler", "kept.csv");
      }
    } finally {
      new ProcessBuilder("umount", full.toString()).start().waitFor();
    }
  }

  private static boolean mounted(Path at) throws Exception {
    try {
      return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", at.toString())
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
