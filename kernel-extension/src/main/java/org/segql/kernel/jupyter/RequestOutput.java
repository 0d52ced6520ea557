package org.segql.kernel.jupyter;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.MimeBundle;

/// The output of one execute request; silent requests show nothing.
final class RequestOutput implements CellOutput {
  private final Publisher publisher;
  private final Message request;
  private final Request.Execute execute;
  private final Stdin stdin;
  private final StreamBatch batch;

  RequestOutput(
      Publisher publisher,
      Message request,
      Request.Execute execute,
      Stdin stdin,
      ScheduledExecutorService timer) {
    this.publisher = publisher;
    this.request = request;
    this.execute = execute;
    this.stdin = stdin;
    this.batch =
        new StreamBatch(
            timer,
            (stream, text) ->
                publisher.publish(
                    request,
                    "stream",
                    Json.object()
                        .put("name", stream.name().toLowerCase(Locale.ROOT))
                        .put("text", text)));
  }

  @Override
  public void display(MimeBundle bundle, @Nullable String displayId) {
    flush();
    if (!execute.silent()) {
      var content = Publisher.content(bundle);
      publisher.publish(request, "display_data", Publisher.transientId(content, displayId));
    }
  }

  @Override
  public void update(MimeBundle bundle, String displayId) {
    flush();
    if (!execute.silent()) {
      var content = Publisher.content(bundle);
      publisher.publish(request, "update_display_data", Publisher.transientId(content, displayId));
    }
  }

  @Override
  public void clear(boolean wait) {
    flush();
    if (!execute.silent()) {
      publisher.publish(request, "clear_output", Json.object().put("wait", wait));
    }
  }

  @Override
  public void print(Stream stream, String text) {
    if (!execute.silent()) {
      batch.append(stream, text);
    }
  }

  @Override
  public String readLine(String prompt, boolean secret) throws IOException {
    flush();
    if (!execute.allowStdin()) {
      throw new IOException("This front end takes no input: pass the value as a parameter.");
    }
    return stdin.ask(request, prompt, secret);
  }

  @Override
  public @Nullable String cellId() {
    return execute.cellId();
  }

  /// Sends what was printed so far.
  void flush() {
    batch.flush();
  }
}
