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
  /// @param painter draws the charts of TABLE and HTML; a new one for each document
  public ResultRenderer renderer(TerminalStyle style, ChartPainter painter) {
    return switch (this) {
      case TABLE -> new TerminalRenderer(style, painter);
      case CSV -> new CsvRenderer();
      case JSON -> new JsonRenderer();
      case HTML -> new HtmlRenderer(true, style.rowLimit(), painter);
      case MARKDOWN -> new MarkdownRenderer(style.rowLimit());
    };
  }
}
