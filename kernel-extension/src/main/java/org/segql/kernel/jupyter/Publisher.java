package org.segql.kernel.jupyter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.cell.Outcome;
import tools.jackson.databind.node.ObjectNode;

/// Sends messages in this kernel's name: replies to one client, news on IOPUB to all.
final class Publisher {
  private static final String USER = "kernel";

  private final String session = UUID.randomUUID().toString();
  private final Wire wire;
  private final Transport transport;

  Publisher(Wire wire, Transport transport) {
    this.wire = wire;
    this.transport = transport;
  }

  /// Sends to the client that a message came from.
  void send(Channel channel, Message to, String type, ObjectNode content) {
    var header = Header.of(type, session, USER);
    transport.send(
        channel, wire.encode(to.identities(), header, to.rawHeader(), Json.object(), content));
  }

  /// Tells all clients.
  ///
  /// @param about the request that led to it
  void publish(Message about, String type, ObjectNode content) {
    publish("kernel." + session + "." + type, about.rawHeader(), type, content);
  }

  void welcome(String subscription) {
    publish(subscription, null, "iopub_welcome", Json.object().put("subscription", subscription));
  }

  private void publish(String topic, @Nullable ObjectNode parent, String type, ObjectNode content) {
    var header = Header.of(type, session, USER);
    var identity = List.of(topic.getBytes(StandardCharsets.UTF_8));
    transport.send(Channel.IOPUB, wire.encode(identity, header, parent, Json.object(), content));
  }

  void status(Message about, String state) {
    publish(about, "status", Json.object().put("execution_state", state));
  }

  /// The fields `data` and `metadata` of outputs.
  static ObjectNode content(MimeBundle bundle) {
    var content = Json.object();
    content.set("data", Json.tree(bundle.data()));
    content.set("metadata", Json.tree(bundle.metadata()));
    return content;
  }

  static ObjectNode transientId(ObjectNode content, @Nullable String displayId) {
    content.set(
        "transient", Json.tree(displayId == null ? Map.of() : Map.of("display_id", displayId)));
    return content;
  }

  /// The fields of an error, in replies and on IOPUB alike.
  static ObjectNode error(Outcome.Failed failed) {
    var content = Json.object().put("ename", failed.name()).put("evalue", failed.message());
    var lines = content.putArray("traceback");
    failed.traceback().forEach(lines::add);
    return content;
  }

  /// A reply that says a request failed by a defect of the kernel.
  static ObjectNode failure(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return error(
            new Outcome.Failed(thrown.getClass().getName(), message, List.of(thrown.toString())))
        .put("status", "error");
  }
}
