package org.segql.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieSeries.PieSeriesRenderStyle;
import org.knowm.xchart.style.PieStyler.ClockwiseDirectionType;
import org.segql.chart.Mark;
import org.segql.chart.Numbers;
import org.segql.chart.Tone;

/// A pie by XChart, its parts named in a list beside it, where long names and small parts stay
/// readable.
final class StaticPie {
  private static final Font TEXT = Pen.font(12, false);

  private final Pen pen;
  private final Rectangle2D.Double plot;

  StaticPie(Pen pen, Rectangle2D.Double plot) {
    this.pen = pen;
    this.plot = plot;
  }

  void paint(Mark.Slices slices) {
    double side = Math.min(plot.height, plot.width * (plot.width < 560 ? 0.42 : 0.55));
    var pie = new PieChart((int) side, (int) side);
    var styler = pie.getStyler();
    Color clear = new Color(0, 0, 0, 0);
    styler
        .setLegendVisible(false)
        .setChartTitleVisible(false)
        .setChartPadding(0)
        .setPlotContentSize(0.96);
    styler.setChartBackgroundColor(clear).setPlotBackgroundColor(clear).setPlotBorderVisible(false);
    styler
        .setCircular(true)
        .setLabelsVisible(false)
        .setDonutThickness(Math.max(0.05, 1 - slices.hole()));
    styler.setClockwiseDirectionType(ClockwiseDirectionType.CLOCKWISE);
    styler.setDefaultSeriesRenderStyle(
        slices.hole() > 0 ? PieSeriesRenderStyle.Donut : PieSeriesRenderStyle.Pie);
    for (int i = 0; i < slices.values().length; i++) {
      pie.addSeries("part " + i, slices.values()[i])
          .setFillColor(pen.colour(slices.tones().get(i), 1));
    }
    AffineTransform before = pen.g.getTransform();
    pen.g.translate(plot.x + plot.width * 0.02, plot.y + (plot.height - side) / 2);
    pie.paint(pen.g, (int) side, (int) side);
    pen.g.setTransform(before);
    list(slices, plot.x + plot.width * 0.02 + side + 24);
  }

  private void list(Mark.Slices slices, double left) {
    double total = Arrays.stream(slices.values()).sum();
    double step = Math.min(22, plot.height / slices.values().length);
    double y = plot.getCenterY() - step * (slices.values().length - 1) / 2;
    for (int i = 0; i < slices.values().length; i++) {
      pen.g.setColor(pen.colour(slices.tones().get(i), 1));
      pen.g.fill(new Rectangle2D.Double(left, y - 6, 12, 12));
      String share = Numbers.percent(slices.values()[i] / total);
      double room = plot.getMaxX() - left - 24;
      String figures = "  " + share + " (" + Numbers.tick(slices.values()[i]) + ")";
      if (Pen.width(slices.labels().get(i) + figures, TEXT) > room && room < 200) {
        figures = "  " + share;
      }
      String name = Pen.fitted(slices.labels().get(i), TEXT, room - Pen.width(figures, TEXT));
      pen.text(name + figures, left + 20, y + 4, TEXT, pen.colour(Tone.INK, 1), 0);
      y += step;
    }
  }
}
