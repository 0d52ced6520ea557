package org.segql.kernel.jupyter;

import org.segql.kernel.cell.CellLanguage;
import org.segql.kernel.cell.Completeness;
import org.segql.kernel.cell.Completions;
import tools.jackson.databind.node.ObjectNode;

/// Replies to requests about code that does not run.
final class Answers {
  private final CellLanguage language;

  Answers(CellLanguage language) {
    this.language = language;
  }

  ObjectNode complete(Request.Complete request) {
    String code = request.code();
    Completions found = language.complete(code, request.cursor());
    int start = CodePoints.fromUtf16(code, found.start());
    int end = CodePoints.fromUtf16(code, found.end());
    var reply = Json.object().put("status", "ok").put("cursor_start", start).put("cursor_end", end);
    var matches = reply.putArray("matches");
    var types = reply.putObject("metadata").putArray("_jupyter_types_experimental");
    for (var item : found.items()) {
      matches.add(item.text());
      var type =
          types
              .addObject()
              .put("text", item.text())
              .put("type", item.type())
              .put("start", start)
              .put("end", end);
      if (!item.signature().isEmpty()) {
        type.put("signature", item.signature());
      }
    }
    return reply;
  }

  ObjectNode inspect(Request.Inspect request) {
    return language
        .inspect(request.code(), request.cursor(), request.detail() > 0)
        .map(bundle -> Publisher.content(bundle).put("found", true))
        .orElseGet(
            () -> {
              var none = Json.object().put("found", false);
              none.putObject("data");
              none.putObject("metadata");
              return none;
            })
        .put("status", "ok");
  }

  ObjectNode isComplete(Request.IsComplete request) {
    return switch (language.isComplete(request.code())) {
      case Completeness.Complete _ -> Json.object().put("status", "complete");
      case Completeness.Invalid _ -> Json.object().put("status", "invalid");
      case Completeness.Unknown _ -> Json.object().put("status", "unknown");
      case Completeness.Incomplete(String indent) ->
          Json.object().put("status", "incomplete").put("indent", indent);
    };
  }
}
