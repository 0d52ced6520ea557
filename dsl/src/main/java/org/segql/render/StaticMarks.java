package org.segql.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.segql.chart.Chart;
import org.segql.chart.Extent;
import org.segql.chart.Mark;
import org.segql.chart.Palette;
import org.segql.chart.Tone;

/// Marks of a picture, in the rectangle that the axes leave.
final class StaticMarks {
  private static final Font SMALL = Pen.font(11, false);
  private static final Color CLEAR = new Color(0, 0, 0, 0);

  private final Pen pen;
  private final Chart chart;
  private final Extent.Both extents;
  private final Rectangle2D.Double plot;

  StaticMarks(Pen pen, Chart chart, Extent.Both extents, Rectangle2D.Double plot) {
    this.pen = pen;
    this.chart = chart;
    this.extents = extents;
    this.plot = plot;
  }

  private double x(double value) {
    return plot.x + extents.x().place(value, chart.x()) * plot.width;
  }

  private double y(double value) {
    return plot.getMaxY() - extents.y().place(value, chart.y()) * plot.height;
  }

  void paint(Mark mark) {
    Shape clip = pen.g.getClip();
    switch (mark) {
      case Mark.Points p -> points(p);
      case Mark.Line l -> line(l);
      case Mark.Bars b -> bars(b);
      case Mark.Region r -> region(r);
      case Mark.Labels l -> labels(l);
      case Mark.Cells c -> cells(c);
      case Mark.Slices s -> new StaticPie(pen, plot).paint(s);
      case Mark.Rule r -> rule(r);
      case Mark.Outline _ -> {}
    }
    pen.g.setClip(clip);
  }

  private void points(Mark.Points points) {
    int n = points.x().length;
    double opacity = n > 1500 ? 0.5 : n > 300 ? 0.65 : 0.8;
    if (points.size() == null && points.shade() == null) {
      XYSeries series = plotted(points.x(), points.y(), n > 1500 ? 4 : 6);
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(pen.colour(points.tone(), opacity));
      plot(series);
      return;
    }
    for (int i = 0; i < n; i++) {
      double size = points.size() == null ? 7 : points.size()[i];
      Mark.Shade shade = points.shade();
      Tone tone = shade == null ? points.tone() : shaded(shade, i);
      pen.g.setColor(pen.colour(tone, shade == null ? 0.6 : 0.9));
      var dot =
          new Ellipse2D.Double(
              x(points.x()[i]) - size / 2, y(points.y()[i]) - size / 2, size, size);
      pen.g.fill(dot);
      pen.stroke(0.6, false);
      pen.g.setColor(pen.colour(Tone.MUTED, 0.7));
      pen.g.draw(dot);
    }
  }

  private static Tone shaded(Mark.Shade shade, int i) {
    double value = shade.values()[i];
    return Double.isNaN(value)
        ? Tone.MUTED
        : new Tone.Sequential((value - shade.min()) / Math.max(1e-300, shade.max() - shade.min()));
  }

