package org.segql.render;

import org.segql.chart.Chart;
import org.segql.chart.Extent;
import org.segql.chart.Mark;
import org.segql.chart.Tone;

/// Marks in dots.
///
/// @param extents of the chart's axes
record CanvasMarks(Canvas canvas, Chart chart, Extent.Both extents) {

  void paint(Mark mark) {
    switch (mark) {
      case Mark.Points p -> {
        for (int i = 0; i < p.x().length; i++) {
          canvas.dot(x(p.x()[i]), y(p.y()[i]), p.tone());
        }
      }
      case Mark.Line l -> path(l.x(), l.y(), l.tone(), false);
      case Mark.Region r -> path(r.x(), r.y(), r.tone(), true);
      case Mark.Bars b -> bars(b);
      case Mark.Labels l -> {
        for (int i = 0; i < l.x().length; i++) {
          canvas.text(x(l.x()[i]), y(l.y()[i]), l.texts().get(i), l.tone());
        }
      }
      case Mark.Rule r -> {
        if (r.vertical()) {
          canvas.line(x(r.at()), 0, x(r.at()), 1, r.tone());
        } else {
          canvas.line(0, y(r.at()), 1, y(r.at()), r.tone());
        }
      }
      case Mark.Cells _, Mark.Slices _, Mark.Outline _ -> {}
    }
  }

  private void bars(Mark.Bars bars) {
    for (int i = 0; i < bars.at().length; i++) {
      double half = bars.thickness()[i] * 0.42;
      if (bars.horizontal()) {
        canvas.box(
            x(bars.from()[i]),
            y(bars.at()[i] - half),
            x(bars.to()[i]),
            y(bars.at()[i] + half),
            bars.tone(i));
      } else {
        canvas.box(
            x(bars.at()[i] - half),
            y(bars.from()[i]),
            x(bars.at()[i] + half),
            y(bars.to()[i]),
            bars.tone(i));
      }
    }
  }

  private void path(double[] xs, double[] ys, Tone tone, boolean closed) {
    int n = xs.length;
    for (int i = 0; i < n - (closed ? 0 : 1); i++) {
      int next = (i + 1) % n;
      canvas.line(x(xs[i]), y(ys[i]), x(xs[next]), y(ys[next]), tone);
    }
    if (n == 1) {
      canvas.dot(x(xs[0]), y(ys[0]), tone);
    }
  }

  private double x(double value) {
    return extents.x().place(value, chart.x());
  }

  private double y(double value) {
    return extents.y().place(value, chart.y());
  }

  /// The tone that stands for a mark in a legend.
  static Tone tone(Mark mark) {
    return switch (mark) {
      case Mark.Points p -> p.tone();
      case Mark.Line l -> l.tone();
      case Mark.Bars b -> b.tones().isEmpty() ? Tone.ACCENT : b.tones().getFirst();
      case Mark.Region r -> r.tone();
      case Mark.Labels l -> l.tone();
      case Mark.Rule r -> r.tone();
      case Mark.Cells _, Mark.Slices _, Mark.Outline _ -> Tone.ACCENT;
    };
  }
}
