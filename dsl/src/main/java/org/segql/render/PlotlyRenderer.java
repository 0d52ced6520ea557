package org.segql.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.segql.chart.Axis;
import org.segql.chart.Chart;
import org.segql.chart.Extent;
import org.segql.chart.Figure;
import org.segql.chart.Mark;
import org.segql.chart.Numbers;
import org.segql.chart.Tone;

/// Draws figures with plotly.js by way of Tablesaw's plotting library.
public final class PlotlyRenderer {
  /// The longest label of an axis, in characters.
  static final int LABEL = 24;

  /// The longest name in a legend, in characters.
  private static final int NAME = 40;

  /// Of a legend, in pixels.
  private static final int LINE = 19;

  /// How much deeper slanted labels reach than others, in pixels.
  private static final int SLANTED = 64;

  /// The longest name in a legend beside the plot; longer ones go below it.
  private static final int BESIDE = 20;

  private final PlotlyColours colours = new PlotlyColours();
  private final List<PlotlyTrace> traces = new ArrayList<>();
  private final Map<String, Object> layout = new LinkedHashMap<>();
  private final List<Object> annotations = new ArrayList<>();
  private final List<Object> shapes = new ArrayList<>();
  private final Set<String> named = new HashSet<>();

  private boolean slanted;

  private PlotlyRenderer() {}

  /// The figure for a browser.
  public static PlotlyFigure render(Figure figure) {
    return new PlotlyRenderer().figure(figure);
  }

  private PlotlyFigure figure(Figure figure) {
    PlotlyGrid grid = PlotlyGrid.of(figure);
    for (int i = 0; i < figure.charts().size(); i++) {
      panel(figure.charts().get(i), i + 1, grid.domains().get(i));
    }
    boolean alone = figure.charts().size() == 1;
    String title = alone ? figure.charts().getFirst().title() : figure.title();
    int height = grid.height() + extra(grid, figure);
    layout(title, grid, figure, height);
    return new PlotlyFigure(
        title, figure.charts().getFirst().look().width(), height, layout, colours.table(), traces);
  }

  private void layout(String title, PlotlyGrid grid, Figure figure, int height) {
    layout.put(
        "title",
        Map.of(
            "text",
            PlotlyText.plain(Numbers.shortened(title, 90)),
            "x",
            0.02,
            "xanchor",
            "left",
            "font",
            Map.of("size", 16)));
    layout.put("height", height);
    layout.put("autosize", true);
    layout.put("hovermode", "closest");
    layout.put("barmode", "overlay");
    layout.put("paper_bgcolor", colours.of(Tone.Plain.PAPER));
    layout.put("plot_bgcolor", colours.of(Tone.Plain.PAPER));
    layout.put(
        "font",
        Map.of("family", "system-ui, sans-serif", "size", 12, "color", colours.of(Tone.INK)));
    layout.put(
        "margin",
        Map.of(
            "l",
            grid.domains().getFirst().alone() ? 56 : 16,
            "r",
            24,
            "t",
            grid.top(),
            "b",
            PlotlyGrid.BOTTOM));
    layout.put("showlegend", figure.charts().stream().anyMatch(c -> c.look().legend()));
    layout.put("legend", legend(grid));
    layout.put("annotations", annotations);
    layout.put("shapes", shapes);
  }

  private Map<String, Object> legend(PlotlyGrid grid) {
    Map<String, Object> legend = new LinkedHashMap<>();
    legend.put("tracegroupgap", 0);
    legend.put("itemsizing", "constant");
    if (below(grid)) {
      double inside = grid.height() - grid.top() - PlotlyGrid.BOTTOM;
      legend.put("orientation", "h");
      legend.put("x", 0);
      legend.put("y", -(slanted ? 62 + SLANTED : 62) / inside);
      legend.put("yanchor", "top");
    }
    return legend;
  }

