package org.segql.docs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A block of code in a page.
///
/// @param language the first word after the backticks; empty where there is none
/// @param options the other words: `error`, `no-run`, `elsewhere`, `only=code`
/// @param line the line of the page that opens it, from 1
/// @param indent what stands before the backticks, as before each of its lines
/// @param expected the block `text` that follows it directly, its expected output; null: none
record Fence(
    String language,
    Set<String> options,
    int line,
    String indent,
    List<String> lines,
    @Nullable Fence expected) {
  Fence {
    options = Set.copyOf(options);
    lines = List.copyOf(lines);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  boolean is(String option) {
    return options.contains(option);
  }

  /// What follows `option=`.
  Optional<String> value(String option) {
    return options.stream()
        .filter(o -> o.startsWith(option + "="))
        .map(o -> o.substring(option.length() + 1))
        .findFirst();
  }

  Fence expecting(Fence output) {
    return new Fence(language, options, line, indent, lines, output);
  }

  /// The line that closes it, from 1.
  int lastLine() {
    return line + lines.size() + 1;
  }
}
