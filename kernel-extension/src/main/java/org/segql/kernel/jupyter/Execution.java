package org.segql.kernel.jupyter;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellLanguage;
import org.segql.kernel.cell.CellRun;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.cell.Outcome;
import org.segql.kernel.cell.RunningCell;
import tools.jackson.databind.node.ObjectNode;

/// Runs execute requests, in turn, and answers them.
final class Execution {
  private final CellLanguage language;
  private final Publisher publisher;
  private final Stdin stdin;
  private final History history;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("jupyter-streams").factory());
  private volatile @Nullable Running running;
  private int count;

  Execution(CellLanguage language, Publisher publisher, Stdin stdin, History history) {
    this.language = language;
    this.publisher = publisher;
    this.stdin = stdin;
    this.history = history;
  }

  /// Whether a cell failed whose waiting followers shall not run.
  record Answer(ObjectNode reply, boolean failed) {}

  /// The request that is being answered, and its cell.
  private record Running(Message message, RunningCell cell) {}

  Answer run(Message message, Request.Execute request) {
    try (var cell = RunningCell.begin()) {
      running = new Running(message, cell);
      return answer(message, request);
    }
  }

  /// Stops the cell that runs, if one does and the interrupt is meant for it: one that was sent
  /// before the cell comes later where the kernel was busy with the cell before.
  void interrupt(Message interrupt) {
    var now = running;
    if (now != null && !interrupt.header().isBefore(now.message().header())) {
      stop(now);
    }
  }

  /// Stops the cell that runs, for the kernel ends.
  void end() {
    var now = running;
    if (now != null) {
      stop(now);
    }
  }

  private void stop(Running running) {
    if (running.cell().stop()) {
      stdin.interrupt();
    }
  }

  private Answer answer(Message message, Request.Execute request) {
    if (request.storeHistory()) {
      count++;
    }
    int number = Math.max(1, count);
    if (!request.silent()) {
      publisher.publish(
          message,
          "execute_input",
          Json.object().put("code", request.code()).put("execution_count", number));
    }
    var output = new RequestOutput(publisher, message, request, stdin, timer);
    var cell = new Cell(request.code(), number, request.cellId());
    var outcome = guarded(cell, output);
    output.flush();
    ObjectNode reply =
        switch (outcome) {
          case Outcome.Done done -> done(message, request, number, done, output);
          case Outcome.Failed failed -> failed(message, request, failed);
        };
    if (request.storeHistory()) {
      history.add(number, request.code(), outcome instanceof Outcome.Done d ? text(d) : null);
    }
    return new Answer(reply.put("execution_count", number), outcome instanceof Outcome.Failed);
  }

  private Outcome guarded(Cell cell, RequestOutput output) {
    return CellRun.of(language, cell, output, t -> Log.failure("running " + cell.name(), t));
  }

  private ObjectNode done(
      Message message,
      Request.Execute request,
      int number,
      Outcome.Done done,
      RequestOutput output) {
    var value = done.value();
    if (value != null && !request.silent()) {
      publisher.publish(
          message, "execute_result", Publisher.content(value).put("execution_count", number));
    }
    var reply = Json.object().put("status", "ok");
    var payload = reply.putArray("payload");
    var page = done.page();
    if (page != null) {
      payload.addObject().put("source", "page").put("start", 0).set("data", Json.tree(page.data()));
    }
    reply.set("user_expressions", userExpressions(request, number, output));
    return reply;
  }

  private ObjectNode failed(Message message, Request.Execute request, Outcome.Failed failed) {
    if (!request.silent()) {
      publisher.publish(message, "error", Publisher.error(failed));
    }
    var reply = Publisher.error(failed).put("status", "error");
    reply.putArray("payload");
    reply.putObject("user_expressions");
    return reply;
  }

  private ObjectNode userExpressions(Request.Execute request, int number, RequestOutput output) {
    var values = Json.object();
    request
        .userExpressions()
        .forEach(
            (name, expression) ->
                values.set(
                    name,
                    switch (guarded(new Cell(expression, number, request.cellId()), output)) {
                      case Outcome.Done d ->
                          Publisher.content(d.value() == null ? MimeBundle.text("") : d.value())
                              .put("status", "ok");
                      case Outcome.Failed f -> Publisher.error(f).put("status", "error");
                    }));
    return values;
  }

  private static @Nullable String text(Outcome.Done done) {
    var value = done.value();
    return value != null && value.data().get(MimeBundle.TEXT) instanceof String s ? s : null;
  }
}
