package org.segql.engine.local.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;

/// JSON: an array of records; NDJSON: a record a line. Every record has every column; NULL is
/// `null`; dates are texts in ISO form.
final class JsonExport {
  private static final int CHECK_EVERY = 4096;

  private JsonExport() {}

  static void write(Frame frame, Writer writer, boolean array, Progress progress)
      throws IOException {
    List<Cell> cells =
        IntStream.range(0, frame.schema().columns().size())
            .mapToObj(i -> Cell.of(frame.schema().columns().get(i).type(), frame.table().column(i)))
            .toList();
    List<String> names = frame.schema().names().stream().map(n -> text(n) + ": ").toList();
    writer.append(array ? "[\n" : "");
    int rows = frame.rowCount();
    var line = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      if (i % CHECK_EVERY == 0) {
        progress.check();
      }
      line.setLength(0);
      for (int j = 0; j < cells.size(); j++) {
        line.append(j == 0 ? "{" : ", ").append(names.get(j)).append(value(cells.get(j), i));
      }
      writer.append(line).append(array && i < rows - 1 ? "},\n" : "}\n");
    }
    writer.append(array ? "]\n" : "");
  }

  private static String value(Cell cell, int row) {
    @Nullable String text = cell.text(row);
    return text == null
        ? "null"
        : switch (cell.type()) {
          case NUMBER, BOOLEAN -> text;
          case TEXT, DATE, DATETIME -> text(text);
        };
  }

  private static String text(String text) {
    var json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
