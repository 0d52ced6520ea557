package org.segql.kernel.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON laid out as Jupyter lays out notebooks, letter by letter, so that a comparison of versions
/// shows only what changed.
final class NotebookJson {
  /// A saved picture or a plotly.js is one text of some megabytes.
  private static final int LONGEST_TEXT = 1 << 30;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
                  .streamWriteConstraints(StreamWriteConstraints.defaults())
                  .build())
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private NotebookJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /// @throws tools.jackson.core.JacksonException where it is no JSON object
  static ObjectNode parse(byte[] bytes) {
    return MAPPER.readValue(bytes, ObjectNode.class);
  }

  /// A lone surrogate becomes `?`.
  static byte[] bytes(ObjectNode node) {
    var separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    var indenter = new DefaultIndenter(" ", "\n");
    var printer =
        new DefaultPrettyPrinter(separators)
            .withArrayIndenter(indenter)
            .withObjectIndenter(indenter);
    String text = MAPPER.writer().with(printer).writeValueAsString(node);
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// A text that the format may hold as one or as a list of its lines.
  static String text(JsonNode node) {
    return node.isArray()
        ? String.join("", node.valueStream().map(n -> n.asString("")).toList())
        : node.asString("");
  }

  /// A text as a list of its lines, each but the last with its end.
  static ArrayNode lines(String text) {
    List<String> lines = text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\n)"));
    var list = array();
    lines.forEach(list::add);
    return list;
  }
}
