package org.segql.repl;

import java.util.Locale;

/// The forms that results are written in.
enum Format {
  TABLE,
  CSV,
  JSON,
  HTML,
  MARKDOWN;

  /// The form that a file's name asks for.
  static Format ofFile(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CSV;
    }
    if (name.endsWith(".json")) {
      return JSON;
    }
    if (name.endsWith(".html") || name.endsWith(".htm")) {
      return HTML;
    }
    return name.endsWith(".md") ? MARKDOWN : TABLE;
  }
}
