package org.segql.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Takes a cell apart into Java and lines that are magics (`%maven …`). A `%` at a line's start is
/// the remainder operator where the Java before it is not complete.
final class CellParts {
  private static final Pattern MAGIC =
      Pattern.compile("(?m)^[ \\t]*%(\\w+)(?:[ \\t]+([^\\r\\n]*))?[ \\t]*\\r?$");

  /// @param offset where it begins in the cell
  sealed interface Part {
    int offset();

    record Java(String text, int offset) implements Part {}

    record Magic(String name, String argument, int offset) implements Part {}
  }

  private CellParts() {}

  /// @param names of the magics; other words after `%` are Java, and javac says what it thinks of
  ///   them
  /// @param complete whether Java text is whole as it stands
  static List<Part> of(String code, Set<String> names, Predicate<String> complete) {
    var parts = new ArrayList<Part>();
    int from = 0;
    var matcher = MAGIC.matcher(code);
    while (matcher.find()) {
      String before = code.substring(from, matcher.start());
      boolean unknownFirst = code.substring(0, matcher.start()).isBlank();
      boolean magic = names.contains(matcher.group(1)) || unknownFirst;
      if (!magic || !(before.isBlank() || complete.test(before))) {
        continue;
      }
      if (!before.isBlank()) {
        parts.add(new Part.Java(before, from));
      }
      String argument = matcher.group(2) == null ? "" : matcher.group(2).strip();
      parts.add(new Part.Magic(matcher.group(1), argument, matcher.start()));
      from = matcher.end();
    }
    if (!code.substring(from).isBlank()) {
      parts.add(new Part.Java(code.substring(from), from));
    }
    return parts;
  }
}
