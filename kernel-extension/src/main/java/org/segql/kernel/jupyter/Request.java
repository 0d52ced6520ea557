package org.segql.kernel.jupyter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a client asks, on the shell or the control channel.
sealed interface Request {
  record KernelInfo() implements Request {}

  /// @param userExpressions expressions by name, evaluated after the code; their values go into the
  ///   reply
  /// @param cellId of the cell in the notebook, from the metadata
  record Execute(
      String code,
      boolean silent,
      boolean storeHistory,
      Map<String, String> userExpressions,
      boolean allowStdin,
      boolean stopOnError,
      @Nullable String cellId)
      implements Request {}

  /// @param cursor in UTF-16 units
  record Complete(String code, int cursor) implements Request {}

  /// @param cursor in UTF-16 units
  record Inspect(String code, int cursor, int detail) implements Request {}

  record IsComplete(String code) implements Request {}

  record HistoryQuery(
      Access access,
      boolean output,
      int session,
      int start,
      int stop,
      int n,
      String pattern,
      boolean unique)
      implements Request {
    enum Access {
      TAIL,
      RANGE,
      SEARCH
    }
  }

  record CommInfo() implements Request {}

  record CommOpen(String commId, String target) implements Request {}

  /// A message on a comm that no longer, or never, was open.
  record CommOther() implements Request {}

  record Interrupt() implements Request {}

  record Shutdown(boolean restart) implements Request {}

  /// The request in a message; empty for a type that this kernel does not know.
  static Optional<Request> read(Message message) {
    var c = message.content();
    return Optional.ofNullable(
        switch (message.type()) {
          case "kernel_info_request" -> new KernelInfo();
          case "execute_request" -> execute(message);
          case "complete_request" -> new Complete(code(c), cursor(c));
          case "inspect_request" ->
              new Inspect(code(c), cursor(c), c.path("detail_level").asInt(0));
          case "is_complete_request" -> new IsComplete(code(c));
          case "history_request" -> history(c);
          case "comm_info_request" -> new CommInfo();
          case "comm_open" ->
              new CommOpen(c.path("comm_id").asString(""), c.path("target_name").asString(""));
          case "comm_msg", "comm_close" -> new CommOther();
          case "interrupt_request" -> new Interrupt();
          case "shutdown_request" -> new Shutdown(c.path("restart").asBoolean(false));
          default -> null;
        });
  }

  private static String code(ObjectNode content) {
    return content.path("code").asString("");
  }

  private static int cursor(ObjectNode content) {
    String code = code(content);
    return content.has("cursor_pos")
        ? CodePoints.toUtf16(code, content.path("cursor_pos").asInt(0))
        : code.length();
  }

  private static Execute execute(Message message) {
    var c = message.content();
    var expressions = new LinkedHashMap<String, String>();
    c.path("user_expressions")
        .propertyStream()
        .forEach(e -> expressions.put(e.getKey(), e.getValue().asString("")));
    boolean silent = c.path("silent").asBoolean(false);
    return new Execute(
        code(c),
        silent,
        !silent && c.path("store_history").asBoolean(true),
        expressions,
        c.path("allow_stdin").asBoolean(true),
        c.path("stop_on_error").asBoolean(true),
        message.metadata().path("cellId").asString(null));
  }

  private static HistoryQuery history(ObjectNode c) {
    var access =
        switch (c.path("hist_access_type").asString("tail")) {
          case "range" -> HistoryQuery.Access.RANGE;
          case "search" -> HistoryQuery.Access.SEARCH;
          default -> HistoryQuery.Access.TAIL;
        };
    return new HistoryQuery(
        access,
        c.path("output").asBoolean(false),
        c.path("session").asInt(0),
        c.path("start").asInt(0),
        c.path("stop").asInt(Integer.MAX_VALUE),
        c.path("n").asInt(Integer.MAX_VALUE),
        c.path("pattern").asString("*"),
        c.path("unique").asBoolean(false));
  }
}
