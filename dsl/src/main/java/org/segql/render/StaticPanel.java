package org.segql.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segql.chart.Axis;
import org.segql.chart.Chart;
import org.segql.chart.Extent;
import org.segql.chart.Mark;
import org.segql.chart.Tone;

/// One chart of a picture: title, legend, axes and notes around the marks.
final class StaticPanel {
  private static final Font TITLE = Pen.font(15, true);
  private static final Font TEXT = Pen.font(12, false);
  private static final Font SMALL = Pen.font(11, false);
  private static final int PAD = 14;
  private static final int LEGEND_ROWS = 8;

  /// Of the legend, in pixels.
  private static final int ROW = 18;

  /// The longest name in the legend, in pixels.
  private static final int LONGEST = 260;

  private final Chart chart;
  private final Pen pen;
  private final Extent.Both extents;
  private final Color ink;
  private final Color muted;

  StaticPanel(Chart chart, Pen pen) {
    this.chart = chart;
    this.pen = pen;
    this.extents = Extent.of(chart);
    this.ink = pen.colour(Tone.INK, 1);
    this.muted = pen.colour(Tone.INK, 0.65);
  }

  void paint(double left, double top, double width, double height) {
    double inner = width - 2 * PAD;
    double y = top + PAD + 12;
    for (String line : Pen.wrapped(chart.title(), TITLE, inner, 2)) {
      pen.text(line, left + PAD, y, TITLE, ink, 0);
      y += 18;
    }
    y = legend(left + PAD, y - 4, inner);
    double bottom = notes(left + PAD, top + height - PAD, inner);
    if (chart.marks().isEmpty()) {
      return;
    }
    if (!chart.look().axes()) {
      var plot = new Rectangle2D.Double(left + PAD, y + 6, inner, bottom - y - 10);
      paintMarks(chart.look().round() ? round(plot) : plot);
      return;
    }
    boolean named = !chart.y().label().isEmpty();
    if (named) {
      pen.text(Pen.fitted(chart.y().label(), SMALL, inner), left + PAD, y + 12, SMALL, muted, 0);
    }
    double plotTop = y + (named ? 20 : 8);
    framed(left, plotTop, width, bottom);
  }

  /// Axes measured from their labels, then the marks in what is left.
  private void framed(double left, double top, double width, double bottom) {
    List<Axis.Tick> yTicks = AxisTicks.of(chart.y(), extents.y(), (int) ((bottom - top) / 36));
    double widest = yTicks.stream().mapToDouble(t -> Pen.width(t.label(), SMALL)).max().orElse(0);
    double labels = Math.min(widest, width * 0.34);
    double bar = StaticKey.width(chart);
    double plotLeft = left + PAD + labels + 8;
    double plotWidth = width - 2 * PAD - labels - 8 - bar;
    List<Axis.Tick> xTicks = AxisTicks.of(chart.x(), extents.x(), (int) (plotWidth / 80));
    boolean slanted = crowded(xTicks, plotWidth);
    double slantedHeight =
        xTicks.stream().mapToDouble(t -> Pen.width(t.label(), SMALL)).max().orElse(0) * 0.588 + 16;
    double below =
        (slanted ? Math.min(120, slantedHeight) : 20) + (chart.x().label().isEmpty() ? 0 : 18);
    var plot = new Rectangle2D.Double(plotLeft, top, plotWidth, Math.max(20, bottom - top - below));
    grid(plot, xTicks, yTicks);
    paintMarks(plot);
    pen.stroke(1, false);
    pen.g.setColor(pen.colour(Tone.MUTED, 0.8));
    pen.g.draw(new Line2D.Double(plot.x, plot.getMaxY(), plot.getMaxX(), plot.getMaxY()));
    pen.g.draw(new Line2D.Double(plot.x, plot.y, plot.x, plot.getMaxY()));
    yLabels(plot, yTicks, labels);
    xLabels(plot, xTicks, slanted, left + 4);
    if (!chart.x().label().isEmpty()) {
      String label = Pen.fitted(chart.x().label(), SMALL, plotWidth);
      pen.text(label, plot.getCenterX(), bottom - 4, SMALL, muted, 0.5);
    }
    if (bar > 0) {
      new StaticKey(pen).paint(chart, plot.getMaxX() + 12, plot.y, plot.height);
    }
  }

  /// The part of a plot, in its middle, in which a unit is as long on x as on y.
  private Rectangle2D.Double round(Rectangle2D.Double plot) {
    double units = extents.x().max() - extents.x().min();
    double high = extents.y().max() - extents.y().min();
    double unit = Math.min(plot.width / units, plot.height / high);
    double width = unit * units;
    double height = unit * high;
    return new Rectangle2D.Double(
        plot.getCenterX() - width / 2, plot.getCenterY() - height / 2, width, height);
  }

  private void paintMarks(Rectangle2D.Double plot) {
    var marks = new StaticMarks(pen, chart, extents, plot);
    chart.marks().forEach(marks::paint);
    chart.marks().forEach(marks::paintLabels);
  }

  private boolean crowded(List<Axis.Tick> ticks, double width) {
    if (chart.x().ticks().isEmpty() || ticks.size() < 2) {
      return false;
    }
    double widest = ticks.stream().mapToDouble(t -> Pen.width(t.label(), SMALL)).max().orElse(0);
    return widest + 8 > width / ticks.size();
  }

