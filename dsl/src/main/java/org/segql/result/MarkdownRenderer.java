package org.segql.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.segql.diagnostic.Cells;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticRenderer;

/// GitHub-flavoured Markdown. Nothing from data can become markup.
public record MarkdownRenderer(int rowLimit) implements ResultRenderer {
  @Override
  public String between() {
    return "\n";
  }

  @Override
  public void write(Result result, Appendable out) throws IOException {
    var blocks = new ArrayList<String>();
    String title = TerminalRenderer.title(result);
    if (!title.isEmpty()) {
      blocks.add("## " + text(title));
    }
    if (!result.notes().isEmpty()) {
      List<String> notes = result.notes().stream().map(MarkdownRenderer::note).toList();
      blocks.add(String.join("\n", notes));
    }
    for (Part part : result.parts()) {
      blocks.add(
          switch (part) {
            case Part.Heading h -> "### " + text(h.text());
            case Part.Paragraph p -> text(p.text());
            case Part.Bullets b ->
                String.join("\n", b.items().stream().map(i -> "- " + text(i)).toList());
            case Part.CodeBlock c -> code(c);
            case Part.ChartPart c -> text(c.figure().summary());
            case Part.TablePart t -> table(t);
          });
    }
    out.append(String.join("\n\n", blocks)).append(blocks.isEmpty() ? "" : "\n");
  }

  private static String note(Diagnostic note) {
    return "> " + text(DiagnosticRenderer.PLAIN.line(note)) + "  ";
  }

  private static String code(Part.CodeBlock code) {
    String safe =
        String.join(
            "\n", code.text().replace("\t", "    ").lines().map(l -> Cells.safe(l, true)).toList());
    String fence = "```";
    while (code.text().contains(fence)) {
      fence += "`";
    }
    return fence + code.language() + "\n" + safe.stripTrailing() + "\n" + fence;
  }

  private String table(Part.TablePart part) {
    List<ShownColumn> columns = ShownColumn.of(part);
    int rows = TerminalTable.shownRows(part, rowLimit);
    var glyphs = new Glyphs(TerminalStyle.PLAIN);
    var out = new StringBuilder();
    if (!part.caption().isEmpty()) {
      out.append("**").append(text(part.caption())).append("**\n\n");
    }
    row(columns.stream().map(c -> text(c.name())).toList(), out);
    row(columns.stream().map(c -> c.toTheRight() ? "---:" : "---").toList(), out);
    for (int i = 0; i < rows; i++) {
      int r = i;
      row(columns.stream().map(c -> cell(c.cell(r), glyphs)).toList(), out);
    }
    String more = TerminalTable.more(rows, part.totalRows());
    return (out + (more.isEmpty() ? "" : "\n" + more)).stripTrailing();
  }

  private static String cell(Cell cell, Glyphs glyphs) {
    if (!cell.counts().isEmpty()) {
      return glyphs.histogram(cell.counts());
    }
    String bar = Double.isNaN(cell.bar()) ? "" : " " + glyphs.bar(cell.bar(), 10).stripTrailing();
    String arrow = cell.arrow() == 0 ? "" : " " + glyphs.arrow(cell.arrow());
    return (text(cell.text()) + bar + arrow).strip();
  }

  private static void row(List<String> cells, StringBuilder out) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /// Text on one line, every sign that could be markup escaped; names in backticks stay code.
  private static String text(String text) {
    String safe = Cells.safe(text.replaceAll("\\R", " "), true);
    var out = new StringBuilder(safe.length() + 8);
    int at = 0;
    while (at < safe.length()) {
      int open = safe.indexOf('`', at);
      int close = open < 0 ? -1 : safe.indexOf('`', open + 1);
      boolean code = close > open + 1 && safe.substring(open + 1, close).indexOf('|') < 0;
      int end = code ? open : close > 0 ? close + 1 : safe.length();
      escape(safe.substring(at, end), out);
      if (code) {
        out.append(safe, open, close + 1);
        end = close + 1;
      }
      at = end;
    }
    return out.toString();
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '|', '*', '_', '`', '[', ']', '\\', '#', '~', '!' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
  }
}
