package org.segql.result;

import java.util.Arrays;
import java.util.List;
import org.segql.chart.Palette;
import org.segql.chart.Theme;
import org.segql.chart.Tone;
import org.segql.diagnostic.Html;
import org.segql.diagnostic.NumberText;

/// One table as HTML. On paper nothing can be scrolled: there texts wrap, type gets smaller, and of
/// a table that is wider than a page all the same each row becomes a paragraph of names and values.
record HtmlTable(Part.TablePart part, int rowLimit) {
  private static final int MOST_COLUMNS = 200;

  /// Characters that a line of print holds, in its usual and in its small type.
  private static final int LINE = 80;

  private static final int SMALL_LINE = 100;

  /// How narrow texts get where words are broken, and what a bar and the room between columns take.
  private static final int BROKEN = 9;

  private static final int BAR = 6;
  private static final int APART = 1;

  /// Greys are transparent, so that they fit light and dark pages alike.
  static final String STYLE =
      """
      .segql { font-size: 13px; line-height: 1.4; color: inherit; overflow-x: auto; }
      .segql-title { font-weight: 600; font-size: 1.15em; margin: .6em 0 .3em; }
      .segql-heading { font-weight: 600; margin: .9em 0 .3em; }
      .segql p, .segql ul { margin: .3em 0; max-width: 80ch; }
      .segql code { font-family: ui-monospace, monospace; font-size: .95em; background: rgba(128,128,128,.14); border-radius: 3px; padding: 0 .25em; }
      .segql pre { font-family: ui-monospace, monospace; font-size: 12px; background: rgba(128,128,128,.1); padding: .6em .8em; border-radius: 4px; overflow-x: auto; }
      .segql-line { font-size: .92em; opacity: .85; padding-left: .6em; border-left: 3px solid rgba(128,128,128,.5); margin: .15em 0; }
      .segql-warning { border-left-color: #d98e04; }
      .segql-error { border-left-color: #d1383d; }
      .segql table { border-collapse: collapse; margin: .4em 0; border: 0; width: auto; font-size: inherit; }
      .segql caption { caption-side: top; text-align: left; font-weight: 600; padding: .2em 0; }
      .segql th, .segql td { padding: .2em .7em; text-align: left; vertical-align: top; border: 0; white-space: nowrap; }
      .segql th[scope], .segql td.segql-t { text-align: left; }
      .segql thead th { border-bottom: 1px solid rgba(128,128,128,.6); font-weight: 600; vertical-align: bottom; }
      .segql tbody tr:nth-child(even) { background: rgba(128,128,128,.07); }
      .segql tbody tr:hover { background: rgba(128,128,128,.16); }
      .segql th.segql-n, .segql td.segql-n { text-align: right; font-variant-numeric: tabular-nums; }
      .segql td.segql-t { white-space: normal; max-width: 40em; }
      .segql-none, .segql-more { opacity: .6; }
      .segql-more { font-size: .92em; margin: .2em 0 .6em; }
      .segql-chip { display: inline-block; width: .75em; height: .75em; border-radius: 50%; margin-right: .4em; }
      .segql-bar { display: inline-block; width: 6em; height: .7em; margin-left: .6em; text-align: left; }
      .segql-bar span { display: block; height: 100%; border-radius: 2px; background: #4a90c2; }
      @media print {
        .segql { overflow: visible; font-size: 11px; }
        .segql p, .segql ul { max-width: none; }
        .segql pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        .segql th, .segql td { padding: .15em .35em; }
        .segql th, .segql td.segql-t, .segql p, .segql li, .segql-line, .segql-title { white-space: normal; overflow-wrap: break-word; }
        .segql tr, .segql-chart { break-inside: avoid; }
        .segql-bar { width: 3em; print-color-adjust: exact; }
        .segql-chip { print-color-adjust: exact; }
        .segql-wide { font-size: 9px !important; }
        .segql .segql-wide th, .segql .segql-wide td.segql-t { overflow-wrap: anywhere; }
        .segql-many thead { display: none; }
        .segql-many, .segql-many tbody, .segql-many tr { display: block; text-align: left !important; }
        .segql-many td { display: inline-block; max-width: 100%; white-space: normal !important; overflow-wrap: anywhere; }
        .segql-many td::before { content: attr(data-name) ": "; opacity: .65; }
        .segql-chart .js-plotly-plot { display: none !important; }
        .segql-chart img { display: block !important; max-width: 100%; max-height: 24cm; }
      }
      """;