  private void grid(Rectangle2D plot, List<Axis.Tick> xTicks, List<Axis.Tick> yTicks) {
    pen.stroke(1, false);
    pen.g.setColor(pen.colour(Tone.MUTED, 0.22));
    if (chart.y().ticks().isEmpty()) {
      for (Axis.Tick tick : yTicks) {
        double y = plot.getMaxY() - extents.y().place(tick.at(), chart.y()) * plot.getHeight();
        pen.g.draw(new Line2D.Double(plot.getMinX(), y, plot.getMaxX(), y));
      }
    }
    if (chart.x().ticks().isEmpty()) {
      for (Axis.Tick tick : xTicks) {
        double x = plot.getMinX() + extents.x().place(tick.at(), chart.x()) * plot.getWidth();
        pen.g.draw(new Line2D.Double(x, plot.getMinY(), x, plot.getMaxY()));
      }
    }
  }

  private void yLabels(Rectangle2D plot, List<Axis.Tick> ticks, double width) {
    double room = plot.getHeight() / Math.max(1, ticks.size());
    int every = (int) Math.ceil(12 / Math.max(1, room));
    for (int i = 0; i < ticks.size(); i += every) {
      double y =
          plot.getMaxY() - extents.y().place(ticks.get(i).at(), chart.y()) * plot.getHeight();
      pen.text(
          Pen.fitted(ticks.get(i).label(), SMALL, width + 1),
          plot.getMinX() - 6,
          y + 4,
          SMALL,
          muted,
          1);
    }
  }

  private void xLabels(Rectangle2D plot, List<Axis.Tick> ticks, boolean slanted, double edge) {
    double room = plot.getWidth() / Math.max(1, ticks.size());
    int every = slanted ? (int) Math.ceil(13 / Math.max(1, room)) : 1;
    for (int i = 0; i < ticks.size(); i += every) {
      double x = plot.getMinX() + extents.x().place(ticks.get(i).at(), chart.x()) * plot.getWidth();
      if (slanted) {
        pen.slanted(
            Pen.fitted(ticks.get(i).label(), SMALL, Math.min(170, (x - edge) / 0.81)),
            x + 4,
            plot.getMaxY() + 13,
            SMALL,
            muted);
      } else {
        pen.text(ticks.get(i).label(), x, plot.getMaxY() + 15, SMALL, muted, 0.5);
      }
    }
  }

  /// How many pixels the legend takes beyond the one row that a chart's height allows for.
  static double extra(Chart chart, double width) {
    if (!chart.look().legend()) {
      return 0;
    }
    double inner = width - 2 * PAD;
    double x = 0;
    int rows = 1;
    for (String name : entries(chart).keySet()) {
      double needed = entry(Pen.fitted(name, TEXT, Math.min(LONGEST, inner - 20)));
      if (x + needed > inner && x > 0) {
        x = 0;
        rows++;
      }
      x += needed;
    }
    return ROW * (Math.min(rows, LEGEND_ROWS) - 1.0);
  }

  private static double entry(String name) {
    return 18 + Pen.width(name, TEXT) + 14;
  }

  /// Draws the legend in rows; gives where the next thing may begin.
  private double legend(double left, double top, double width) {
    if (!chart.look().legend()) {
      return top;
    }
    double x = left;
    double y = top + 12;
    int rows = 1;
    List<Map.Entry<String, Tone>> entries = new ArrayList<>(entries(chart).entrySet());
    for (int i = 0; i < entries.size(); i++) {
      String name = Pen.fitted(entries.get(i).getKey(), TEXT, Math.min(LONGEST, width - 20));
      double needed = entry(name);
      if (x + needed > left + width && x > left) {
        x = left;
        y += ROW;
        rows++;
      }
      if (rows == LEGEND_ROWS && x + needed + 90 > left + width && i < entries.size() - 1) {
        pen.text("and " + (entries.size() - i) + " more", x, y, TEXT, muted, 0);
        break;
      }
      pen.g.setColor(pen.colour(entries.get(i).getValue(), 1));
      pen.g.fill(new Ellipse2D.Double(x, y - 10, 11, 11));
      pen.text(name, x + 16, y, TEXT, ink, 0);
      x += needed;
    }
    return y + 6;
  }

  private static Map<String, Tone> entries(Chart chart) {
    Map<String, Tone> entries = new LinkedHashMap<>();
    for (Mark mark : chart.marks()) {
      boolean listed = !(mark instanceof Mark.Slices) && !(mark instanceof Mark.Cells);
      if (listed && !mark.name().isEmpty()) {
        entries.putIfAbsent(mark.name(), CanvasMarks.tone(mark));
      }
    }
    return entries;
  }

  /// Draws the notes at the bottom; gives where what stands above must end.
  private double notes(double left, double bottom, double width) {
    boolean empty = chart.marks().isEmpty();
    List<String> lines =
        Pen.wrapped(String.join(" ", chart.notes()), empty ? TEXT : SMALL, width, 3);
    double y = empty ? bottom - 50 : bottom - 14.0 * (lines.size() - 1);
    double begin = lines.isEmpty() ? bottom : y - 16;
    for (String line : lines) {
      pen.text(line, left, y, empty ? TEXT : SMALL, muted, 0);
      y += 14;
    }
    return begin;
  }
}
