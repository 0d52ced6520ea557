package org.segql.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;
import org.segql.diagnostic.Json;

/// Text and values for plotly.js.
final class PlotlyText {
  private PlotlyText() {}

  /// Text that plotly.js, which reads tags and entities in every label, shows as it is. Control
  /// characters go.
  static String plain(String text) {
    var out = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\n' -> out.append("<br>");
                default -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
              }
            });
    return out.toString();
  }

  /// Maps, lists, arrays of numbers, texts, numbers and truth values as JSON that may stand in a
  /// script element.
  static String json(Object value) {
    var json = new Json(false);
    write(value, json);
    return json.toString();
  }

  private static void write(Object value, Json json) {
    switch (value) {
      case Map<?, ?> map -> {
        json.beginObject();
        map.forEach(
            (k, v) -> {
              json.key((String) k);
              write(v, json);
            });
        json.endObject();
      }
      case Collection<?> list -> {
        json.beginArray();
        list.forEach(v -> write(v, json));
        json.endArray();
      }
      case double[] numbers -> {
        json.beginArray();
        for (double number : numbers) {
          json.raw(number(number));
        }
        json.endArray();
      }
      case Boolean truth -> json.value(truth);
      case Integer number -> json.value(number.longValue());
      case Double number -> json.raw(number(number));
      case String text -> json.value(text);
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }

  /// Six significant digits are more than a screen shows and half of what a double takes.
  private static String number(double number) {
    if (!Double.isFinite(number)) {
      return "null";
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return Double.toString(new BigDecimal(number, new MathContext(7)).doubleValue());
  }
}
