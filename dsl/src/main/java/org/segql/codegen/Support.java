package org.segql.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The methods that programs are written with: of all there are a program carries those that it
/// calls, and those that they call.
final class Support {
  private static final Map<String, String> BLOCKS = read();

  private Support() {}

  private static Map<String, String> read() {
    var blocks = new LinkedHashMap<String, String>();
    for (String file : List.of("tables.txt", "values.txt", "segments.txt")) {
      for (String block : text(file).split("(?m)^//# ")) {
        int end = block.indexOf('\n');
        if (end > 0) {
          blocks.put(block.substring(0, end).strip(), block.substring(end + 1).stripTrailing());
        }
      }
    }
    return blocks;
  }

  private static String text(String file) {
    try (var in = Objects.requireNonNull(Support.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The blocks that a program needs, in the order of the file.
  static String of(String program) {
    var needed = new TreeSet<String>();
    var open = new ArrayDeque<String>();
    open.add(program);
    while (!open.isEmpty()) {
      String text = open.remove();
      BLOCKS.forEach(
          (name, block) -> {
            if (!needed.contains(name) && calls(text, name)) {
              needed.add(name);
              open.add(block);
            }
          });
    }
    var out = new StringBuilder();
    BLOCKS.forEach(
        (name, block) -> {
          if (needed.contains(name)) {
            out.append('\n').append(block).append('\n');
          }
        });
    return out.toString();
  }

  /// Types are used by name, methods by a call that is not on an object.
  private static boolean calls(String text, String name) {
    String pattern =
        Character.isUpperCase(name.charAt(0))
            ? "\\b" + name + "\\b"
            : "(?<![.\\w\"])" + name + "\\(";
    return Pattern.compile(pattern).matcher(text).find();
  }
}
