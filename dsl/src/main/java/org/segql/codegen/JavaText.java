package org.segql.codegen;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Values as Java literals. Texts of users stay texts: everything but letters, digits and the plain
/// signs of ASCII is escaped.
final class JavaText {
  private JavaText() {}

  static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c >= ' ' && c < 127 || Character.isLetter(c) && !Character.isSurrogate(c)) {
        out.append(c);
      } else {
        out.append("\\u%04x".formatted((int) c));
      }
    }
    return out.append('"').toString();
  }

  static String quoted(List<String> texts) {
    return texts.stream().map(JavaText::quoted).collect(Collectors.joining(", "));
  }

  static String numbers(double[] values) {
    return Arrays.stream(values).mapToObj(JavaText::number).collect(Collectors.joining(", "));
  }

  /// A double literal: `18.0`, `60_000.0`.
  static String number(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e15) {
      String digits = Long.toString((long) Math.abs(x));
      var grouped = new StringBuilder(digits);
      for (int i = digits.length() - 3; i > 0 && digits.length() > 4; i -= 3) {
        grouped.insert(i, '_');
      }
      return (x < 0 ? "-" : "") + grouped + ".0";
    }
    return Double.toString(x);
  }

  /// A number of a comparison or of whole things: `18`, `0.5`.
  static String plain(double x) {
    String text = number(x);
    return text.endsWith(".0") && Math.abs(x) < Integer.MAX_VALUE
        ? text.substring(0, text.length() - 2)
        : text;
  }

  /// Text for a comment: on one line, without what would end the comment or begin an escape.
  static String comment(String text) {
    var out = new StringBuilder();
    for (char c : text.strip().toCharArray()) {
      out.append(c >= ' ' && c < 127 && c != '\\' || Character.isLetter(c) ? c : ' ');
    }
    return out.toString().replaceAll(" +", " ").replace("*/", "* /").replace("/*", "/ *");
  }
}
