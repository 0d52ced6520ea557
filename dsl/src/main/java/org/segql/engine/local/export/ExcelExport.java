package org.segql.engine.local.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.segql.catalog.ColumnInfo;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;

/// One sheet of an Excel workbook: names in the first row, cells of Excel's own types, NULL an
/// empty cell. Texts are texts there: none is run as a formula.
final class ExcelExport {
  private static final int MOST_ROWS = 1_048_575;
  private static final int LONGEST_TEXT = 32_767;
  private static final int CHECK_EVERY = 1024;

  /// Before it Excel has no dates, or counts them wrongly: 1900 is a leap year there. Earlier dates
  /// are written as texts.
  private static final LocalDate FIRST_DATE = LocalDate.of(1900, 3, 1);

  private ExcelExport() {}

  static void write(Frame frame, OutputStream out, String sheetName, Progress progress)
      throws IOException {
    if (frame.rowCount() > MOST_ROWS) {
      throw new IOException(
          "an Excel sheet holds %,d rows, the table has %,d"
              .formatted(MOST_ROWS, frame.rowCount()));
    }
    try (var book = new Workbook(new StoppableStream(out, progress), "SegQL", "1.0")) {
      Worksheet sheet = book.newWorksheet(sheetName);
      List<ColumnInfo> columns = frame.schema().columns();
      for (int j = 0; j < columns.size(); j++) {
        sheet.value(0, j, columns.get(j).name());
        sheet.style(0, j).bold().set();
        Cell cell = Cell.of(columns.get(j).type(), frame.table().column(j));
        for (int i = 0; i < frame.rowCount(); i++) {
          if (i % CHECK_EVERY == 0) {
            progress.check();
          }
          write(sheet, i + 1, j, cell, i);
        }
        format(sheet, cell, frame.rowCount(), j);
      }
      sheet.freezePane(0, 1);
    }
  }

  private static void format(Worksheet sheet, Cell cell, int rows, int column) {
    if (rows > 0) {
      switch (cell.type()) {
        case DATE -> sheet.range(1, column, rows, column).style().format("yyyy-mm-dd").set();
        case DATETIME ->
            sheet.range(1, column, rows, column).style().format("yyyy-mm-dd hh:mm:ss").set();
        case NUMBER, TEXT, BOOLEAN -> {}
      }
    }
  }

  private static void write(Worksheet sheet, int row, int column, Cell cell, int from)
      throws IOException {
    boolean missing =
        cell.values().length > 0
            ? !Double.isFinite(cell.values()[from])
            : cell.column().isMissing(from);
    if (missing) {
      return;
    }
    switch (cell.type()) {
      case NUMBER -> sheet.value(row, column, cell.values()[from]);
      case TEXT -> sheet.value(row, column, checked((String) cell.column().get(from)));
      case BOOLEAN -> sheet.value(row, column, ((BooleanColumn) cell.column()).get(from));
      case DATE -> {
        LocalDate date = ((DateColumn) cell.column()).get(from);
        if (date.isBefore(FIRST_DATE)) {
          sheet.value(row, column, cell.text(from));
        } else {
          sheet.value(row, column, date);
        }
      }
      case DATETIME -> {
        LocalDateTime time = ((DateTimeColumn) cell.column()).get(from);
        if (time.toLocalDate().isBefore(FIRST_DATE)) {
          sheet.value(row, column, cell.text(from));
        } else {
          sheet.value(row, column, time);
        }
      }
    }
  }

  private static String checked(String text) throws IOException {
    if (text.length() > LONGEST_TEXT) {
      throw new IOException(
          "an Excel cell holds %,d characters, a text has %,d"
              .formatted(LONGEST_TEXT, text.length()));
    }
    return text;
  }
}
