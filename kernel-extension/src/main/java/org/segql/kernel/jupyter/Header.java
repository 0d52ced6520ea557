package org.segql.kernel.jupyter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Who sent a message, when, and of what type.
record Header(String id, String session, String username, String date, String type) {
  /// The protocol that this kernel speaks.
  static final String VERSION = "5.4";

  /// A new header of a kernel's session.
  static Header of(String type, String session, String username) {
    return new Header(
        UUID.randomUUID().toString(),
        session,
        username,
        OffsetDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        type);
  }

  /// Whether the sender of both says that this was sent before the other: the clocks of two senders
  /// cannot be compared.
  boolean isBefore(Header other) {
    return session.equals(other.session) && other.sent().map(this::wasSentBefore).orElse(false);
  }

  /// By the sender's clock; false where the header does not say when.
  boolean wasSentBefore(Instant moment) {
    return sent().map(at -> at.isBefore(moment)).orElse(false);
  }

  private Optional<Instant> sent() {
    try {
      return Optional.of(OffsetDateTime.parse(date).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static Header read(ObjectNode node) {
    return new Header(
        node.path("msg_id").asString(""),
        node.path("session").asString(""),
        node.path("username").asString(""),
        node.path("date").asString(""),
        node.path("msg_type").asString(""));
  }

  ObjectNode json() {
    return Json.object()
        .put("msg_id", id)
        .put("session", session)
        .put("username", username)
        .put("date", date)
        .put("msg_type", type)
        .put("version", VERSION);
  }
}
