package org.segql.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Diagnostics as JSON, for editors: one object each with `severity`, `code`, `message`, `file`,
/// `range` (lines and columns from 1, columns in code points, `offset` in UTF-16 units), `hints`
/// and `related`.
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /// An array of all, ending in a line end.
  public static String render(List<Diagnostic> diagnostics) {
    var json = new Json(true);
    json.beginArray();
    diagnostics.forEach(d -> write(d, json));
    return json.endArray() + "\n";
  }

  public static void write(Diagnostic diagnostic, Json json) {
    json.beginObject();
    json.key("severity").value(diagnostic.severity().text());
    json.key("code").value(diagnostic.code().text());
    json.key("message").value(diagnostic.message());
    Source source = diagnostic.source();
    if (source != null) {
      json.key("file").value(source.name());
      range(source, diagnostic.span(), json);
    }
    json.key("hints").beginArray();
    diagnostic.hints().forEach(json::value);
    json.endArray();
    if (source != null && !diagnostic.related().isEmpty()) {
      json.key("related").beginArray();
      for (Diagnostic.Related related : diagnostic.related()) {
        json.beginObject().key("message").value(related.message());
        range(source, related.span(), json);
        json.endObject();
      }
      json.endArray();
    }
    json.endObject();
  }

  private static void range(Source source, @Nullable Span span, Json json) {
    if (span == null) {
      return;
    }
    json.key("range").beginObject();
    place("start", source, span.start(), json);
    place("end", source, span.end(), json);
    json.endObject();
  }

  private static void place(String name, Source source, int offset, Json json) {
    json.key(name).beginObject();
    json.key("line").value(source.line(offset));
    json.key("column").value(source.column(offset));
    json.key("offset").value(offset);
    json.endObject();
  }
}
