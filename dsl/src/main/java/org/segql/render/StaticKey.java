package org.segql.render;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Chart;
import org.segql.chart.Mark;
import org.segql.chart.Numbers;
import org.segql.chart.Tone;

/// The bar beside a chart that says which number a colour stands for.
final class StaticKey {
  private static final Font SMALL = Pen.font(11, false);
  private static final int STEPS = 40;

  private final Pen pen;

  StaticKey(Pen pen) {
    this.pen = pen;
  }

  /// What the colours of a chart stand for.
  private record Scale(String label, double min, double max, boolean diverging) {}

  private static @Nullable Scale scale(Chart chart) {
    for (Mark mark : chart.marks()) {
      if (mark instanceof Mark.Cells c) {
        return new Scale(c.name(), c.min(), c.max(), c.diverging());
      }
      if (mark instanceof Mark.Points p && p.shade() != null) {
        return new Scale(p.shade().label(), p.shade().min(), p.shade().max(), false);
      }
    }
    return null;
  }

  /// How many pixels it takes; 0 where the chart needs none.
  static double width(Chart chart) {
    Scale scale = scale(chart);
    return scale == null ? 0 : 76;
  }

  void paint(Chart chart, double x, double top, double height) {
    Scale scale = scale(chart);
    if (scale == null) {
      return;
    }
    double tall = Math.min(height - 24, 180);
    var ink = pen.colour(Tone.INK, 0.65);
    pen.text(Pen.fitted(scale.label, SMALL, 76), x, top + 8, SMALL, ink, 0);
    for (int i = 0; i < STEPS; i++) {
      double place = (i + 0.5) / STEPS;
      Tone tone = scale.diverging ? new Tone.Diverging(place) : new Tone.Sequential(place);
      pen.g.setColor(pen.colour(tone, 1));
      pen.g.fill(
          new Rectangle2D.Double(
              x, top + 16 + tall * (1 - (i + 1.0) / STEPS), 12, tall / STEPS + 0.5));
    }
    double middle = (scale.min + scale.max) / 2;
    pen.text(Numbers.tick(scale.max), x + 17, top + 24, SMALL, ink, 0);
    pen.text(Numbers.tick(middle), x + 17, top + 20 + tall / 2, SMALL, ink, 0);
    pen.text(Numbers.tick(scale.min), x + 17, top + 16 + tall, SMALL, ink, 0);
  }
}
