package org.segql.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The marks of a radar: rings, spokes, a closed line for each segment.
final class Radar {
  /// The standard deviations at the outer ring; the middle is as far below.
  private static final double REACH = 2;

  private static final int ROUND = 72;

  private Radar() {}

  static List<Mark> marks(List<Profiles.Variable> variables, List<String> segments) {
    int n = variables.size();
    List<Mark> marks = new ArrayList<>();
    for (int ring = -1; ring <= 2; ring++) {
      double radius = radius(ring);
      double[] x =
          IntStream.rangeClosed(0, ROUND)
              .mapToDouble(i -> radius * Math.sin(2 * Math.PI * i / ROUND))
              .toArray();
      double[] y =
          IntStream.rangeClosed(0, ROUND)
              .mapToDouble(i -> radius * Math.cos(2 * Math.PI * i / ROUND))
              .toArray();
      marks.add(
          new Mark.Line("", x, y, Tone.MUTED, ring == 0 ? 1.6 : 0.6, ring == 0, false, List.of()));
    }
    for (int s = 0; s < segments.size(); s++) {
      int segment = s;
      double[] radii =
          variables.stream().mapToDouble(v -> radius(v.standardised(segment))).toArray();
      double[] x =
          IntStream.range(0, n)
              .mapToDouble(i -> radii[i] * Math.sin(2 * Math.PI * i / n))
              .toArray();
      double[] y =
          IntStream.range(0, n)
              .mapToDouble(i -> radii[i] * Math.cos(2 * Math.PI * i / n))
              .toArray();
      marks.add(
          new Mark.Region(segments.get(s), x, y, Tone.segment(s + 1), 0.08, true, segments.get(s)));
    }
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      double side = Math.sin(angle);
      Mark.Align align =
          Math.abs(side) < 0.2
              ? Mark.Align.CENTER
              : side > 0 ? Mark.Align.RIGHT_OF : Mark.Align.LEFT_OF;
      marks.add(
          new Mark.Labels(
              "",
              new double[] {1.06 * side},
              new double[] {1.09 * Math.cos(angle)},
              List.of(Numbers.shortened(variables.get(i).name(), 22)),
              Tone.INK,
              align,
              0));
    }
    return marks;
  }

  private static double radius(double deviations) {
    return (Math.clamp(deviations, -REACH, REACH) + REACH) / (2 * REACH);
  }
}
