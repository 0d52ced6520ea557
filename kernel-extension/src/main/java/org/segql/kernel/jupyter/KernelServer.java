package org.segql.kernel.jupyter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.CellLanguage;
import org.segql.kernel.cell.CellRun;
import tools.jackson.databind.node.ObjectNode;

/// A kernel at work: takes requests off the sockets, one thread for the shell channel (on it cells
/// run) and one for control, so that an interrupt or a shutdown reaches a kernel that is busy. No
/// request, however broken, and nothing that a cell does ends it.
public final class KernelServer {
  private record Arrived(Message message, Instant at) {}

  /// How long after a failed cell a request may still come in that was sent before the failure.
  private static final Duration IN_FLIGHT = Duration.ofMillis(200);

  private final KernelDescription description;
  private final Wire wire;
  private final Transport transport;
  private final Publisher publisher;
  private final Stdin stdin;
  private final History history = new History(HistoryFile.find());
  private final Execution execution;
  private final Answers answers;
  private final BlockingQueue<Arrived> shell = new LinkedBlockingQueue<>();
  private final BlockingQueue<Arrived> control = new LinkedBlockingQueue<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private @Nullable Instant failedAt;

  /// @throws ConnectionException where the kernel cannot listen as the file says
  public KernelServer(ConnectionFile file, KernelDescription description, CellLanguage language) {
    this.description = description;
    this.wire = new Wire(new Signature(file.signatureScheme(), file.key()));
    this.transport = new Transport(file, this::receive);
    this.publisher = new Publisher(wire, transport);
    this.stdin = new Stdin(publisher);
    this.execution = new Execution(language, publisher, stdin, history);
    this.answers = new Answers(language);
  }

  /// Serves until a client asks for the end.
  public void run() throws InterruptedException {
    CellRun.thread(() -> serve(Channel.SHELL, shell)).start();
    Thread.ofPlatform().daemon().name("control").start(() -> serve(Channel.CONTROL, control));
    transport.start();
    end.await();
    execution.end();
    transport.close();
    history.close();
  }

  /// Ends the kernel without being asked by a client.
  public void stop() {
    end.countDown();
  }

  private void receive(Channel channel, List<byte[]> frames) {
    if (channel == Channel.IOPUB) {
      byte[] subscription = frames.getFirst();
      if (subscription.length > 0 && subscription[0] == 1) {
        publisher.welcome(
            new String(subscription, 1, subscription.length - 1, StandardCharsets.UTF_8));
      }
      return;
    }
    try {
      var message = wire.decode(frames);
      switch (channel) {
        case SHELL -> shell.add(new Arrived(message, Instant.now()));
        case CONTROL -> control.add(new Arrived(message, Instant.now()));
        case STDIN -> stdin.accept(message);
        case IOPUB -> {}
      }
    } catch (Wire.BadMessage e) {
      Log.line("A message on the " + channel + " channel is ignored: " + e.getMessage() + ".");
    }
  }

  private void serve(Channel channel, BlockingQueue<Arrived> queue) {
    while (end.getCount() > 0) {
      try {
        handle(channel, queue.take());
      } catch (InterruptedException e) {
        // An interrupt meant for a cell that ended just before: nothing to stop.
      } catch (Throwable t) {
        Log.failure("answering on the " + channel + " channel", t);
      }
    }
  }

  private void handle(Channel channel, Arrived arrived) {
    var message = arrived.message();
    var request = Request.read(message);
    if (request.isEmpty()) {
      Log.line("A message of the unknown type `" + message.type() + "` is ignored.");
      return;
    }
    publisher.status(message, "busy");
    try {
      var reply = reply(arrived, request.get());
      if (reply != null) {
        String type = message.type().replace("_request", "_reply");
        publisher.send(channel, message, type, reply);
      }
    } catch (Throwable t) {
      Log.failure("answering " + message.type(), t);
      String type = message.type().replace("_request", "_reply");
      publisher.send(channel, message, type, Publisher.failure(t));
    } finally {
      publisher.status(message, "idle");
      if (request.get() instanceof Request.Shutdown) {
        end.countDown();
      }
    }
  }

  private @Nullable ObjectNode reply(Arrived arrived, Request request) {
    var message = arrived.message();
    return switch (request) {
      case Request.KernelInfo _ -> description.reply();
      case Request.Execute execute -> execute(arrived, execute);
      case Request.Complete complete -> answers.complete(complete);
      case Request.Inspect inspect -> answers.inspect(inspect);
      case Request.IsComplete isComplete -> answers.isComplete(isComplete);
      case Request.HistoryQuery query -> history.answer(query);
      case Request.CommInfo _ -> {
        var none = Json.object().put("status", "ok");
        none.putObject("comms");
        yield none;
      }
      case Request.CommOpen(String id, String target) -> {
        Log.line("A comm to the unknown target `" + target + "` is closed.");
        var close = Json.object().put("comm_id", id);
        close.putObject("data");
        publisher.publish(message, "comm_close", close);
        yield null;
      }
      case Request.CommOther _ -> null;
      case Request.Interrupt _ -> {
        execution.interrupt(message);
        yield Json.object().put("status", "ok");
      }
      case Request.Shutdown(boolean restart) -> {
        var reply = Json.object().put("status", "ok").put("restart", restart);
        publisher.publish(message, "shutdown_reply", reply);
        yield reply;
      }
    };
  }

  private ObjectNode execute(Arrived arrived, Request.Execute request) {
    if (wasWaitingAtFailure(arrived)) {
      return Json.object().put("status", "aborted");
    }
    failedAt = null;
    var answer = execution.run(arrived.message(), request);
    if (answer.failed() && request.stopOnError()) {
      failedAt = Instant.now();
    }
    return answer.reply();
  }

  /// Whether a request was sent before the failure of the cell before it was known: then it shall
  /// not run.
  private boolean wasWaitingAtFailure(Arrived arrived) {
    var failure = failedAt;
    if (failure == null) {
      return false;
    }
    if (!arrived.at().isAfter(failure)) {
      return true;
    }
    return arrived.at().isBefore(failure.plus(IN_FLIGHT))
        && arrived.message().header().wasSentBefore(failure);
  }
}
