package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segql.diagnostic.NumberText;
import org.segql.measure.Quantiles;

/// All segments on one map: rows on the two directions in which they differ most.
public final class SegmentMap {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "map",
          "All segments on one map: rows on the two directions in which the prepared variables"
              + " differ most (principal components), with an outline around the nearest 95% of"
              + " each segment.",
          Set.of(Fits.SEGMENTATION),
          List.of(),
          "PLOT q1 AS map();");

  private SegmentMap() {}

  /// @param prepared rows × variables as the segments were formed on; a row that took no part has
  ///   label -1 and may hold NaN
  /// @param variables their names
  public static Chart of(double[][] prepared, List<String> variables, Segments segments) {
    int[] rows =
        IntStream.range(0, prepared.length)
            .filter(
                r ->
                    segments.labels()[r] >= 0
                        && Arrays.stream(prepared[r]).allMatch(Double::isFinite))
            .toArray();
    if (rows.length < 2 || variables.isEmpty()) {
      return Chart.empty("map", "Map", "fewer than two rows took part.");
    }
    Components components =
        Components.of(Arrays.stream(rows).mapToObj(r -> prepared[r]).toArray(double[][]::new));
    double[] x = new double[prepared.length];
    double[] y = new double[prepared.length];
    Arrays.fill(x, Double.NaN);
    for (int i = 0; i < rows.length; i++) {
      x[rows[i]] = components.scores()[i][0];
      y[rows[i]] = components.scores()[i][1];
    }
    Groups groups = Groups.by(segments);
    int[] drawn = Thinning.rows(rows, groups.of(), x, y, Thinning.LIMIT);
    List<Mark> marks = new ArrayList<>();
    for (int g = 0; g < groups.count(); g++) {
      double[][] hull = hull(groups.rows(g, rows), x, y);
      if (hull.length >= 3 && g < segments.count()) {
        marks.add(
            new Mark.Region(
                groups.names().get(g),
                corner(hull, 0),
                corner(hull, 1),
                groups.tones().get(g),
                0.12,
                true,
                ""));
      }
    }
    for (int g = 0; g < groups.count(); g++) {
      int[] own = groups.rows(g, drawn);
      marks.add(
          new Mark.Points(
              groups.names().get(g), take(x, own), take(y, own), groups.tones().get(g)));
    }
    marks.add(numbers(segments, groups, rows, x, y));
    double held = components.shares()[0] + components.shares()[1];
    String summary =
        "Map of %s in %s; the two directions hold %s of the variance."
            .formatted(
                NumberText.count(rows.length, "row"),
                NumberText.count(segments.count(), "segment"),
                Numbers.percent(held));
    return new Chart(
            "map",
            "Map of the segments",
            axis(components, 0, variables),
            axis(components, 1, variables),
            marks,
            Chart.Look.PLAIN.withLegend().sized(760, 560),
            List.of(),
            summary)
        .noting(Thinning.note(drawn.length, rows.length));
  }

  private static double[][] hull(int[] rows, double[] x, double[] y) {
    return Hull.of(take(x, rows), take(y, rows));
  }

  private static double[] corner(double[][] hull, int axis) {
    return Arrays.stream(hull).mapToDouble(p -> p[axis]).toArray();
  }

  private static double[] take(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(r -> values[r]).toArray();
  }

  /// The number of each segment at its middle.
  private static Mark numbers(
      Segments segments, Groups groups, int[] rows, double[] x, double[] y) {
    int[] present =
        IntStream.range(0, segments.count()).filter(g -> groups.rows(g, rows).length > 0).toArray();
    return new Mark.Labels(
        "",
        Arrays.stream(present)
            .mapToDouble(
                g -> Quantiles.ofSorted(Numbers.sorted(take(x, groups.rows(g, rows))), 0.5))
            .toArray(),
        Arrays.stream(present)
            .mapToDouble(
                g -> Quantiles.ofSorted(Numbers.sorted(take(y, groups.rows(g, rows))), 0.5))
            .toArray(),
        Arrays.stream(present).mapToObj(g -> Integer.toString(g + 1)).toList(),
        Tone.INK,
        Mark.Align.CENTER,
        16);
  }

  private static Axis axis(Components components, int at, List<String> variables) {
    String heaviest =
        IntStream.range(0, variables.size())
            .boxed()
            .filter(j -> Math.abs(components.loadings()[j][at]) >= 0.3)
            .sorted(
                Comparator.comparingDouble((Integer j) -> -Math.abs(components.loadings()[j][at])))
            .limit(3)
            .map(j -> variables.get(j) + (components.loadings()[j][at] > 0 ? " +" : " −"))
            .collect(Collectors.joining(", "));
    return Axis.of(
        "component %d: %s of the variance%s"
            .formatted(
                at + 1,
                Numbers.percent(components.shares()[at]),
                heaviest.isEmpty() ? "" : " (" + heaviest + ")"));
  }
}