  /// Whether the legend stands below the plots: beside them there is no room for long names.
  private boolean below(PlotlyGrid grid) {
    return !grid.domains().getFirst().alone() || named.stream().anyMatch(n -> n.length() > BESIDE);
  }

  /// The pixels that a legend below the plots takes beyond what a chart's height allows for: the
  /// plots would have to give them up.
  private int extra(PlotlyGrid grid, Figure figure) {
    if (!below(grid) || figure.charts().stream().noneMatch(c -> c.look().legend())) {
      return 0;
    }
    int longest = named.stream().mapToInt(n -> Math.min(NAME, n.length())).max().orElse(0);
    int inRow = (int) Math.max(1, PlotlyGrid.WIDTH * 0.9 / (longest * PlotlyGrid.LETTER + 56));
    int rows = (named.size() + inRow - 1) / inRow;
    return Math.max(0, rows - 1) * LINE + (slanted ? SLANTED : 0);
  }

  private void panel(Chart chart, int number, PlotlyGrid.Domain domain) {
    String suffix = number == 1 ? "" : Integer.toString(number);
    Extent.Both extents = Extent.of(chart);
    layout.put("xaxis" + suffix, axis(chart, chart.x(), extents.x(), domain, "y" + suffix));
    if (PlotlyGrid.crowded(chart, domain)) {
      json("xaxis" + suffix).put("tickangle", -35);
      slanted = true;
    }
    layout.put("yaxis" + suffix, axis(chart, chart.y(), extents.y(), domain, "x" + suffix));
    if (chart.look().round()) {
      json("yaxis" + suffix).put("scaleanchor", "x" + suffix);
      json("xaxis" + suffix).put("constrain", "domain");
    }
    if (!domain.alone()) {
      annotations.add(heading(chart.title(), domain));
    }
    var marks = new PlotlyMarks(colours, "x" + suffix, "y" + suffix, domain);
    for (Mark mark : chart.marks()) {
      switch (mark) {
        case Mark.Rule rule -> rule(rule, extents, chart, domain, suffix);
        case Mark.Slices slices -> add(marks.slices(slices), slices.name(), chart);
        case Mark.Points p -> add(marks.points(p), p.name(), chart);
        case Mark.Line l -> add(marks.line(l), l.name(), chart);
        case Mark.Bars b -> add(marks.bars(b), b.name(), chart);
        case Mark.Region r -> add(marks.region(r), r.name(), chart);
        case Mark.Labels l -> add(marks.labels(l), "", chart);
        case Mark.Outline _ -> {}
        case Mark.Cells c -> {
          add(marks.cells(c), "", chart);
          if (!c.texts().isEmpty()) {
            add(marks.cellTexts(c), "", chart);
          }
        }
      }
    }
    if (chart.marks().isEmpty()) {
      annotations.add(empty(chart, domain));
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> json(String axis) {
    return (Map<String, Object>) Objects.requireNonNull(layout.get(axis));
  }

  private void add(Map<String, Object> trace, String name, Chart chart) {
    boolean pie = "pie".equals(trace.get("type"));
    boolean first = !name.isEmpty() && chart.look().legend() && (pie || named.add(name));
    trace.put("showlegend", first);
    if (!pie) {
      trace.put("name", PlotlyText.plain(Numbers.shortened(name, NAME)));
      trace.put("legendgroup", PlotlyText.plain(name));
    }
    traces.add(new PlotlyTrace(name, trace));
  }

  private Map<String, Object> axis(
      Chart chart, Axis axis, Extent extent, PlotlyGrid.Domain domain, String anchor) {
    Map<String, Object> json = new LinkedHashMap<>();
    boolean upright = anchor.startsWith("x");
    json.put("anchor", anchor);
    json.put(
        "domain",
        upright ? List.of(domain.bottom(), domain.top()) : List.of(domain.left(), domain.right()));
    json.put("visible", chart.look().axes());
    json.put("automargin", true);
    json.put(
        "title",
        Map.of(
            "text",
            PlotlyText.plain(Numbers.shortened(axis.label(), domain.letters(upright))),
            "standoff",
            12));
    json.put("type", axis.log() ? "log" : "linear");
    double low = axis.log() ? Math.log10(extent.min()) : extent.min();
    double high = axis.log() ? Math.log10(extent.max()) : extent.max();
    json.put("range", axis.reversed() ? List.of(high, low) : List.of(low, high));
    json.put("gridcolor", colours.of(Tone.MUTED, 0.22));
    json.put("zeroline", false);
    json.put("linecolor", colours.of(Tone.MUTED, 0.6));
    json.put("showline", true);
    if (!axis.ticks().isEmpty()) {
      json.put("tickvals", axis.ticks().stream().map(Axis.Tick::at).toList());
      json.put(
          "ticktext",
          axis.ticks().stream()
              .map(t -> PlotlyText.plain(Numbers.shortened(t.label(), LABEL)))
              .toList());
      json.put("showgrid", false);
    }
    return json;
  }

  private Map<String, Object> heading(String title, PlotlyGrid.Domain domain) {
    Map<String, Object> heading = new LinkedHashMap<>();
    heading.put(
        "text", "<b>" + PlotlyText.plain(Numbers.shortened(title, domain.letters(false))) + "</b>");
    heading.put("xref", "paper");
    heading.put("yref", "paper");
    heading.put("x", domain.left());
    heading.put("xanchor", "left");
    heading.put("y", domain.top());
    heading.put("yanchor", "bottom");
    heading.put("yshift", 4);
    heading.put("showarrow", false);
    return heading;
  }

  private Map<String, Object> empty(Chart chart, PlotlyGrid.Domain domain) {
    Map<String, Object> text = heading("", domain);
    text.put("text", PlotlyText.plain(String.join(" ", chart.notes())));
    text.put("x", (domain.left() + domain.right()) / 2);
    text.put("xanchor", "center");
    text.put("y", (domain.top() + domain.bottom()) / 2);
    return text;
  }

  private void rule(
      Mark.Rule rule, Extent.Both extents, Chart chart, PlotlyGrid.Domain domain, String suffix) {
    Axis axis = rule.vertical() ? chart.x() : chart.y();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "line");
    line.put("xref", rule.vertical() ? "x" + suffix : "paper");
    line.put("yref", rule.vertical() ? "paper" : "y" + suffix);
    line.put("x0", rule.vertical() ? rule.at() : domain.left());
    line.put("x1", rule.vertical() ? rule.at() : domain.right());
    line.put("y0", rule.vertical() ? domain.bottom() : rule.at());
    line.put("y1", rule.vertical() ? domain.top() : rule.at());
    line.put(
        "line",
        Map.of(
            "color",
            colours.of(rule.tone()),
            "width",
            1.5,
            "dash",
            rule.dashed() ? "dash" : "solid"));
    shapes.add(line);
    if (!rule.label().isEmpty()) {
      Map<String, Object> label = heading("", domain);
      label.put("text", PlotlyText.plain(rule.label()));
      label.put("font", Map.of("color", colours.of(rule.tone()), "size", 11));
      label.put("bgcolor", colours.of(Tone.Plain.PAPER, 0.75));
      if (rule.vertical()) {
        double place = extents.x().place(rule.at(), axis);
        label.put("x", domain.left() + place * (domain.right() - domain.left()));
        label.put("xanchor", place > 0.8 ? "right" : "left");
        label.put("xshift", place > 0.8 ? -4 : 4);
        label.put("yanchor", "top");
        label.put("yshift", 0);
      } else {
        double place = extents.y().place(rule.at(), axis);
        label.put("x", domain.right());
        label.put("xanchor", "right");
        label.put("y", domain.bottom() + place * (domain.top() - domain.bottom()));
        label.put("yshift", 0);
      }
      annotations.add(label);
    }
  }
}
