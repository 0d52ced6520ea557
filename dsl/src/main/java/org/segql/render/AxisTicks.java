package org.segql.render;

import java.util.ArrayList;
import java.util.List;
import org.segql.chart.Axis;
import org.segql.chart.Extent;
import org.segql.chart.Numbers;

/// Where an axis has labels in pictures and terminals.
final class AxisTicks {
  private AxisTicks() {}

  /// The axis's own ticks within the extent, or about `wanted` round numbers.
  static List<Axis.Tick> of(Axis axis, Extent extent, int wanted) {
    if (!axis.ticks().isEmpty()) {
      return axis.ticks().stream()
          .filter(t -> t.at() >= extent.min() && t.at() <= extent.max())
          .toList();
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    double[] places =
        axis.log()
            ? logarithmic(extent.min(), extent.max(), wanted)
            : Numbers.ticks(extent.min(), extent.max(), Math.max(2, wanted));
    List<String> labels = Numbers.labels(places);
    for (int i = 0; i < places.length; i++) {
      ticks.add(new Axis.Tick(places[i], labels.get(i)));
    }
    return ticks;
  }

  /// Powers of ten, with 2 and 5 times them where there is room.
  private static double[] logarithmic(double min, double max, int wanted) {
    int first = (int) Math.floor(Math.log10(min));
    int last = (int) Math.ceil(Math.log10(max));
    double[] leads =
        last - first <= Math.max(1, wanted / 3) ? new double[] {1, 2, 5} : new double[] {1};
    int every = Math.max(1, (last - first) / Math.max(1, wanted));
    List<Double> places = new ArrayList<>();
    for (int power = first; power <= last; power += every) {
      for (double lead : leads) {
        double at = lead * Math.pow(10, power);
        if (at >= min && at <= max) {
          places.add(at);
        }
      }
    }
    return places.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
