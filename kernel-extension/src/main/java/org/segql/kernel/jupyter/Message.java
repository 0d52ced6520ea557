package org.segql.kernel.jupyter;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A message that came in. Replies repeat its identities (the route to the client) and carry its
/// header, unchanged, as parent.
///
/// @param identities ROUTER envelopes, opaque
/// @param rawHeader the header as the client wrote it
record Message(
    List<byte[]> identities,
    Header header,
    ObjectNode rawHeader,
    ObjectNode metadata,
    ObjectNode content) {
  Message {
    identities = List.copyOf(identities);
  }

  String type() {
    return header.type();
  }
}
