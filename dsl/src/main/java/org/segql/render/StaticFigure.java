package org.segql.render;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.knowm.xchart.internal.chartpart.IChart;
import org.segql.chart.Chart;
import org.segql.chart.Figure;
import org.segql.chart.Theme;
import org.segql.chart.Tone;

/// A figure as XChart's encoders take it: its charts in a grid.
final class StaticFigure implements IChart {
  private static final int HEADING = 36;
  private static final int NARROW = 520;

  private final Figure figure;
  private final Theme theme;
  private final int scale;
  private final int cell;
  private final int[] heights;

  StaticFigure(Figure figure, Theme theme, int scale) {
    this.figure = figure;
    this.theme = theme;
    this.scale = scale;
    int widest = figure.charts().stream().mapToInt(c -> c.look().width()).max().orElse(720);
    this.cell = figure.columns() == 1 ? widest : Math.min(widest, NARROW);
    this.heights = new int[figure.rows()];
    for (int i = 0; i < figure.charts().size(); i++) {
      Chart chart = figure.charts().get(i);
      int wanted = chart.look().height() + (int) StaticPanel.extra(chart, cell);
      int height = figure.columns() == 1 ? wanted : Math.min(wanted, Math.max(360, wanted * 4 / 5));
      heights[i / figure.columns()] = Math.max(heights[i / figure.columns()], height);
    }
  }

  private int heading() {
    return figure.charts().size() > 1 && !figure.title().isEmpty() ? HEADING : 0;
  }

  @Override
  public int getWidth() {
    return scale * cell * figure.columns();
  }

  @Override
  public int getHeight() {
    return scale * (Arrays.stream(heights).sum() + heading());
  }

  @Override
  public String getTitle() {
    return figure.title();
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    g.scale(scale, scale);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    var pen = new Pen(g, theme);
    g.setColor(pen.colour(Tone.Plain.PAPER, 1));
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    if (heading() > 0) {
      Font font = Pen.font(16, true);
      pen.text(
          Pen.fitted(figure.title(), font, (double) getWidth() / scale - 24),
          12,
          24,
          font,
          pen.colour(Tone.INK, 1),
          0);
    }
    double top = heading();
    for (int i = 0; i < figure.charts().size(); i++) {
      int column = i % figure.columns();
      if (column == 0 && i > 0) {
        top += heights[i / figure.columns() - 1];
      }
      Chart chart = figure.charts().get(i);
      new StaticPanel(chart, pen)
          .paint(column * (double) cell, top, cell, heights[i / figure.columns()]);
    }
  }
}
