package org.segql.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes JSON text, indented by two blanks a level, without loading a library: start-up counts
/// where a result is a pipe's input.
public final class Json {
  private final Appendable out;
  private final boolean indented;
  private int depth;
  private boolean first = true;
  private boolean afterKey;

  /// @param indented false: all on one line
  public Json(boolean indented) {
    this(indented, new StringBuilder());
  }

  /// Writes to `out` as it goes.
  public Json(boolean indented, Appendable out) {
    this.indented = indented;
    this.out = out;
  }

  public Json beginObject() {
    return begin('{');
  }

  public Json endObject() {
    return end('}');
  }

  public Json beginArray() {
    return begin('[');
  }

  public Json endArray() {
    return end(']');
  }

  public Json key(String name) {
    separate();
    quote(name);
    write(indented ? ": " : ":");
    afterKey = true;
    return this;
  }

  public Json value(String text) {
    separate();
    quote(text);
    return this;
  }

  public Json value(boolean truth) {
    return raw(truth ? "true" : "false");
  }

  public Json value(long number) {
    return raw(Long.toString(number));
  }

  /// A number with all its digits, whole ones without a point; null where it is not finite.
  public Json value(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return nullValue();
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? value((long) number)
        : raw(Double.toString(number));
  }

  public Json nullValue() {
    return raw("null");
  }

  /// Text that is JSON already.
  public Json raw(String json) {
    separate();
    write(json);
    return this;
  }

  /// What was written, where it went to no other place.
  @Override
  public String toString() {
    return out.toString();
  }

  private Json begin(char bracket) {
    separate();
    write(String.valueOf(bracket));
    depth++;
    first = true;
    return this;
  }

  private Json end(char bracket) {
    depth--;
    if (!first) {
      newLine();
    }
    write(String.valueOf(bracket));
    first = false;
    return this;
  }

  private void separate() {
    if (afterKey) {
      afterKey = false;
      return;
    }
    if (!first) {
      write(",");
    }
    if (depth > 0) {
      newLine();
    }
    first = false;
  }

  private void newLine() {
    if (indented) {
      write("\n" + "  ".repeat(depth));
    }
  }

  /// Quotes as RFC 8259 asks; `<`, U+2028 and U+2029 too, so that the text may stand inside a
  /// script element.
  private void quote(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20
              || c == '<'
              || c >= 0x7F && c < 0xA0
              || c == 0x2028
              || c == 0x2029
              || Character.isSurrogate(c) && !paired(text, i)) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
              out.append(Character.forDigit(c >> shift & 15, 16));
            }
          } else {
            out.append(c);
          }
        }
      }
    }
    write(out.append('"').toString());
  }

  private void write(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
