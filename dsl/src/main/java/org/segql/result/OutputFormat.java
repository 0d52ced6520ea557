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

  /// What a file's name asks for by its ending; TABLE where it asks for none.
  public static OutputFormat ofFile(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "csv" -> CSV;
      case "json" -> JSON;
      case "html", "htm" -> HTML;
      case "md" -> MARKDOWN;
      default -> TABLE;
    };
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
