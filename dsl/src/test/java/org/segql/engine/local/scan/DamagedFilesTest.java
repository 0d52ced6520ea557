package org.segql.engine.local.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.Columns;
import org.segql.engine.local.Frame;
import org.segql.engine.local.export.ExportTarget;
import org.segql.engine.local.export.Exports;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Files with bytes changed, lost and doubled at random are read or refused with a sentence;
/// nothing else is thrown. `-Dsegql.damaged=100000` tries that many.
class DamagedFilesTest {
  private static final String[] BITS = {
    ",",
    ";",
    "\"",
    "\n",
    "\r",
    "\t",
    " ",
    "NaN",
    "-",
    "2020-01-31",
    "31/12/1999",
    "1e400",
    "'",
    "\u00e9",
    "\0",
    "{",
    "}",
    "[",
    "\\",
    "\ufeff",
    "%",
    "=1",
    "0x",
    "00",
    "true"
  };

  @TempDir Path folder;

  @Test
  void neverThrowAnythingElse() throws IOException {
    int tries = Integer.getInteger("segql.damaged", 300);
    String[] names = {"t.csv", "t.tsv", "t.json", "t.ndjson", "t.parquet", "t.xlsx", "t.csv.gz"};
    byte[][] whole = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      Exports.write(
          frame(),
          new ExportTarget(names[i], ExportTarget.ExportOptions.NONE, true, folder),
          Progress.NONE);
      whole[i] = Files.readAllBytes(folder.resolve(names[i]));
    }
    for (int i = 0; i < tries; i++) {
      var random = new Random(i);
      int which = random.nextInt(names.length);
      Files.write(folder.resolve(names[which]), damaged(whole[which], random));
      try {
        TableSource source =
            Sources.open(
                new SourceSpec(names[which], Optional.empty(), options(random), folder),
                Progress.NONE);
        source.read(source.schema().names(), Progress.NONE);
        source.close();
      } catch (SegqlException e) {
        assertThat(e.diagnostics()).isNotEmpty();
        assertThat(e.diagnostics().getFirst().message()).isNotBlank();
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + i + ", " + names[which], e);
      }
    }
  }

  private static LoadOptions options(Random random) {
    var options = new LoadOptions.Builder();
    switch (random.nextInt(12)) {
      case 0 -> options.delimiter(LoadOptions.BLANKS);
      case 1 -> options.header(false);
      case 2 -> options.quote("");
      case 3 -> options.skip(random.nextInt(4));
      case 4 -> options.decimal(",");
      case 5 -> options.encoding("utf-16");
      default -> {}
    }
    return options.build();
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(bytes.length + 1);
      int end = Math.min(bytes.length, at + random.nextInt(20));
      byte[] bit = BITS[random.nextInt(BITS.length)].getBytes(StandardCharsets.UTF_8);
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> joined(bytes, 0, at, bit, at, bytes.length);
            case 1 -> joined(bytes, 0, at, bit, end, bytes.length);
            case 2 -> joined(bytes, 0, at, new byte[] {(byte) random.nextInt()}, end, bytes.length);
            default -> joined(bytes, 0, end, bit, at, bytes.length);
          };
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int from, int to, byte[] middle, int then, int end) {
    byte[] result = new byte[to - from + middle.length + end - then];
    System.arraycopy(bytes, from, result, 0, to - from);
    System.arraycopy(middle, 0, result, to - from, middle.length);
    System.arraycopy(bytes, then, result, to - from + middle.length, end - then);
    return result;
  }

  private static Frame frame() {
    var schema =
        new Schema(
            List.of(
                new ColumnInfo("n", Type.NUMBER),
                new ColumnInfo("text", Type.TEXT),
                new ColumnInfo("day", Type.DATE)));
    return new Frame(
        schema,
        Table.create(
            Columns.numbers("n", new double[] {1.5, 2, -3, 4e10}),
            StringColumn.create("text", "a,b", "Zo\u00eb \"x\"", "", "2020-01-01"),
            Columns.dates("day", new int[] {1, 20_000, Columns.MISSING_DAY, 0})));
  }
}