  private void line(Mark.Line line) {
    XYSeries series = plotted(line.x(), line.y(), 7);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setLineColor(pen.colour(line.tone(), 1));
    series.setLineStyle(
        line.dashed()
            ? new BasicStroke(
                (float) line.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {6, 4},
                0)
            : new BasicStroke((float) line.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    series.setMarker(line.markers() ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    series.setMarkerColor(pen.colour(line.tone(), 1));
    plot(series);
  }

  private XYChart xy = new XYChart(1, 1);

  /// A series of an XChart whose plot is exactly our rectangle: axes from 0 to 1, no decoration.
  private XYSeries plotted(double[] xs, double[] ys, int markerSize) {
    xy = new XYChart((int) Math.round(plot.width), (int) Math.round(plot.height));
    var styler = xy.getStyler();
    styler
        .setLegendVisible(false)
        .setChartTitleVisible(false)
        .setChartPadding(0)
        .setPlotContentSize(1);
    styler.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false);
    styler.setMarkerSize(markerSize);
    styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false);
    styler.setPlotMargin(0).setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    double[] across = Arrays.stream(xs).map(v -> extents.x().place(v, chart.x())).toArray();
    double[] up = Arrays.stream(ys).map(v -> extents.y().place(v, chart.y())).toArray();
    for (int i = 0; i < across.length; i++) {
      if (Double.isNaN(across[i]) || Double.isNaN(up[i])) {
        across[i] = 0;
        up[i] = Double.NaN;
      }
    }
    if (across.length == 0) {
      return xy.addSeries("series", new double[] {0}, new double[] {Double.NaN});
    }
    return xy.addSeries("series", across, up);
  }

  private void plot(XYSeries series) {
    AffineTransform before = pen.g.getTransform();
    pen.g.translate(plot.x, plot.y);
    xy.paint(pen.g, (int) Math.round(plot.width), (int) Math.round(plot.height));
    pen.g.setTransform(before);
  }

  private void bars(Mark.Bars bars) {
    for (int i = 0; i < bars.at().length; i++) {
      if (!Double.isFinite(bars.to()[i])) {
        continue;
      }
      double half = bars.thickness()[i] / 2;
      double a = bars.at()[i] - half;
      double b = bars.at()[i] + half;
      pen.g.setColor(pen.colour(bars.tone(i), 1));
      pen.g.fill(
          bars.horizontal()
              ? box(foot(bars.from()[i], true), y(a), x(bars.to()[i]), y(b))
              : box(x(a), foot(bars.from()[i], false), x(b), y(bars.to()[i])));
    }
  }

  /// The texts that must stay readable above everything else.
  void paintLabels(Mark mark) {
    if (mark instanceof Mark.Rule rule) {
      ruleLabel(rule);
    } else if (mark instanceof Mark.Bars bars && !bars.labels().isEmpty()) {
      for (int i = 0; i < bars.at().length; i++) {
        if (Double.isFinite(bars.to()[i])) {
          label(bars, i);
        }
      }
    }
  }

  private double foot(double value, boolean horizontal) {
    boolean log = horizontal ? chart.x().log() : chart.y().log();
    if (log && value <= 0) {
      return horizontal ? plot.x : plot.getMaxY();
    }
    return horizontal ? x(value) : y(value);
  }

  private void label(Mark.Bars bars, int i) {
    Color ink = pen.colour(Tone.INK, 0.85);
    String text = bars.labels().get(i);
    boolean negative = bars.to()[i] < bars.from()[i];
    if (bars.horizontal()) {
      double x = x(bars.to()[i]) + (negative ? -4 : 4);
      backed(text, x, y(bars.at()[i]) + 4, ink, negative ? 1 : 0);
    } else if (Pen.width(text, SMALL)
        < Math.abs(x(bars.at()[i] + 0.5) - x(bars.at()[i] - 0.5)) * 1.1) {
      backed(text, x(bars.at()[i]), y(bars.to()[i]) + (negative ? 13 : -4), ink, 0.5);
    }
  }

  /// A text on a veil of the background, so that lines beneath do not cross it.
  private void backed(String text, double x, double baseline, Color ink, double anchor) {
    double width = Pen.width(text, SMALL);
    pen.g.setColor(pen.colour(Tone.Plain.PAPER, 0.75));
    pen.g.fill(new Rectangle2D.Double(x - anchor * width - 1, baseline - 10, width + 2, 12));
    pen.text(text, x, baseline, SMALL, ink, anchor);
  }

  private static Rectangle2D box(double x0, double y0, double x1, double y1) {
    return new Rectangle2D.Double(
        Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
  }

  private void region(Mark.Region region) {
    double[] xs = Arrays.stream(region.x()).map(this::x).toArray();
    double[] ys = Arrays.stream(region.y()).map(this::y).toArray();
    Path2D path = Pen.path(xs, ys);
    if (xs.length > 0) {
      path.closePath();
    }
    pen.g.setColor(pen.colour(region.tone(), region.opacity()));
    pen.g.fill(path);
    if (region.outline()) {
      pen.stroke(1.2, false);
      pen.g.setColor(pen.colour(region.tone(), 1));
      pen.g.draw(path);
    }
  }

  private void labels(Mark.Labels labels) {
    Font font = labels.size() == 0 ? SMALL : Pen.font(labels.size(), false);
    Color ink = pen.colour(labels.tone(), 1);
    for (int i = 0; i < labels.x().length; i++) {
      double x = x(labels.x()[i]);
      double y = y(labels.y()[i]) + font.getSize() * 0.36;
      String text = labels.texts().get(i);
      switch (labels.align()) {
        case CENTER -> pen.text(text, x, y, font, ink, 0.5);
        case RIGHT_OF -> pen.text(text, x + 5, y, font, ink, 0);
        case LEFT_OF -> pen.text(text, x - 5, y, font, ink, 1);
        case ABOVE -> pen.text(text, x, y - font.getSize() * 0.8, font, ink, 0.5);
      }
    }
  }

  private void cells(Mark.Cells cells) {
    for (int row = 0; row < cells.values().length; row++) {
      for (int column = 0; column < cells.values()[row].length; column++) {
        double value = cells.values()[row][column];
        Tone tone = PlotlyMarks.tone(cells, value);
        Rectangle2D box = box(x(column - 0.5), y(row - 0.5), x(column + 0.5), y(row + 0.5));
        pen.g.setColor(pen.colour(tone, 1));
        double gap = box.getWidth() > 8 && box.getHeight() > 8 ? 1 : 0;
        pen.g.fill(
            new Rectangle2D.Double(
                box.getX(), box.getY(), box.getWidth() - gap, box.getHeight() - gap));
        if (!cells.texts().isEmpty() && box.getHeight() >= 13) {
          String text = Pen.fitted(cells.texts().get(row).get(column), SMALL, box.getWidth() - 2);
          Color ink = new Color(Palette.inkOn(Palette.rgb(tone, pen.theme)));
          pen.text(text, box.getCenterX(), box.getCenterY() + 4, SMALL, ink, 0.5);
        }
      }
    }
  }

  private void rule(Mark.Rule rule) {
    pen.stroke(1.4, rule.dashed());
    Color colour = pen.colour(rule.tone(), 1);
    pen.g.setColor(colour);
    if (rule.vertical()) {
      double x = x(rule.at());
      pen.g.draw(new Line2D.Double(x, plot.y, x, plot.getMaxY()));
    } else {
      double y = y(rule.at());
      pen.g.draw(new Line2D.Double(plot.x, y, plot.getMaxX(), y));
    }
  }

  private void ruleLabel(Mark.Rule rule) {
    if (rule.label().isEmpty()) {
      return;
    }
    Color colour = pen.colour(rule.tone(), 1);
    if (rule.vertical()) {
      double x = x(rule.at());
      boolean left = x > plot.x + 0.8 * plot.width;
      backed(rule.label(), x + (left ? -4 : 4), plot.y + 10, colour, left ? 1 : 0);
    } else {
      backed(rule.label(), plot.getMaxX() - 2, y(rule.at()) - 4, colour, 1);
    }
  }
}
