package org.segql.result;

import java.util.List;
import org.segql.chart.Palette;
import org.segql.chart.Theme;
import org.segql.chart.Tone;
import org.segql.diagnostic.Html;
import org.segql.diagnostic.NumberText;

/// One table as HTML.
record HtmlTable(Part.TablePart part, int rowLimit) {
  private static final int MOST_COLUMNS = 200;

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
      """;

  String render() {
    List<ShownColumn> all = ShownColumn.of(part);
    List<ShownColumn> columns = all.subList(0, Math.min(all.size(), MOST_COLUMNS));
    int rows = TerminalTable.shownRows(part, rowLimit);
    var html = new StringBuilder("<table>\n");
    if (!part.caption().isEmpty()) {
      html.append("<caption>").append(HtmlRenderer.prose(part.caption())).append("</caption>\n");
    }
    html.append("<thead><tr>");
    for (ShownColumn column : columns) {
      String kind = column.toTheRight() ? " class=\"segql-n\"" : "";
      html.append("<th scope=\"col\"").append(kind).append('>');
      html.append(Html.escape(column.name())).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < rows; row++) {
      html.append("<tr>");
      for (ShownColumn column : columns) {
        html.append("<td class=\"")
            .append(column.toTheRight() ? "segql-n" : "segql-t")
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
