package org.segql.engine.local.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// The types that values give. A column is written as its values, divided by `|`.
class TypeDetectionTest {
  @TempDir Path folder;

  @Test
  void numbers() throws IOException {
    assertThat(type("1|2|3")).isEqualTo(Type.NUMBER);
    assertThat(type("0|1|1")).isEqualTo(Type.NUMBER);
    assertThat(type("-1.5|+2|.5|5.|1e3|1E-3")).isEqualTo(Type.NUMBER);
    assertThat(values("1| 2 ||  |3")).containsExactly("1.0", "2.0", "", "", "3.0");
    assertThat(type("1_000|2")).isEqualTo(Type.TEXT);
    assertThat(type("0x1F|0x20")).isEqualTo(Type.TEXT);
    assertThat(type("0|0.5|-0.25")).isEqualTo(Type.NUMBER);
  }

  @Test
  void leadingZerosAreText() throws IOException {
    assertThat(values("007|8|123")).containsExactly("007", "8", "123");
    assertThat(type("00.5|1")).isEqualTo(Type.TEXT);
  }

  @Test
  void truthValues() throws IOException {
    assertThat(values("true|FALSE||True")).containsExactly("true", "false", "", "true");
    assertThat(type("yes|no")).isEqualTo(Type.TEXT);
    assertThat(type("t|f")).isEqualTo(Type.TEXT);
    assertThat(type("true|0")).isEqualTo(Type.TEXT);
  }

  @Test
  void inexactWholeNumbersAreText() throws IOException {
    assertThat(type("9007199254740992|1")).isEqualTo(Type.NUMBER);
    assertThat(values("9007199254740993|1")).containsExactly("9007199254740993", "1");
    assertThat(findings("9007199254740993|1"))
        .extracting(Diagnostic::code)
        .containsExactly(Code.INEXACT_NUMBERS);
    assertThat(type("123456789012345678901234567890123456789012345678901234567890|1"))
        .isEqualTo(Type.TEXT);
  }

  @Test
  void notANumberAndInfinityAreNull() throws IOException {
    assertThat(values("1|NaN|inf|-Infinity|2")).containsExactly("1.0", "", "", "", "2.0");
    assertThat(findings("1|NaN|inf|-Infinity|2"))
        .extracting(Diagnostic::message)
        .containsExactly("3 values of `x` are no NUMBER and became NULL.");
    assertThat(type("nan|nan")).isEqualTo(Type.TEXT);
  }

  @Test
  void aFewTextsAmongNumbers() throws IOException {
    String column =
        IntStream.range(0, 97).mapToObj(Integer::toString).collect(Collectors.joining("|"))
            + "|n/a|n/a|it's";
    assertThat(type(column)).isEqualTo(Type.TEXT);
    Diagnostic warning = findings(column).getFirst();
    assertThat(warning.code()).isEqualTo(Code.MIXED_COLUMN);
    assertThat(warning.message())
        .isEqualTo(
            "`x` holds 97 numbers and 3 other values ('n/a', 'it''s' …); it is read as TEXT.");
    assertThat(warning.hints())
        .containsExactly(
            "If those mean missing: `nulls = ('n/a', 'it''s')`; else `NUMBER(x)` makes NULL of"
                + " them.");
    var nulls = new LoadOptions.Builder().nulls(List.of("n/a", "it's")).build();
    assertThat(open(column, nulls).schema().columns().get(1).type()).isEqualTo(Type.NUMBER);
  }

