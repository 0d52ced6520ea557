package org.segql.result;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// The tables of a result as RFC 4180 has them, all rows, numbers with all their digits, missing
/// values empty; lines end in a bare line feed, as tools in a pipe expect. Several tables are
/// parted by an empty line; whatever is no table is left out.
public record CsvRenderer() implements ResultRenderer {
  @Override
  public String between() {
    return "\n";
  }

  @Override
  public void write(Result result, Appendable out) throws IOException {
    boolean first = true;
    for (Part.TablePart part : result.tables()) {
      if (!first) {
        out.append('\n');
      }
      first = false;
      write(part.data(), out);
    }
  }

  private static void write(Table table, Appendable out) throws IOException {
    List<Column<?>> columns = table.columns();
    for (int c = 0; c < columns.size(); c++) {
      out.append(c == 0 ? "" : ",");
      quoted(columns.get(c).name(), columns.size() == 1, out);
    }
    out.append('\n');
    for (int row = 0; row < table.rowCount(); row++) {
      for (int c = 0; c < columns.size(); c++) {
        out.append(c == 0 ? "" : ",");
        Object value = RawValue.of(columns.get(c), row);
        switch (value) {
          case null -> out.append(columns.size() == 1 ? "\"\"" : "");
          case Double x -> out.append(RawValue.digits(x));
          case Long n -> out.append(n.toString());
          case LocalDateTime t -> out.append(ShownColumn.moment(t));
          default -> quoted(value.toString(), columns.size() == 1, out);
        }
      }
      out.append('\n');
    }
  }

  /// Quotes where the text needs it; a text alone on its line also where it is empty, which would
  /// be no row.
  private static void quoted(String text, boolean alone, Appendable out) throws IOException {
    boolean needed = alone && text.isEmpty();
    for (int i = 0; i < text.length() && !needed; i++) {
      char c = text.charAt(i);
      needed = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    if (needed) {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      out.append(text);
    }
  }
}
