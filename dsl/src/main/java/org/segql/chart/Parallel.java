package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.segql.diagnostic.NumberText;
import org.segql.measure.Quantiles;

/// Each row as a line over the variables, and the medians of the segments.
public final class Parallel {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "parallel",
          "The quartiles of each segment as a band over the variables, with the median as a line;"
              + " each variable from its 1st to its 99th percentile.",
          Set.of(Fits.SEGMENTATION),
          List.of(Parameters.VARIABLES),
          "PLOT q1 AS parallel();");

  private Parallel() {}

  public static Chart of(List<Column.Number> variables, Segments segments) {
    if (variables.size() < 2) {
      return Chart.empty(
          "parallel", "Segments over their variables", "two variables of numbers are needed.");
    }
    int p = variables.size();
    double[] at = IntStream.range(0, p).asDoubleStream().toArray();
    double[][] ends =
        variables.stream()
            .map(v -> Numbers.sorted(v.values()))
            .map(v -> new double[] {Quantiles.ofSorted(v, 0.01), Quantiles.ofSorted(v, 0.99)})
            .toArray(double[][]::new);
    List<Mark> marks = new ArrayList<>();
    for (int s = 1; s <= segments.count(); s++) {
      double[][] quartiles = new double[3][p];
      List<String> hover = new ArrayList<>();
      for (int j = 0; j < p; j++) {
        double[] own = Numbers.sorted(segments.values(variables.get(j).values(), s));
        for (int q = 0; q < 3; q++) {
          double value = Quantiles.ofSorted(own, (q + 1) / 4.0);
          double span = ends[j][1] - ends[j][0];
          quartiles[q][j] = span > 0 ? Math.clamp((value - ends[j][0]) / span, 0, 1) : 0.5;
        }
        hover.add(
            "%s, %s: median %s"
                .formatted(
                    segments.name(s),
                    variables.get(j).name(),
                    Numbers.text(Quantiles.ofSorted(own, 0.5))));
      }
      marks.add(
          new Mark.Line(
              segments.name(s), at, quartiles[1], Tone.segment(s), 2.4, false, true, hover));
      marks.add(band(at, quartiles, segments.name(s), Tone.segment(s)));
    }
    List<String> names =
        IntStream.range(0, p)
            .mapToObj(
                j ->
                    variables.get(j).name()
                        + " ("
                        + Numbers.text(ends[j][0])
                        + " to "
                        + Numbers.text(ends[j][1])
                        + ")")
            .toList();
    Axis y =
        Axis.of("")
            .ticking(List.of(new Axis.Tick(0, "low"), new Axis.Tick(1, "high")))
            .between(-0.03, 1.03);
    String summary =
        "Medians and quartiles of %s over %s."
            .formatted(
                NumberText.count(segments.count(), "segment"), NumberText.count(p, "variable"));
    return new Chart(
        "parallel",
        "Segments over their variables",
        Axis.categories("", names),
        y,
        marks,
        Chart.Look.PLAIN.withLegend(),
        List.of(),
        summary);
  }

  private static Mark band(double[] at, double[][] quartiles, String name, Tone tone) {
    int p = at.length;
    double[] x = new double[2 * p];
    double[] y = new double[2 * p];
    for (int j = 0; j < p; j++) {
      x[j] = at[j];
      y[j] = quartiles[0][j];
      x[2 * p - 1 - j] = at[j];
      y[2 * p - 1 - j] = quartiles[2][j];
    }
    boolean whole = Arrays.stream(y).allMatch(Double::isFinite);
    return new Mark.Region(
        name, whole ? x : new double[0], whole ? y : new double[0], tone, 0.12, false, "");
  }
}
