package org.segql.codegen;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/// Values as Java literals. Texts of users stay texts: everything but plain ASCII letters is
/// escaped.
final class JavaText {
  private JavaText() {}

  static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
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
    return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(", "));
  }

  /// A name of the language as a Java identifier.
  static String identifier(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    String safe = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    return SourceVersion.isName(safe) ? safe : safe + "_";
  }

  /// One line of a comment.
  static String comment(String text) {
    var out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(c == '\n' || c == '\r' ? ' ' : c >= ' ' && c < 127 && c != '\\' ? c : '?');
    }
    return out.toString();
  }
}
