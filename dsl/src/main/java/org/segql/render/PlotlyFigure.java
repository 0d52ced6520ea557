package org.segql.render;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/// A figure of Tablesaw's plotting library that can have several charts, annotations and the
/// reader's theme, which that library's layout cannot. It can be handed to everything that takes
/// its `Figure`.
public final class PlotlyFigure extends Figure {
  private final Map<String, Object> attributes;
  private final Map<String, List<Object>> colours;
  private final int height;

  PlotlyFigure(
      String title,
      int width,
      int height,
      Map<String, Object> attributes,
      Map<String, List<Object>> colours,
      List<PlotlyTrace> traces) {
    super(
        Layout.builder().title(title).width(width).height(height).build(),
        traces.toArray(Trace[]::new));
    this.attributes = attributes;
    this.colours = colours;
    this.height = height;
  }

  /// In pixels.
  public int height() {
    return height;
  }

  /// The figure as JSON: `data`, `layout`, and `colours`, which says what the signs for colours in
  /// the others stand for on light and on dark. Safe inside a script element.
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("data", Arrays.stream(getTraces()).map(t -> ((PlotlyTrace) t).attributes()).toList());
    all.put("layout", attributes);
    all.put("colours", colours);
    return PlotlyText.json(all);
  }

  @Override
  public String asJavascript(String divName) {
    return """
    <script>
    (function () {
    %s
    segqlChart(Plotly, document.getElementById(%s), %s);
    })();
    </script>
    """
        .formatted(PlotlyScript.drawing(), PlotlyText.json(divName), json());
  }
}
