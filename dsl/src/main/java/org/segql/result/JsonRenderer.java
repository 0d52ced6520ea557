package org.segql.result;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Chart;
import org.segql.diagnostic.DiagnosticJson;
import org.segql.diagnostic.Json;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// JSON with everything that a result holds: title, name, notes, and the parts in order; tables as
/// arrays of records, all rows, full precision, missing values null. A run is `{"results": […]}`.
public record JsonRenderer() implements ResultRenderer {
  @Override
  public String opening() {
    return "{\"results\": [\n";
  }

  @Override
  public String between() {
    return ",\n";
  }

  @Override
  public String closing() {
    return "\n]}\n";
  }

  @Override
  public void write(Result result, Appendable out) throws IOException {
    var json = new Json(true, out);
    json.beginObject();
    json.key("title").value(result.title());
    String name = result.name();
    if (name != null) {
      json.key("name").value(name);
    }
    json.key("notes").beginArray();
    result.notes().forEach(n -> DiagnosticJson.write(n, json));
    json.endArray().key("parts").beginArray();
    result.parts().forEach(p -> write(p, json));
    json.endArray().endObject();
  }

  private static void write(Part part, Json json) {
    json.beginObject();
    switch (part) {
      case Part.Heading h -> json.key("heading").value(h.text());
      case Part.Paragraph p -> json.key("text").value(p.text());
      case Part.Bullets b -> {
        json.key("items").beginArray();
        b.items().forEach(json::value);
        json.endArray();
      }
      case Part.CodeBlock c -> {
        json.key("language").value(c.language());
        json.key("code").value(c.text());
      }
      case Part.ChartPart c -> {
        json.key("charts").beginArray();
        for (Chart chart : c.figure().charts()) {
          json.beginObject().key("kind").value(chart.kind()).key("title").value(chart.title());
          json.key("summary").value(chart.summary()).endObject();
        }
        json.endArray();
      }
      case Part.TablePart t -> table(t, json);
    }
    json.endObject();
  }

  private static void table(Part.TablePart part, Json json) {
    if (!part.caption().isEmpty()) {
      json.key("caption").value(part.caption());
    }
    Table table = part.data();
    if (table == part.table() && part.totalRows() > table.rowCount()) {
      json.key("total_rows").value(part.totalRows());
    }
    json.key("columns").beginArray();
    for (Column<?> column : table.columns()) {
      json.raw(
          new Json(false)
              .beginObject()
              .key("name")
              .value(column.name())
              .key("type")
              .value(type(column))
              .endObject()
              .toString());
    }
    json.endArray().key("rows").beginArray();
    List<Column<?>> columns = table.columns();
    for (int row = 0; row < table.rowCount(); row++) {
      var line = new Json(false).beginObject();
      for (Column<?> column : columns) {
        line.key(column.name());
        value(RawValue.of(column, row), line);
      }
      json.raw(line.endObject().toString());
    }
    json.endArray();
  }

  private static void value(@Nullable Object value, Json json) {
    switch (value) {
      case null -> json.nullValue();
      case Double x -> json.value(x);
      case Long n -> json.value(n);
      case Boolean b -> json.value(b);
      default -> json.value(value.toString());
    }
  }

  private static String type(Column<?> column) {
    return switch (column.type().name()) {
      case "DOUBLE", "FLOAT", "INTEGER", "LONG", "SHORT" -> "number";
      case "BOOLEAN" -> "boolean";
      case "LOCAL_DATE" -> "date";
      case "LOCAL_DATE_TIME", "INSTANT" -> "datetime";
      default -> "text";
    };
  }
}
