package org.segql.kernel.jupyter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Messages to frames and back: `identities…, <IDS|MSG>, signature, header, parent, metadata,
/// content, buffers…`.
final class Wire {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int PARTS = 4;

  private final Signature signature;

  Wire(Signature signature) {
    this.signature = signature;
  }

  /// The message in the frames.
  ///
  /// @throws BadMessage where there is none, or it is not signed with the kernel's key
  Message decode(List<byte[]> frames) throws BadMessage {
    int at = 0;
    while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    if (at + 1 + PARTS >= frames.size()) {
      throw new BadMessage("it has too few parts");
    }
    var parts = frames.subList(at + 2, at + 2 + PARTS);
    if (!signature.matches(frames.get(at + 1), parts)) {
      throw new BadMessage("its signature is wrong");
    }
    try {
      ObjectNode header = Json.parse(parts.get(0));
      return new Message(
          frames.subList(0, at),
          Header.read(header),
          header,
          Json.parse(parts.get(2)),
          Json.parse(parts.get(3)));
    } catch (JacksonException e) {
      throw new BadMessage("it is no JSON");
    }
  }

  /// @param parent the header of the request that this answers; null for none
  List<byte[]> encode(
      List<byte[]> identities,
      Header header,
      @Nullable ObjectNode parent,
      ObjectNode metadata,
      ObjectNode content) {
    var parts =
        List.of(
            Json.bytes(header.json()),
            Json.bytes(parent == null ? Json.object() : parent),
            Json.bytes(metadata),
            Json.bytes(content));
    var frames = new ArrayList<byte[]>(identities);
    frames.add(DELIMITER);
    frames.add(signature.sign(parts));
    frames.addAll(parts);
    return frames;
  }

  /// Frames that are no message for this kernel, and why.
  static final class BadMessage extends Exception {
    BadMessage(String why) {
      super(why);
    }
  }
}
