package org.segql.render;

import java.util.Map;
import tech.tablesaw.plotly.traces.AbstractTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

/// A trace with any of plotly.js's attributes. Tablesaw's own traces lack many (hover texts of
/// bars, gaps, places of bars, several x axes) and put names into the script as they are.
final class PlotlyTrace extends AbstractTrace {
  private static final double[] NOWHERE = {0};

  private final Map<String, Object> attributes;

  PlotlyTrace(String name, Map<String, Object> attributes) {
    super(ScatterTrace.builder(NOWHERE, NOWHERE).name(name));
    this.attributes = attributes;
  }

  Map<String, Object> attributes() {
    return attributes;
  }

  @Override
  public String asJavascript(int i) {
    return "var trace" + i + " = " + PlotlyText.json(attributes) + ";";
  }

  @Override
  public boolean showLegend() {
    return Boolean.TRUE.equals(attributes.get("showlegend"));
  }

  @Override
  public String toString() {
    return asJavascript(0);
  }
}
