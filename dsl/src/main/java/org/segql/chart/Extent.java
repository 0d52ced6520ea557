package org.segql.chart;

/// From where to where an axis goes: what its marks need and a little more, or what the chart says.
///
/// @param min in data units, also for a logarithmic axis
public record Extent(double min, double max) {

  /// The extents of a chart's axes.
  public record Both(Extent x, Extent y) {}

  public static Both of(Chart chart) {
    var x = new Spread();
    var y = new Spread();
    for (Mark mark : chart.marks()) {
      switch (mark) {
        case Mark.Points p -> {
          x.loose(p.x());
          y.loose(p.y());
        }
        case Mark.Line l -> {
          x.loose(l.x());
          y.loose(l.y());
        }
        case Mark.Region r -> {
          x.loose(r.x());
          y.loose(r.y());
        }
        case Mark.Labels l -> {
          x.loose(l.x());
          y.loose(l.y());
        }
        case Mark.Bars b -> bars(b, b.horizontal() ? y : x, b.horizontal() ? x : y);
        case Mark.Cells c -> {
          x.tight(-0.5);
          x.tight(c.values().length == 0 ? 0.5 : c.values()[0].length - 0.5);
          y.tight(-0.5);
          y.tight(c.values().length - 0.5);
        }
        case Mark.Rule r -> (r.vertical() ? x : y).loose(r.at());
        case Mark.Slices _, Mark.Outline _ -> {}
      }
    }
    return new Both(x.extent(chart.x()), y.extent(chart.y()));
  }

  private static void bars(Mark.Bars bars, Spread across, Spread along) {
    for (int i = 0; i < bars.at().length; i++) {
      across.tight(bars.at()[i] - bars.thickness()[i] / 2);
      across.tight(bars.at()[i] + bars.thickness()[i] / 2);
      along.bar(bars.from()[i]);
      along.bar(bars.to()[i]);
    }
    along.labelled |= !bars.labels().isEmpty();
  }

  public double span() {
    return max - min;
  }

  /// Where a value lies, 0 at the beginning of the axis and 1 at its end.
  public double place(double value, Axis axis) {
    double share =
        axis.log()
            ? (Math.log(value) - Math.log(min)) / (Math.log(max) - Math.log(min))
            : (value - min) / (max - min);
    return axis.reversed() ? 1 - share : share;
  }

  /// Gathers values; those of points keep a distance from the edge, the feet of bars do not.
  private static final class Spread {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double hardMin = Double.POSITIVE_INFINITY;
    private double hardMax = Double.NEGATIVE_INFINITY;
    private double smallest = Double.POSITIVE_INFINITY;
    private boolean labelled;
    private boolean bars;

    void loose(double[] values) {
      for (double v : values) {
        loose(v);
      }
    }

    void loose(double v) {
      if (Double.isFinite(v)) {
        min = Math.min(min, v);
        max = Math.max(max, v);
        smallest = v > 0 ? Math.min(smallest, v) : smallest;
      }
    }

    void tight(double v) {
      if (Double.isFinite(v)) {
        hardMin = Math.min(hardMin, v);
        hardMax = Math.max(hardMax, v);
      }
    }

    void bar(double v) {
      bars |= v == 0;
      loose(v);
    }

    Extent extent(Axis axis) {
      double low = Math.min(min, hardMin);
      double high = Math.max(max, hardMax);
      if (low > high) {
        low = 0;
        high = 1;
      }
      Extent padded = axis.log() ? logarithmic(low, high) : linear(low, high);
      double from = axis.min() == null ? padded.min : axis.min();
      double to = axis.max() == null ? padded.max : axis.max();
      return to > from ? new Extent(from, to) : new Extent(from, from + 1);
    }

    private Extent linear(double low, double high) {
      double pad = high > low ? (high - low) * 0.04 : Math.max(Math.abs(low) * 0.1, 0.5);
      double room = labelled ? 2.5 * pad : pad;
      boolean fixedLow = low == hardMin && hardMin < min || bars && low == 0;
      boolean fixedHigh = high == hardMax && hardMax > max || bars && high == 0;
      return new Extent(
          fixedLow ? low : low - (low < 0 ? room : pad), fixedHigh ? high : high + room);
    }

    private Extent logarithmic(double low, double high) {
      double bottom = low > 0 ? low : smallest;
      double top = high > bottom ? high : bottom * 10;
      double pad = Math.pow(top / bottom, 0.04);
      return new Extent(bottom / pad, top * pad);
    }
  }
}
