package org.segql.kernel.jupyter;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON objects to bytes and back.
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// A tree of maps, lists, texts and numbers as JSON.
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /// UTF-8. By way of a string, since a lone surrogate then becomes `?` where Jackson's own encoder
  /// throws.
  static byte[] bytes(ObjectNode node) {
    return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
  }

  /// @throws JacksonException where the bytes are no JSON object
  static ObjectNode parse(byte[] bytes) {
    return MAPPER.readValue(bytes, ObjectNode.class);
  }
}
