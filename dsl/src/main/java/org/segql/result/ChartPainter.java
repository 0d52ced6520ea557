package org.segql.result;

import org.segql.chart.Figure;
import org.segql.diagnostic.Html;
import org.segql.diagnostic.Wrapped;

/// How charts get into a text. Results know charts as records; drawing them is another package's
/// work.
public interface ChartPainter {
  /// Lines for a terminal, each at most as wide as the style says.
  String terminal(Figure figure, TerminalStyle style);

  /// An element for an HTML page or a notebook.
  String html(Figure figure);

  /// Draws nothing: says in words what a chart shows.
  ChartPainter WORDS =
      new ChartPainter() {
        @Override
        public String terminal(Figure figure, TerminalStyle style) {
          return String.join(
              "\n", Wrapped.lines(new Glyphs(style).safe(figure.summary()), style.width()));
        }

        @Override
        public String html(Figure figure) {
          return "<p>" + Html.escape(figure.summary()) + "</p>\n";
        }
      };
}
