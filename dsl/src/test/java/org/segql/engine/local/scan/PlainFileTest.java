package org.segql.engine.local.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import tech.tablesaw.api.DoubleColumn;

/// Small plain files are read without DuckDB, and must give what it gives.
class PlainFileTest {
  private static final List<List<String>> KINDS =
      List.of(
          List.of("0", "1", "-1", "17", "120"),
          List.of("2024-01-31", "1999-12-01", "2000-02-29", "2024-02-28"),
          List.of("North", "South", "East", "Übersee", "日本", "it's", "a rather long text of many"),
          List.of("0.5", "-0.25", "3", "1234567.891", "0.1", "-0", "0.30000000000000004"),
          List.of("9007199254740991", "123456789012345", "0.123456789012345678", "99999.99999"),
          List.of("9007199254740993", "1", "12345678901234567890"),
          List.of("1e5", "+3", ".5", "5.", "1", "-.5", "1E-3"),
          List.of("007", "8", "1"),
          List.of("1_000", "0x1F", "7"),
          List.of("true", "False", "TRUE", "false"),
          List.of("true", "t", "yes"),
          List.of("2023-02-29", "2024-01-31"),
          List.of("2024-1-3", "2024-01-31"),
          List.of("2024-01-31 10:20:30", "2024-02-01 00:00:00"),
          List.of("31/01/2024", "01/02/2024"),
          List.of("0000-01-01", "1200-05-05"),
          List.of("nan", "1", "2"),
          List.of("inf", "Infinity", "-inf"),
          List.of("nan", "name", "info"),
          List.of("n/a", "1", "2", "3", "4", "5", "6", "7"),
          List.of("n/a", "x1", "2", "y3"),
          List.of("1,5", "2,25", "3"),
          List.of("1,000", "2,000,000"),
          List.of(" 1", "2 ", "3"),
          List.of("a ", " b", "c", "   ", "\u00a0"),
          List.of("-", "--", "x-y", "#1", "100%", "€5", "$5"),
          List.of("a\nb", "c", "d"),
          List.of("say \"hi\"", "c", "d"),
          List.of("\t", "1"),
          List.of(""));

  @TempDir Path folder;

  @Test
  void givesWhatDuckDbGives() throws IOException {
    var random = new Random(1);
    int plain = 0;
    for (int i = 0; i < 200; i++) {
      Path file = folder.resolve("t" + i + ".csv");
      Files.writeString(file, random(random));
      plain += compare(file);
    }
    assertThat(plain).isGreaterThan(30);
  }

  @Test
  void readsSamplesWithoutDuckDb() throws IOException {
    String text = "id,day,member,region\r\n1,2024-02-29,true,North\r\n2,,false,\"South, far\"\r\n";
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    assertThat(open(file)).isInstanceOf(PlainFile.class);
    assertThat(compare(file)).isOne();
    Path marked = Files.writeString(folder.resolve("b.csv"), "\ufeff" + text);
    assertThat(compare(marked)).isOne();
    Path packed = folder.resolve("c.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(compare(packed)).isOne();
    Path semicolons = Files.writeString(folder.resolve("d.csv"), "a;b\nx;1\ny;2");
    assertThat(compare(semicolons)).isOne();
  }

  @Test
  void everyDay() throws IOException {
    var text = new StringBuilder("day,x\n");
    java.time.LocalDate.of(1895, 12, 1)
        .datesUntil(java.time.LocalDate.of(2105, 3, 2))
        .forEach(d -> text.append(d).append(",1\n"));
    assertThat(compare(Files.writeString(folder.resolve("days.csv"), text))).isOne();
  }

  @Test
  void manyTexts() throws IOException {
    var text = new StringBuilder("id,x\n");
    for (int i = 0; i < 70_000; i++) {
      text.append("customer ").append(i * 7919 % 69_000).append(",1\n");
    }
    assertThat(compare(Files.writeString(folder.resolve("texts.csv"), text))).isOne();
  }

  private static String random(Random random) {
    int columns = 2 + random.nextInt(4);
    int rows = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(40);
    String lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
    double empty = random.nextInt(3) * 0.2;
    List<List<String>> kinds = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      List<String> kind = KINDS.get(random.nextInt(random.nextBoolean() ? 3 : KINDS.size()));
      kinds.add(random.nextInt(8) == 0 ? mixed(kind, random) : kind);
    }
    var text = new StringBuilder();
    for (int j = 0; j < columns; j++) {
      text.append(j == 0 ? "" : ",").append("name").append(j);
    }
    text.append(lineEnd);
    boolean quoting = random.nextInt(3) == 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        List<String> kind = kinds.get(j);
        String value = random.nextDouble() < empty ? "" : kind.get(random.nextInt(kind.size()));
        text.append(j == 0 ? "" : ",").append(written(value, quoting && random.nextBoolean()));
      }
      boolean ragged = random.nextInt(2_000) == 0;
      text.append(ragged ? "," : "").append(random.nextInt(1_000) == 0 ? "\n\n" : lineEnd);
    }
    boolean cut = random.nextInt(5) == 0 && text.length() > 2;
    return cut ? text.substring(0, text.length() - lineEnd.length()) : text.toString();
  }

  private static List<String> mixed(List<String> kind, Random random) {
    var both = new ArrayList<>(kind);
    both.addAll(KINDS.get(random.nextInt(KINDS.size())));
    return both;
  }

  private static String written(String value, boolean quoted) {
    boolean needed = value.contains(",") || value.contains("\"") || value.contains("\n");
    return quoted || needed ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }

  /// @return 1 where the file was read without DuckDB
  private static int compare(Path file) {
    String expected;
    try {
      expected = shown(openByDuckDb(file));
    } catch (SegqlException e) {
      expected = "error " + e.diagnostics();
    }
    TableSource source;
    try {
      source = open(file);
    } catch (SegqlException e) {
      assertThat("error " + e.diagnostics()).isEqualTo(expected);
      return 0;
    }
    assertThat(shown(source)).as(() -> text(file)).isEqualTo(expected);
    return source instanceof PlainFile ? 1 : 0;
  }

  private static String text(Path file) {
    try {
      return Files.size(file) > 10_000 ? file.toString() : Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static TableSource open(Path file) {
    return Sources.open(spec(file), Progress.NONE);
  }

  private static TableSource openByDuckDb(Path file) {
    var spec = spec(file);
    return Delimited.openByDuckDb(spec, FileSet.find(spec.location(), null), Progress.NONE);
  }

  private static SourceSpec spec(Path file) {
    return new SourceSpec(file.toString());
  }

  private static String shown(TableSource source) {
    var frame = source.read(source.schema().names(), Progress.NONE);
    String columns =
        frame.table().columns().stream()
            .map(
                c ->
                    c.name()
                        + c.type()
                        + (c instanceof DoubleColumn d
                            ? bits(d)
                            : List.of(c.asStringColumn().asObjectArray())))
            .collect(Collectors.joining("\n"));
    return source.schema()
        + " "
        + source.rowCount()
        + columns
        + source.takeFindings()
        + source.reading();
  }

  private static String bits(DoubleColumn column) {
    return Arrays.stream(column.asDoubleArray())
        .mapToObj(v -> Long.toHexString(Double.doubleToLongBits(v)))
        .collect(Collectors.joining(","));
  }
}
