package org.segql.result;

import java.util.Locale;

/// The forms in which a run's results can be written.
public enum OutputFormat {
  TABLE,
  CSV,
  JSON,
  HTML,
  MARKDOWN;

  /// As it is written on a command line: `table`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @param style for TABLE; its row limit for HTML and MARKDOWN too
  public ResultRenderer renderer(TerminalStyle style) {
    return switch (this) {
      case TABLE -> new TerminalRenderer(style);
      case CSV -> new CsvRenderer();
      case JSON -> new JsonRenderer();
      case HTML -> new HtmlRenderer(true, style.rowLimit());
      case MARKDOWN -> new MarkdownRenderer(style.rowLimit());
    };
  }
}
