package org.segql.engine.local.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Fields of a JSON tree, each of the kind that is expected or refused.
final class Fields {
  private Fields() {}

  static JsonNode field(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new ModelReader.Malformed("`" + name + "` is missing");
    }
    return value;
  }

  static String text(JsonNode node, String name) {
    JsonNode value = field(node, name);
    if (!value.isString()) {
      throw new ModelReader.Malformed("`" + name + "` is no text");
    }
    return value.stringValue();
  }

  static int whole(JsonNode node, String name) {
    JsonNode value = field(node, name);
    if (!value.isInt()) {
      throw new ModelReader.Malformed("`" + name + "` is no whole number");
    }
    return value.intValue();
  }

  static long longer(JsonNode node, String name) {
    JsonNode value = field(node, name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new ModelReader.Malformed("`" + name + "` is no whole number");
    }
    return value.longValue();
  }

  /// null reads as the given value.
  static double number(JsonNode node, String name, double absent) {
    return number(field(node, name), absent);
  }

  static double number(JsonNode value, double absent) {
    if (value.isNull()) {
      return absent;
    }
    if (!value.isNumber()) {
      throw new ModelReader.Malformed("a number is expected where there is none");
    }
    double number = value.doubleValue();
    if (!Double.isFinite(number)) {
      throw new ModelReader.Malformed("a number is beyond every number");
    }
    return number;
  }

  static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> read) {
    JsonNode array = field(node, name);
    if (!array.isArray()) {
      throw new ModelReader.Malformed("`" + name + "` is no list");
    }
    var out = new ArrayList<T>();
    array.forEach(n -> out.add(read.apply(n)));
    return out;
  }

  static List<String> texts(JsonNode node, String name) {
    return node.get(name) == null
        ? List.of()
        : list(
            node,
            name,
            n -> {
              if (!n.isString()) {
                throw new ModelReader.Malformed("`" + name + "` holds something that is no text");
              }
              return n.stringValue();
            });
  }

  static double[] numbers(JsonNode node) {
    if (!node.isArray()) {
      throw new ModelReader.Malformed("a list of numbers is expected");
    }
    double[] out = new double[node.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = number(node.get(i), Double.NaN);
    }
    return out;
  }

  static double[][] matrix(JsonNode node, int columns) {
    double[][] out = new double[node.size()][];
    for (int i = 0; i < out.length; i++) {
      out[i] = numbers(node.get(i));
      if (columns >= 0 && out[i].length != columns) {
        throw new ModelReader.Malformed("a row of numbers has the wrong length");
      }
    }
    return out;
  }

  static int[] wholes(JsonNode node) {
    int[] out = new int[node.size()];
    for (int i = 0; i < out.length; i++) {
      if (!node.get(i).isInt()) {
        throw new ModelReader.Malformed("a whole number is expected");
      }
      out[i] = node.get(i).intValue();
    }
    return out;
  }

  static <E extends Enum<E>> E one(Class<E> type, String text) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw new ModelReader.Malformed("'" + text + "' is not known to this version");
  }
}
