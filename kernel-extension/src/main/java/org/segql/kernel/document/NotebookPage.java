package org.segql.kernel.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.segql.diagnostic.Html;
import org.segql.kernel.CellKind;
import org.segql.kernel.NotebookLanguage;
import org.segql.session.LanguageServices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A notebook with its outputs as one page that needs nothing else, readable on light and on dark
/// and on paper. HTML in its Markdown is shown as text; that of outputs is what cells made, scripts
/// included, since they ran just now.
final class NotebookPage {
  private static final Pattern HEADING = Pattern.compile("(?m)^#\\s+(.+)$");
  private static final Pattern ATTACHED = Pattern.compile("\\(attachment:([^)\\s]+)\\)");
  private static final List<TablesExtension> TABLES =
      List.of((TablesExtension) TablesExtension.create());
  private static final Parser MARKDOWN = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  private final NotebookFile file;
  private final LanguageServices segql;

  NotebookPage(NotebookFile file, LanguageServices segql) {
    this.file = file;
    this.segql = segql;
  }

  byte[] html() {
    var page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(Html.escape(title()))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n");
    for (var cell : file.cells()) {
      String source = NotebookFile.source(cell);
      switch (cell.path("cell_type").asString("")) {
        case "markdown" ->
            page.append("<section class=\"prose\">\n")
                .append(HTML.render(MARKDOWN.parse(attached(source, cell))))
                .append("</section>\n");
        case "code" -> code(cell, source, page);
        default -> page.append("<pre>").append(Html.escape(source)).append("</pre>\n");
      }
    }
    return page.append("</main>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private String title() {
    return file.cells().stream()
        .filter(c -> c.path("cell_type").asString("").equals("markdown"))
        .map(c -> HEADING.matcher(NotebookFile.source(c)))
        .filter(Matcher::find)
        .map(m -> m.group(1).strip())
        .findFirst()
        .orElse(file.name());
  }

  private static String style() {
    try (InputStream in = NotebookPage.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks `page.css`");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Pictures that a cell of Markdown carries with it.
  private static String attached(String source, ObjectNode cell) {
    return ATTACHED
        .matcher(source)
        .replaceAll(
            found -> {
              var picture = cell.path("attachments").path(found.group(1));
              String link =
                  picture
                      .propertyStream()
                      .findFirst()
                      .map(p -> "(data:" + p.getKey() + ";base64," + base64(p.getValue()) + ")")
                      .orElse(found.group());
              return Matcher.quoteReplacement(link);
            });
  }

  private void code(ObjectNode cell, String source, StringBuilder page) {
    if (source.isBlank()) {
      return;
    }
    String number = cell.path("execution_count").asString("");
    page.append("<section class=\"cell\">\n<div class=\"prompt\">")
        .append(number.isEmpty() ? "" : "[" + number + "]")
        .append("</div>\n<pre class=\"source\">")
        .append(coloured(source))
        .append("</pre>\n<div class=\"outputs\">\n");
    cell.path("outputs").forEach(output -> output(output, page));
    page.append("</div>\n</section>\n");
  }

  /// SegQL in the colours of its words; Java as it stands.
  private String coloured(String source) {
    if (NotebookLanguage.kindOf(source) == CellKind.JAVA) {
      return Html.escape(source);
    }
    var html = new StringBuilder();
    int at = 0;
    for (var token : segql.tokens(source)) {
      int start = Math.max(at, token.span().start());
      int end = Math.max(start, token.span().end());
      html.append(Html.escape(source.substring(at, start)))
          .append("<span class=\"t-")
          .append(token.kind())
          .append("\">")
          .append(Html.escape(source.substring(start, end)))
          .append("</span>");
      at = end;
    }
    return html.append(Html.escape(source.substring(at))).toString();
  }

  private static void output(JsonNode output, StringBuilder page) {
    switch (output.path("output_type").asString("")) {
      case "stream" ->
          page.append("<pre class=\"")
              .append(output.path("name").asString("").equals("stderr") ? "stderr" : "stdout")
              .append("\">")
              .append(AnsiHtml.of(NotebookJson.text(output.path("text"))))
              .append("</pre>\n");
      case "error" -> {
        var lines = output.path("traceback").valueStream().map(l -> l.asString("")).toList();
        page.append("<pre class=\"error\">")
            .append(AnsiHtml.of(String.join("\n", lines)))
            .append("</pre>\n");
      }
      default ->
          page.append("<div class=\"output\">")
              .append(richest(output.path("data")))
              .append("</div>\n");
    }
  }

  private static String richest(JsonNode data) {
    String alt = Html.escape(NotebookJson.text(data.path("text/plain")));
    if (data.has("text/html")) {
      return NotebookJson.text(data.path("text/html"));
    }
    for (String type : List.of("image/png", "image/jpeg", "image/gif")) {
      if (data.has(type)) {
        return "<img src=\"data:%s;base64,%s\" alt=\"%s\">"
            .formatted(type, base64(data.path(type)), alt);
      }
    }
    if (data.has("text/markdown")) {
      return HTML.render(MARKDOWN.parse(NotebookJson.text(data.path("text/markdown"))));
    }
    return "<pre>" + AnsiHtml.of(NotebookJson.text(data.path("text/plain"))) + "</pre>";
  }

  private static String base64(JsonNode text) {
    return NotebookJson.text(text).replaceAll("[^A-Za-z0-9+/=]", "");
  }
}
