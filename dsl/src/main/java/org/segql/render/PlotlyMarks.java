package org.segql.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.segql.chart.Mark;
import org.segql.chart.Numbers;
import org.segql.chart.Tone;

/// The traces of plotly.js that marks become, on one pair of axes.
final class PlotlyMarks {
  private final PlotlyColours colours;
  private final String xAxis;
  private final String yAxis;
  private final PlotlyGrid.Domain domain;

  PlotlyMarks(PlotlyColours colours, String xAxis, String yAxis, PlotlyGrid.Domain domain) {
    this.colours = colours;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    this.domain = domain;
  }

  private Map<String, Object> trace(String type) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", type);
    if (!type.equals("pie")) {
      trace.put("xaxis", xAxis);
      trace.put("yaxis", yAxis);
    }
    return trace;
  }

  private Map<String, Object> scatter(String mode, double[] x, double[] y, List<String> hover) {
    Map<String, Object> trace = trace("scatter");
    trace.put("mode", mode);
    trace.put("x", x);
    trace.put("y", y);
    hover(trace, hover);
    return trace;
  }

  private static void hover(Map<String, Object> trace, List<String> hover) {
    if (!hover.isEmpty()) {
      trace.put("hovertext", hover.stream().map(PlotlyText::plain).toList());
      trace.put("hoverinfo", "text");
    }
  }

  Map<String, Object> points(Mark.Points points) {
    Map<String, Object> trace = scatter("markers", points.x(), points.y(), points.hover());
    Map<String, Object> marker = new LinkedHashMap<>();
    double[] size = points.size();
    marker.put("size", size == null ? (Object) (points.x().length > 1500 ? 5 : 7) : size);
    marker.put("opacity", points.x().length > 1500 ? 0.55 : 0.75);
    Mark.Shade shade = points.shade();
    if (shade == null) {
      marker.put("color", colours.of(points.tone()));
    } else {
      marker.put("color", shade.values());
      marker.put("cmin", shade.min());
      marker.put("cmax", shade.max());
      marker.put("colorscale", colours.scale(false));
      marker.put("showscale", true);
      marker.put("colorbar", bar(shade.label()));
      marker.put("line", Map.of("width", 0.5, "color", colours.of(Tone.MUTED)));
    }
    trace.put("marker", marker);
    return trace;
  }

  Map<String, Object> line(Mark.Line line) {
    Map<String, Object> trace =
        scatter(line.markers() ? "lines+markers" : "lines", line.x(), line.y(), line.hover());
    trace.put(
        "line",
        Map.of(
            "color",
            colours.of(line.tone()),
            "width",
            line.width(),
            "dash",
            line.dashed() ? "dash" : "solid"));
    if (line.markers()) {
      trace.put("marker", Map.of("color", colours.of(line.tone()), "size", 6));
    }
    trace.put("connectgaps", false);
    if (line.name().isEmpty() && line.hover().isEmpty()) {
      trace.put("hoverinfo", "skip");
    }
    return trace;
  }

  Map<String, Object> bars(Mark.Bars bars) {
    Map<String, Object> trace = trace("bar");
    int n = bars.at().length;
    double[] length = new double[n];
    for (int i = 0; i < n; i++) {
      length[i] = bars.to()[i] - bars.from()[i];
    }
    trace.put("orientation", bars.horizontal() ? "h" : "v");
    trace.put(bars.horizontal() ? "y" : "x", bars.at());
    trace.put(bars.horizontal() ? "x" : "y", length);
    trace.put("base", bars.from());
    trace.put("width", bars.thickness());
    trace.put(
        "marker",
        Map.of("color", IntStream.range(0, n).mapToObj(i -> colours.of(bars.tone(i))).toList()));
    if (!bars.labels().isEmpty()) {
      trace.put("text", bars.labels().stream().map(PlotlyText::plain).toList());
      trace.put("textposition", "outside");
      trace.put("cliponaxis", false);
      trace.put("textfont", Map.of("size", 11, "color", colours.of(Tone.INK)));
    }
    hover(trace, bars.hover());
    return trace;
  }

  Map<String, Object> region(Mark.Region region) {
    int n = region.x().length;
    double[] x = Arrays.copyOf(region.x(), n + 1);
    double[] y = Arrays.copyOf(region.y(), n + 1);
    if (n > 0) {
      x[n] = x[0];
      y[n] = y[0];
    }
    Map<String, Object> trace = scatter("lines", x, y, List.of());
    trace.put("fill", "toself");
    trace.put("fillcolor", colours.of(region.tone(), region.opacity()));
    trace.put(
        "line", Map.of("width", region.outline() ? 1.2 : 0, "color", colours.of(region.tone())));
    if (region.hover().isEmpty()) {
      trace.put("hoverinfo", "skip");
    } else {
      trace.put("hoveron", "fills");
      trace.put("hoverinfo", "text");
      trace.put("text", PlotlyText.plain(region.hover()));
    }
    return trace;
  }

  Map<String, Object> labels(Mark.Labels labels) {
    Map<String, Object> trace = scatter("text", labels.x(), labels.y(), List.of());
    trace.put("text", labels.texts().stream().map(PlotlyText::plain).toList());
    trace.put(
        "textposition",
        switch (labels.align()) {
          case CENTER -> "middle center";
          case RIGHT_OF -> "middle right";
          case LEFT_OF -> "middle left";
          case ABOVE -> "top center";
        });
    trace.put(
        "textfont",
        Map.of(
            "color", colours.of(labels.tone()), "size", labels.size() == 0 ? 11 : labels.size()));
    trace.put("hoverinfo", "skip");
    trace.put("cliponaxis", false);
    return trace;
  }

  Map<String, Object> cells(Mark.Cells cells) {
    Map<String, Object> trace = trace("heatmap");
    trace.put("z", List.of(cells.values()));
    trace.put("zmin", cells.min());
    trace.put("zmax", cells.max());
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put("colorscale", colours.scale(cells.diverging()));
    trace.put("colorbar", bar(cells.name()));
    if (!cells.hover().isEmpty()) {
      trace.put(
          "text",
          cells.hover().stream().map(row -> row.stream().map(PlotlyText::plain).toList()).toList());
      trace.put("hoverinfo", "text");
    }
    return trace;
  }

  Map<String, Object> cellTexts(Mark.Cells cells) {
    List<String> texts = new ArrayList<>();
    List<String> ink = new ArrayList<>();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int row = 0; row < cells.texts().size(); row++) {
      for (int column = 0; column < cells.texts().get(row).size(); column++) {
        texts.add(PlotlyText.plain(Numbers.shortened(cells.texts().get(row).get(column), 12)));
        ink.add(colours.of(new Tone.On(tone(cells, cells.values()[row][column]))));
        x.add((double) column);
        y.add((double) row);
      }
    }
    Map<String, Object> trace = trace("scatter");
    trace.put("mode", "text");
    trace.put("x", x);
    trace.put("y", y);
    trace.put("text", texts);
    trace.put("textfont", Map.of("size", 11, "color", ink));
    trace.put("hoverinfo", "skip");
    return trace;
  }

  /// The bar that says which number a colour stands for, beside the chart.
  private Map<String, Object> bar(String label) {
    Map<String, Object> bar = new LinkedHashMap<>();
    bar.put("title", Map.of("text", PlotlyText.plain(label)));
    bar.put("thickness", 14);
    if (!domain.alone()) {
      bar.put("x", domain.right() + 0.005);
      bar.put("y", (domain.bottom() + domain.top()) / 2);
      bar.put("len", domain.top() - domain.bottom());
    }
    return bar;
  }

  /// The colour of a cell's value.
  static Tone tone(Mark.Cells cells, double value) {
    if (Double.isNaN(value)) {
      return Tone.Plain.PAPER;
    }
    double place =
        cells.max() > cells.min() ? (value - cells.min()) / (cells.max() - cells.min()) : 0.5;
    return cells.diverging() ? new Tone.Diverging(place) : new Tone.Sequential(place);
  }

  Map<String, Object> slices(Mark.Slices slices) {
    // Names stand around a pie; among others it must leave them room.
    double room = domain.alone() ? 0 : (domain.right() - domain.left()) * 0.22;
    List<Double> x = List.of(domain.left() + room, domain.right() - room);
    List<Double> y = List.of(domain.bottom(), domain.top());
    int longest = domain.alone() ? 40 : 18;
    Map<String, Object> trace = trace("pie");
    trace.put(
        "labels",
        slices.labels().stream()
            .map(l -> PlotlyText.plain(Numbers.shortened(l, longest)))
            .toList());
    trace.put("values", slices.values());
    trace.put("hole", slices.hole());
    trace.put("sort", false);
    trace.put("direction", "clockwise");
    trace.put("textinfo", "label+percent");
    trace.put("hoverinfo", "label+value+percent");
    trace.put("domain", Map.of("x", x, "y", y));
    trace.put(
        "marker",
        Map.of(
            "colors",
            slices.tones().stream().map(colours::of).toList(),
            "line",
            Map.of("width", 1, "color", colours.of(Tone.Plain.PAPER))));
    trace.put("textfont", Map.of("size", 12));
    return trace;
  }
}
