package org.segql.render;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.segql.chart.Chart;
import org.segql.chart.Figure;
import org.segql.chart.Theme;
import org.segql.diagnostic.Html;

/// Figures as HTML: pages that open without a network, and pieces for notebooks and reports. All
/// text of users is escaped.
public final class HtmlChart {
  private static final String STYLE =
      """
      body { font-family: system-ui, sans-serif; margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem; background: #ffffff; color: #24292f; }
      figure { margin: 0 0 1rem; } figcaption { font-size: 0.85rem; opacity: 0.8; }
      @media (prefers-color-scheme: dark) { body { background: #16181b; color: #e6e6e6; } }
      """;

  private HtmlChart() {}

  /// A whole page with everything in it: plotly.js once, then each figure.
  public static String page(String title, List<Figure> figures) {
    var body = new StringBuilder();
    for (int i = 0; i < figures.size(); i++) {
      body.append(element(figures.get(i), "chart-" + (i + 1)));
    }
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    <script>%s</script>
    <script>%s</script>
    </head>
    <body>
    %s</body>
    </html>
    """
        .formatted(Html.escape(title), STYLE, PlotlyScript.plotly(), PlotlyScript.drawing(), body);
  }

  public static String page(Figure figure) {
    return page(heading(figure), List.of(figure));
  }

  /// A figure's element for a page that has plotly.js and {@link PlotlyScript#drawing} already.
  ///
  /// @param id unique in the page: letters, digits, `-`
  public static String element(Figure figure, String id) {
    PlotlyFigure plotly = PlotlyRenderer.render(figure);
    return """
    <figure aria-label="%s">
    <div id="%s" style="height: %dpx"></div>
    %s</figure>
    <script>segqlChart(Plotly, document.getElementById("%s"), %s);</script>
    """
        .formatted(
            Html.escape(figure.summary()), id, plotly.height(), caption(figure), id, plotly.json());
  }

  /// A figure for a notebook: a picture that shows everywhere, which a script replaces by the live
  /// chart once plotly.js is there (see {@link #carrier}). Shows the picture where scripts do not
  /// run.
  ///
  /// @param id unique among all outputs of the notebook: letters, digits, `-`
  public static String snippet(Figure figure, String id) {
    return """
    <div class="segql-chart"><div id="%s"></div>
    <img src="data:image/png;base64,%s" alt="%s" style="max-width: 100%%">
    %s<script>
    (function () {
      %s
      var here = document.getElementById("%s");
      function live() {
        if (!here || here.segql || !window.segqlPlotly) return;
        here.segql = true;
        here.parentNode.querySelector("img").style.display = "none";
        segqlChart(window.segqlPlotly, here, %s);
      }
      live();
      window.addEventListener("segql-plotly", live);
    })();
    </script></div>
    """
        .formatted(
            id,
            Base64.getEncoder().encodeToString(StaticChart.png(figure, Theme.LIGHT, 2)),
            Html.escape(figure.summary()),
            caption(figure),
            PlotlyScript.drawing(),
            id,
            PlotlyRenderer.render(figure).json());
  }

  /// The script that brings plotly.js into a notebook, once: it unpacks it, hides the page's
  /// MathJax from it (which is newer than it knows, and would make formulas of texts), keeps it as
  /// `segqlPlotly` and tells the charts that wait.
  public static String carrier() {
    return """
    <script>
    (function () {
      if (window.segqlPlotly || !window.DecompressionStream) return;
      var packed = Uint8Array.from(atob("%s"), function (c) { return c.charCodeAt(0); });
      var stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      new Response(stream).text().then(function (code) {
        var module = { exports: {} };
        new Function("module", "exports", "define", "MathJax", code)(module, module.exports);
        window.segqlPlotly = module.exports;
        window.dispatchEvent(new Event("segql-plotly"));
      });
    })();
    </script>
    """
        .formatted(PlotlyScript.compressed());
  }

  private static String caption(Figure figure) {
    String notes =
        figure.charts().stream()
            .filter(c -> !c.marks().isEmpty())
            .map(HtmlChart::notes)
            .filter(n -> !n.isEmpty())
            .collect(Collectors.joining("<br>"));
    return notes.isEmpty() ? "" : "<figcaption>" + notes + "</figcaption>\n";
  }

  private static String notes(Chart chart) {
    return Html.escape(String.join(" ", chart.notes()));
  }

  private static String heading(Figure figure) {
    return figure.title().isEmpty() ? figure.charts().getFirst().title() : figure.title();
  }
}
