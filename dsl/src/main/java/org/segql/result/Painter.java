package org.segql.result;

import org.segql.chart.Figure;
import org.segql.render.HtmlChart;
import org.segql.render.TerminalChart;

/// Draws the charts of one document: in a terminal with dots and blocks, in HTML as pictures that
/// come alive once plotly.js is there, which the first of them carries.
public final class Painter implements ChartPainter {
  private int drawn;

  @Override
  public String terminal(Figure figure, TerminalStyle style) {
    return style.unicode() && style.width() >= 30
        ? TerminalChart.render(figure, style.width(), style.colour())
        : WORDS.terminal(figure, style);
  }

  @Override
  public String html(Figure figure) {
    drawn++;
    return (drawn == 1 ? HtmlChart.carrier() : "") + HtmlChart.snippet(figure, "chart-" + drawn);
  }
}
