package org.segql.result;

import java.io.IOException;
import java.util.List;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticHtml;
import org.segql.diagnostic.Html;

/// HTML that stands in any page: one `div class="segql"` a result, its styles scoped to that class,
/// readable on light and on dark. Everything is escaped; the only scripts are those of charts.
///
/// @param page true: a run is a page of its own with head and styles; false: each result carries
///   its styles (notebooks)
public record HtmlRenderer(boolean page, int rowLimit, ChartPainter painter)
    implements ResultRenderer {
  public HtmlRenderer(boolean page, int rowLimit) {
    this(page, rowLimit, ChartPainter.WORDS);
  }

  @Override
  public String opening() {
    return page
        ? "<!DOCTYPE html>\n"
            + "<html lang=\"en\">\n"
            + "<head>\n"
            + "<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<title>SegQL</title>\n"
            + "<style>\n"
            + ":root { color-scheme: light dark; }\n"
            + "body { margin: 2em auto; max-width: 70em; padding: 0 1em; font-family: system-ui,"
            + " sans-serif; }\n"
            + HtmlTable.STYLE
            + "</style>\n</head>\n<body>\n"
        : "";
  }

  @Override
  public String closing() {
    return page ? "</body>\n</html>\n" : "";
  }

  @Override
  public void write(Result result, Appendable out) throws IOException {
    out.append("<div class=\"segql\">\n");
    if (!page) {
      out.append("<style>\n").append(HtmlTable.STYLE).append("</style>\n");
    }
    String title = TerminalRenderer.title(result);
    if (!title.isEmpty()) {
      out.append("<div class=\"segql-title\">").append(prose(title)).append("</div>\n");
    }
    for (Diagnostic note : result.notes()) {
      out.append(DiagnosticHtml.line(note));
    }
    for (Part part : result.parts()) {
      out.append(
          switch (part) {
            case Part.Heading h -> "<div class=\"segql-heading\">" + prose(h.text()) + "</div>\n";
            case Part.Paragraph p -> "<p>" + prose(p.text()).replace("\n", "<br>") + "</p>\n";
            case Part.Bullets b -> bullets(b.items());
            case Part.CodeBlock c ->
                "<pre class=\"segql-code\">" + Html.escape(c.text()) + "</pre>\n";
            case Part.ChartPart c -> painter.html(c.figure());
            case Part.TablePart t -> new HtmlTable(t, rowLimit).render();
          });
    }
    out.append("</div>\n");
  }

  /// Sentences: escaped, names in backticks as code.
  static String prose(String text) {
    return Html.escape(text).replaceAll("`([^`\n]+)`", "<code>$1</code>");
  }

  private static String bullets(List<String> items) {
    var html = new StringBuilder("<ul>\n");
    for (String item : items) {
      html.append("<li>").append(prose(item)).append("</li>\n");
    }
    return html.append("</ul>\n").toString();
  }
}