  @Test
  void dates() throws IOException {
    assertThat(values("2026-01-31||2025-12-01")).containsExactly("2026-01-31", "", "2025-12-01");
    assertThat(findings("2026-01-31|2025-12-01")).isEmpty();
    assertThat(values("31/01/2026|01/02/2026")).containsExactly("2026-01-31", "2026-02-01");
    assertThat(values("01/31/2026|02/01/2026")).containsExactly("2026-01-31", "2026-02-01");
    assertThat(values("31.1.2026|1.2.2026")).containsExactly("2026-01-31", "2026-02-01");
    assertThat(values("2026/01/31|2026/2/1")).containsExactly("2026-01-31", "2026-02-01");
    assertThat(values("31-Jan-2026|01-Feb-2026")).containsExactly("2026-01-31", "2026-02-01");
    assertThat(values("31/01/2026 10:30|01/02/2026 00:00"))
        .containsExactly("2026-01-31T10:30", "2026-02-01T00:00");
    assertThat(values("2026-01-31T10:30:00Z|2026-01-31 10:30:00+02:00"))
        .containsExactly("2026-01-31T10:30", "2026-01-31T08:30");
    assertThat(findings("31/01/2026|01/02/2026"))
        .extracting(Diagnostic::message)
        .containsExactly("`x` is read as DATE in the format `dd/MM/yyyy`.");
    assertThat(type("20260131|20260201")).isEqualTo(Type.NUMBER);
    assertThat(type("31/01/26|01/02/26")).isEqualTo(Type.TEXT);
    assertThat(type("32/01/2026|01/13/2026")).isEqualTo(Type.TEXT);
    assertThat(type("1.2.2026.4|1.2.2026.5")).isEqualTo(Type.TEXT);
  }

  @Test
  void datesWithoutADayAboveTwelve() throws IOException {
    assertThat(type("03/04/2026|05/06/2026")).isEqualTo(Type.TEXT);
    Diagnostic warning = findings("03/04/2026|05/06/2026").getFirst();
    assertThat(warning.code()).isEqualTo(Code.AMBIGUOUS_DATE);
    assertThat(warning.hints())
        .first()
        .asString()
        .contains("types = (x = DATE('dd/MM/yyyy'))")
        .contains("DATE('MM/dd/yyyy')");
    var told =
        new LoadOptions.Builder().type("x", new ColumnFormat(Type.DATE, "dd/MM/yyyy")).build();
    assertThat(values(open("03/04/2026|05/06/2026", told)))
        .containsExactly("2026-04-03", "2026-06-05");
  }

  @Test
  void decimalComma() throws IOException {
    assertThat(values("1,5|2|1.234,25")).containsExactly("1.5", "2.0", "1234.25");
    assertThat(findings("1,5|2")).extracting(Diagnostic::code).containsExactly(Code.DECIMAL_COMMA);
    var point = new LoadOptions.Builder().decimal(".").build();
    assertThat(open("1,5|2", point).schema().columns().get(1).type()).isEqualTo(Type.TEXT);
  }

  @Test
  void commasThatMayStandBetweenThousands() throws IOException {
    assertThat(type("1,234|12|3,456")).isEqualTo(Type.TEXT);
    assertThat(findings("1,234|12|3,456"))
        .extracting(Diagnostic::code)
        .containsExactly(Code.AMBIGUOUS_NUMBER);
    assertThat(findings("1,234.50|12|3,456,789"))
        .extracting(Diagnostic::code)
        .containsExactly(Code.AMBIGUOUS_NUMBER);
    assertThat(values("0,125|1,5")).containsExactly("0.125", "1.5");
    var comma = new LoadOptions.Builder().decimal(",").build();
    assertThat(values(open("1,234|12", comma))).containsExactly("1.234", "12.0");
  }

  @Test
  void chosenTypes() throws IOException {
    var number = new LoadOptions.Builder().type("x", new ColumnFormat(Type.NUMBER)).build();
    TableSource source = open("1|b|nan|3", number);
    assertThat(source.takeFindings())
        .extracting(Diagnostic::message)
        .containsExactly("2 values of `x` are no NUMBER and became NULL.");
    assertThat(values(source)).containsExactly("1.0", "", "", "3.0");
    var bool = new LoadOptions.Builder().type("X", new ColumnFormat(Type.BOOLEAN)).build();
    assertThat(values(open("yes|no|1|0", bool))).containsExactly("true", "false", "true", "false");
    var text = new LoadOptions.Builder().type("x", new ColumnFormat(Type.TEXT)).build();
    assertThat(values(open("1|2.50", text))).containsExactly("1", "2.50");
  }

