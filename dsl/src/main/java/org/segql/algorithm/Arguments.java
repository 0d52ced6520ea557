package org.segql.algorithm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of a call after they were checked against the definition's parameters: by
/// parameter name; Double, String (choices in small letters, `auto` for AUTO), Boolean or {@link
/// K}. Absent ones are read from the parameter's default.
public record Arguments(AlgorithmDefinition definition, Map<String, Object> values) {
  public Arguments {
    values = Map.copyOf(values);
  }

  public K k() {
    return values.get("k") instanceof K k ? k : K.AUTO;
  }

  public int whole(String name) {
    return (int) number(name);
  }

  /// NaN for AUTO and for a parameter without value and default.
  public double number(String name) {
    Object value = values.get(name);
    if (value instanceof Double x) {
      return x;
    }
    String text = value == null ? defaultText(name) : null;
    return text == null || text.equals("AUTO") ? Double.NaN : Double.parseDouble(text);
  }

  public String choice(String name) {
    Object value = values.get(name);
    String text = value instanceof String s ? s : defaultText(name);
    return text == null ? "" : text;
  }

  private @Nullable String defaultText(String name) {
    return definition.parameter(name).orElseThrow().defaultText();
  }
}