  String render() {
    List<ShownColumn> all = ShownColumn.of(part);
    List<ShownColumn> columns = all.subList(0, Math.min(all.size(), MOST_COLUMNS));
    int rows = TerminalTable.shownRows(part, rowLimit);
    boolean wide = columns.stream().mapToInt(c -> printed(c, rows, LINE)).sum() > LINE;
    boolean many = columns.stream().mapToInt(c -> printed(c, rows, BROKEN)).sum() > SMALL_LINE;
    String fit = many ? " class=\"segql-many\"" : wide ? " class=\"segql-wide\"" : "";
    var html = new StringBuilder("<table" + fit + ">\n");
    if (!part.caption().isEmpty()) {
      html.append("<caption>").append(HtmlRenderer.prose(part.caption())).append("</caption>\n");
    }
    html.append("<thead><tr>");
    for (ShownColumn column : columns) {
      String kind = column.toTheRight() ? " class=\"segql-n\"" : "";
      html.append("<th scope=\"col\"").append(kind).append('>');
      html.append(Html.escape(column.name()).replace("_", "_<wbr>")).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < rows; row++) {
      html.append("<tr>");
      for (ShownColumn column : columns) {
        html.append("<td class=\"")
            .append(column.toTheRight() ? "segql-n" : "segql-t")
            .append(many ? "\" data-name=\"" + Html.escape(column.name()) : "")
            .append("\">");
        cell(column.cell(row), html);
        html.append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
    more(TerminalTable.more(rows, part.totalRows()), html);
    if (all.size() > columns.size()) {
      more(columns.size() + " of " + NumberText.whole(all.size()) + " columns shown", html);
    }
    return html.toString();
  }

  /// How many characters a column takes in print at least: figures do not wrap, texts and headings
  /// do.
  ///
  /// @param whole words of so many characters are not broken
  private static int printed(ShownColumn column, int rows, int whole) {
    int most = Math.min(whole, longest(column.name().split("(?<=_)|\\s+")));
    for (int row = 0; row < rows; row++) {
      Cell cell = column.cell(row);
      int bar = Double.isNaN(cell.bar()) ? 0 : BAR;
      int text =
          column.toTheRight()
              ? cell.text().length()
              : Math.min(whole, longest(cell.text().split("[\\s-]+")));
      most = Math.max(most, text + bar);
    }
    return most + APART;
  }

  private static int longest(String[] words) {
    return Arrays.stream(words).mapToInt(String::length).max().orElse(0);
  }

  private static void more(String sentence, StringBuilder html) {
    if (!sentence.isEmpty()) {
      html.append("<div class=\"segql-more\">").append(sentence).append("</div>\n");
    }
  }

  private static void cell(Cell cell, StringBuilder html) {
    if (cell.missing()) {
      html.append("<span class=\"segql-none\">").append(NumberText.MISSING).append("</span>");
      return;
    }
    if (!cell.counts().isEmpty()) {
      html.append(new Glyphs(TerminalStyle.PLAIN).histogram(cell.counts()));
      return;
    }
    if (cell.segment() >= 0) {
      html.append("<span class=\"segql-chip\" style=\"background:")
          .append(Palette.hex(Tone.segment(cell.segment()), Theme.LIGHT))
          .append("\"></span>");
    }
    html.append(Html.escape(cell.text()));
    if (cell.arrow() != 0) {
      html.append(cell.arrow() > 0 ? " ↑" : " ↓");
    }
    if (!Double.isNaN(cell.bar())) {
      html.append("<span class=\"segql-bar\"><span style=\"width:")
          .append(Math.round(cell.bar() * 1000) / 10.0)
          .append("%\"></span></span>");
    }
  }
}