  @Test
  void missingValues() throws IOException {
    assertThat(type("||")).isEqualTo(Type.TEXT);
    var nulls = new LoadOptions.Builder().nulls(List.of("NA", "(blank)")).build();
    assertThat(values(open("1|NA|(blank)|", nulls))).containsExactly("1.0", "", "", "");
    assertThat(values("a| |\t|b ")).containsExactly("a", "", "", "b ");
  }

  @Test
  void longTexts() throws IOException {
    String[] texts = {
      "Zoë Müller-Lüdenscheidt",
      "Zoe Mueller-Luedenscheidt",
      "Zoë Müller-Lüdenscheidt",
      "twelve bytes",
      "thirteen byte",
      "日本語のテキスト",
      "日本語のテキスト"
    };
    assertThat(values(String.join("|", texts))).containsExactly(texts);
    String many =
        IntStream.range(0, 5000)
            .mapToObj(i -> "a customer called " + i % 1500)
            .collect(Collectors.joining("|"));
    assertThat(values(many)).containsExactly(many.split("\\|"));
  }

  /// Values past the first rows of a large file.
  @Test
  void largeFiles() throws IOException {
    int rows = 900_000;
    var text = new StringBuilder("id,x,y,t\n");
    for (int i = 0; i < rows; i++) {
      text.append(i)
          .append(i == rows - 1 ? ",many" : i == 700_000 ? ",inf" : ",2.5")
          .append(i == 800_000 ? ", " : ",3")
          .append(",text ")
          .append(i % 1000)
          .append(" that is long\n");
    }
    Files.writeString(folder.resolve("big.csv"), text);
    TableSource source =
        Sources.open(
            new SourceSpec("big.csv", Optional.empty(), LoadOptions.NONE, folder), Progress.NONE);
    assertThat(source.schema().columns())
        .containsExactly(
            new ColumnInfo("id", Type.NUMBER),
            new ColumnInfo("x", Type.NUMBER),
            new ColumnInfo("y", Type.NUMBER),
            new ColumnInfo("t", Type.TEXT));
    var frame = source.read(List.of("t", "id", "y"), Progress.NONE);
    assertThat(frame.rowCount()).isEqualTo(rows);
    assertThat(frame.table().doubleColumn("id").get(654_321)).isEqualTo(654_321);
    assertThat(frame.table().doubleColumn("y").countMissing()).isEqualTo(1);
    assertThat(frame.table().stringColumn("t").get(654_321)).isEqualTo("text 321 that is long");
    var thrown =
        Assertions.catchThrowableOfType(
            SegqlException.class, () -> source.read(List.of("x"), Progress.NONE));
    Diagnostic said = thrown.diagnostics().getFirst();
    assertThat(said.code()).isEqualTo(Code.VALUES_UNEXPECTED);
    assertThat(said.hints()).first().asString().contains("'many'");
  }

  private Type type(String column) throws IOException {
    return open(column, LoadOptions.NONE).schema().columns().get(1).type();
  }

  private List<Diagnostic> findings(String column) throws IOException {
    return open(column, LoadOptions.NONE).takeFindings();
  }

  private List<String> values(String column) throws IOException {
    return values(open(column, LoadOptions.NONE));
  }

  private static List<String> values(TableSource source) {
    var column = source.read(List.of("x"), Progress.NONE).table().column(0);
    return IntStream.range(0, column.size())
        .mapToObj(i -> column.isMissing(i) ? "" : String.valueOf(column.get(i)))
        .toList();
  }

  /// A first column keeps blank cells from being blank lines.
  private TableSource open(String column, LoadOptions options) throws IOException {
    String text =
        List.of(column.split("\\|", -1)).stream()
            .map(v -> "k;" + v + "\n")
            .collect(Collectors.joining("", "key;x\n", ""));
    Files.writeString(folder.resolve("t.csv"), text);
    return Sources.open(new SourceSpec("t.csv", Optional.empty(), options, folder), Progress.NONE);
  }
}
