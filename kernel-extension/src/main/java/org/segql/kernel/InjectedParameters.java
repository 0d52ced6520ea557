package org.segql.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cells that papermill writes for `-p name value`: a comment `Parameters` and lines `k = 5` (its
/// Python form) or `var k = 5;` (its C# form). The second is Java as it stands; the first is made
/// Java here.
final class InjectedParameters {
  private static final Pattern HEADING = Pattern.compile("\\s*(?:#|//|--)\\s*[Pp]arameters\\s*");
  private static final Pattern LINE =
      Pattern.compile("\\s*([\\p{L}_][\\p{L}\\p{N}_]*)\\s*=\\s*(.+?)\\s*;?\\s*");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

  private InjectedParameters() {}

  /// The Java that says the same; empty where the cell is no such cell.
  static Optional<String> java(String cell) {
    var lines = cell.lines().filter(l -> !l.isBlank()).toList();
    if (lines.size() < 2 || !HEADING.matcher(lines.getFirst()).matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      var matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      var literal = literal(matcher.group(2));
      if (literal.isEmpty()) {
        return Optional.empty();
      }
      values.put(matcher.group(1), literal.get());
    }
    var java = new StringBuilder();
    values.forEach((name, value) -> java.append("var %s = %s;\n".formatted(name, value)));
    return Optional.of(java.toString());
  }

  private static Optional<String> literal(String written) {
    if (NUMBER.matcher(written).matches() || written.matches("true|false")) {
      return Optional.of(written);
    }
    return switch (written) {
      case "True" -> Optional.of("true");
      case "False" -> Optional.of("false");
      default -> text(written);
    };
  }

  private static Optional<String> text(String written) {
    boolean quoted =
        written.length() >= 2
            && (written.startsWith("\"") && written.endsWith("\"")
                || written.startsWith("'") && written.endsWith("'"));
    if (!quoted) {
      return Optional.empty();
    }
    String inner = written.substring(1, written.length() - 1);
    return Optional.of(
        '"' + (written.charAt(0) == '\'' ? inner.replace("\"", "\\\"") : inner) + '"');
  }
}
