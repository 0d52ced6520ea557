package org.segql.engine.local.scan;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// Writes a sheet of a workbook as a delimited text, in which types are then found as in any other.
final class ExcelText {
  private ExcelText() {}

  /// @return a temporary file
  static Path write(Path workbook, LoadOptions options, Progress progress) {
    String name = workbook.getFileName().toString();
    try (InputStream in = Files.newInputStream(workbook);
        var book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      Sheet sheet = choose(book, options.sheet(), name);
      List<List<String>> rows = rows(sheet, progress);
      int width = rows.stream().mapToInt(List::size).max().orElse(0);
      return TextFile.copy(
          writer -> {
            for (List<String> row : rows) {
              List<String> full = new ArrayList<>(row);
              while (full.size() < width) {
                full.add("");
              }
              writer.write(TextFile.csv(full));
            }
          });
    } catch (IOException | RuntimeException e) {
      if (e instanceof SegqlException known) {
        throw known;
      }
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_FORMAT,
              "`" + name + "` is no Excel file that can be read.",
              "Open it and save it again as .xlsx."),
          e);
    }
  }

  /// The sheet of this name or number; without one the first.
  private static Sheet choose(ReadableWorkbook book, Optional<String> named, String file) {
    List<Sheet> sheets = book.getSheets().toList();
    if (named.isEmpty()) {
      return sheets.getFirst();
    }
    String wanted = named.get();
    return sheets.stream()
        .filter(
            s ->
                s.getName().equalsIgnoreCase(wanted)
                    || String.valueOf(s.getIndex() + 1).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new SegqlException(
                    Diagnostic.error(
                        Code.SOURCE_TABLE,
                        "`" + file + "` has no sheet `" + wanted + "`.",
                        "It has "
                            + String.join(
                                ", ", sheets.stream().map(s -> "`" + s.getName() + "`").toList())
                            + ".")));
  }

  private static List<List<String>> rows(Sheet sheet, Progress progress) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      stream.forEach(
          row -> {
            if (rows.size() % 1024 == 0) {
              progress.check();
            }
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
              fields.add(row.getOptionalCell(i).map(ExcelText::text).orElse(""));
            }
            if (fields.stream().anyMatch(f -> !f.isEmpty())) {
              rows.add(fields);
            }
          });
    }
    return rows;
  }

  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
      case BOOLEAN -> String.valueOf(cell.asBoolean());
      case STRING -> cell.asString();
      case FORMULA -> formula(cell);
      case ERROR, EMPTY -> "";
    };
  }

  /// What a formula gave when the file was saved.
  private static String formula(Cell cell) {
    Object value = cell.getValue();
    return value == null ? Optional.ofNullable(cell.getRawValue()).orElse("") : value.toString();
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }

  /// A number is a date where its format has days, years or hours outside of quotes and colours.
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null
        && format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
            .matches("(?i).*([dy]|h.*m|m.*s).*");
  }

  private static String date(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
  }
}
