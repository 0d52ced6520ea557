package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.segql.diagnostic.NumberText;

/// How well each row lies in its segment (Rousseeuw 1987).
public final class Silhouette {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "silhouette",
          "How well each row lies in its segment, from -1 to 1: rows sorted within their segment,"
              + " the mean as a line; below 0 a row is nearer to another segment.",
          Set.of(Fits.SEGMENTATION),
          List.of(),
          "PLOT q1 AS silhouette();");
  private static final int STEPS = 240;

  private Silhouette() {}

  /// @param values the silhouette of each row; NaN where it has none
  public static Chart of(double[] values, Segments segments) {
    double mean = Numbers.mean(values);
    if (Double.isNaN(mean)) {
      return Chart.empty("silhouette", "Silhouette", "no row has a silhouette.");
    }
    int count = segments.count();
    if (count < 2) {
      return Chart.empty(
          "silhouette", "Silhouette", "a silhouette compares segments, and there is one.");
    }
    long rows = IntStream.range(0, values.length).filter(i -> segments.labels()[i] > 0).count();
    double gap = rows * 0.02 + 0.5;
    double base = 0;
    List<Mark> marks = new ArrayList<>();
    List<Axis.Tick> ticks = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (int s = 1; s <= count; s++) {
      double[] own = segments.values(values, s);
      if (own.length == 0) {
        continue;
      }
      Arrays.sort(own);
      long below = Arrays.stream(own).filter(v -> v < 0).count();
      String hover =
          "%s: mean %s, %s of %s below 0"
              .formatted(
                  segments.name(s),
                  two(Numbers.mean(own)),
                  Numbers.text(below),
                  NumberText.count(own.length, "row"));
      said.add(segments.name(s) + " " + two(Numbers.mean(own)));
      marks.add(blade(segments.name(s), own, base, Tone.segment(s), hover));
      ticks.add(new Axis.Tick(base + own.length / 2.0, s + " " + segments.name(s)));
      base += own.length + gap;
    }
    marks.add(new Mark.Rule("", mean, true, Tone.Plain.STRONG, true, "mean " + two(mean)));
    Axis y = Axis.of("").ticking(ticks).between(-gap, base).reverse();
    String summary =
        "Silhouette of %s, mean %s; by segment: %s."
            .formatted(NumberText.count(rows, "row"), two(mean), String.join(", ", said));
    return new Chart(
        "silhouette",
        "Silhouette",
        Axis.of("silhouette"),
        y,
        marks,
        Chart.Look.PLAIN.sized(720, Math.max(400, 80 + 60 * count)),
        List.of(),
        summary);
  }

  /// The rows of a segment, the best first, as one area.
  private static Mark blade(String name, double[] ascending, double base, Tone tone, String hover) {
    int n = ascending.length;
    int steps = Math.min(n, STEPS);
    double[] x = new double[steps + 3];
    double[] y = new double[steps + 3];
    for (int i = 0; i < steps; i++) {
      int at = steps == 1 ? 0 : (int) Math.round((double) i * (n - 1) / (steps - 1));
      x[i + 1] = ascending[n - 1 - at];
      y[i + 1] = base + at;
    }
    y[0] = base;
    x[steps + 1] = ascending[0];
    y[steps + 1] = base + n;
    y[steps + 2] = base + n;
    return new Mark.Region(name, x, y, tone, 0.85, false, hover);
  }

  private static String two(double x) {
    return Double.isNaN(x) ? NumberText.MISSING : Numbers.text(Math.round(x * 100) / 100.0);
  }
}
