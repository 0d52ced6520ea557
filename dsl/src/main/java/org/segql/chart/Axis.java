package org.segql.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One axis of a chart.
///
/// @param log whether it is logarithmic; positions are then above 0
/// @param ticks where labels stand; empty: the renderer chooses round numbers
/// @param min where it begins; null: where the marks do
/// @param reversed whether values grow downwards or to the left
public record Axis(
    String label,
    boolean log,
    List<Tick> ticks,
    @Nullable Double min,
    @Nullable Double max,
    boolean reversed) {

  /// A label at a position.
  public record Tick(double at, String label) {}

  public Axis {
    ticks = List.copyOf(ticks);
  }

  public static Axis of(String label) {
    return new Axis(label, false, List.of(), null, null, false);
  }

  /// Categories at 0, 1, 2, …; the axis ends half a step beyond the first and the last.
  public static Axis categories(String label, List<String> names) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ticks.add(new Tick(i, names.get(i)));
    }
    return new Axis(label, false, ticks, -0.5, Math.max(0, names.size() - 1) + 0.5, false);
  }

  public Axis logarithmic(boolean yes) {
    return new Axis(label, yes, ticks, min, max, reversed);
  }

  public Axis from(double newMin) {
    return new Axis(label, log, ticks, newMin, max, reversed);
  }

  public Axis between(double newMin, double newMax) {
    return new Axis(label, log, ticks, newMin, newMax, reversed);
  }

  public Axis ticking(List<Tick> newTicks) {
    return new Axis(label, log, newTicks, min, max, reversed);
  }

  public Axis reverse() {
    return new Axis(label, log, ticks, min, max, !reversed);
  }
}
