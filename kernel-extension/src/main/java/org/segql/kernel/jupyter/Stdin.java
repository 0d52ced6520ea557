package org.segql.kernel.jupyter;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Questions of a cell to the person at the notebook, one at a time.
final class Stdin {
  private final Publisher publisher;

  /// Answers; empty: the cell was interrupted.
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

  Stdin(Publisher publisher) {
    this.publisher = publisher;
  }

  synchronized String ask(Message request, String prompt, boolean secret) throws IOException {
    answers.clear();
    publisher.send(
        Channel.STDIN,
        request,
        "input_request",
        Json.object().put("prompt", prompt).put("password", secret));
    try {
      return answers.take().orElseThrow(() -> new IOException("The input was interrupted."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The input was interrupted.", e);
    }
  }

  void accept(Message message) {
    if (message.type().equals("input_reply")) {
      answers.add(Optional.of(message.content().path("value").asString("")));
    }
  }

  void interrupt() {
    answers.add(Optional.empty());
  }
}
