package org.segql.kernel.shell;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Finds texts in Java code that no class file can hold. JShell must never see one: javac keeps it
/// in a pool that it uses again, and refuses all code from then on (JDK 25).
final class TextLiterals {
  private static final int MOST_BYTES = 65_535;
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\n]*+|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?"
              + "|\"\"\"(?<block>(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+)(?:\"\"\")?"
              + "|\"(?<text>(?:[^\"\\\\\n]|\\\\.)*+)\"?"
              + "|'(?:[^'\\\\\n]|\\\\.)*+'?",
          Pattern.DOTALL);

  private TextLiterals() {}

  /// Whether one is too long; escapes are counted as written, so that a text near the limit may be
  /// refused too.
  static boolean tooLong(String java) {
    if (java.length() * 3L <= MOST_BYTES) {
      return false;
    }
    var tokens = TOKEN.matcher(java);
    while (tokens.find()) {
      String text = tokens.group("block") == null ? tokens.group("text") : tokens.group("block");
      if (text != null && text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
        return true;
      }
    }
    return false;
  }
}
