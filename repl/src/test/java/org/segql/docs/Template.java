package org.segql.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page written by hand with places, `{{name}}`, for what is generated.
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z_-]+)}}");

  private Template() {}

  /// @throws IllegalStateException where a part has no place, or a place no part
  static String fill(String name, Map<String, String> parts) {
    Set<String> left = new HashSet<>(parts.keySet());
    Matcher places = PLACE.matcher(read(name));
    var text = new StringBuilder();
    while (places.find()) {
      String part = parts.get(places.group(1));
      if (part == null) {
        throw new IllegalStateException(name + " has a place for " + places.group(1));
      }
      left.remove(places.group(1));
      places.appendReplacement(text, Matcher.quoteReplacement(part.strip()));
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(name + " has no place for " + left);
    }
    return places.appendTail(text).toString();
  }

  private static String read(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/docs/reference", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
