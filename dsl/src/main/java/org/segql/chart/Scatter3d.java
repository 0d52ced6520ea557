package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;

/// Points at the values of three numbers, seen from a corner.
public final class Scatter3d {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "scatter3d",
          "Points at the values of three numbers, seen from a corner of their box, in the colours"
              + " of the segments.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          List.of(
              Parameter.required("x", new Kind.Column(Type.NUMBER), "The first number."),
              Parameter.required("y", new Kind.Column(Type.NUMBER), "The second number."),
              Parameter.required("z", new Kind.Column(Type.NUMBER), "The third number, upwards.")),
          "PLOT q1 AS scatter3d(age, income, visits);");
  private static final double TURN = Math.toRadians(38);
  private static final double TILT = Math.toRadians(24);

  /// The corner behind all points: far on both lower axes, at the bottom.
  private static final int HIDDEN = 3;

  private Scatter3d() {}

  public static Chart of(Column.Number x, Column.Number y, Column.Number z, Groups groups) {
    List<Column.Number> columns = List.of(x, y, z);
    int[] usable =
        IntStream.range(0, x.size())
            .filter(i -> columns.stream().allMatch(c -> Double.isFinite(c.values()[i])))
            .toArray();
    String title = x.name() + ", " + y.name() + " and " + z.name();
    if (usable.length == 0) {
      return Chart.empty("scatter3d", title, "no row has all three values.");
    }
    double[][] ends = columns.stream().map(c -> ends(c, usable)).toArray(double[][]::new);
    int[] drawn = Thinning.rows(usable, groups.of(), x.values(), y.values(), Thinning.LIMIT);
    List<Mark> marks = new ArrayList<>(box());
    for (int g = 0; g < groups.count(); g++) {
      int[] rows = groups.rows(g, drawn);
      double[][] places =
          Arrays.stream(rows)
              .mapToObj(r -> seen(unit(x, r, ends[0]), unit(y, r, ends[1]), unit(z, r, ends[2])))
              .toArray(double[][]::new);
      List<String> hover =
          Arrays.stream(rows)
              .mapToObj(
                  r ->
                      "%s %s, %s %s, %s %s"
                          .formatted(
                              x.name(),
                              Numbers.text(x.values()[r]),
                              y.name(),
                              Numbers.text(y.values()[r]),
                              z.name(),
                              Numbers.text(z.values()[r])))
              .toList();
      marks.add(
          new Mark.Points(
              groups.names().get(g),
              first(places),
              second(places),
              groups.tones().get(g),
              null,
              null,
              hover));
    }
    marks.addAll(names(columns, ends));
    String summary =
        "Scatter of %s in three dimensions: %s %s to %s, %s %s to %s, %s %s to %s."
            .formatted(
                NumberText.count(usable.length, "point"),
                x.name(),
                Numbers.text(ends[0][0]),
                Numbers.text(ends[0][1]),
                y.name(),
                Numbers.text(ends[1][0]),
                Numbers.text(ends[1][1]),
                z.name(),
                Numbers.text(ends[2][0]),
                Numbers.text(ends[2][1]));
    var look = Chart.Look.PLAIN.withoutAxes().rounded().sized(720, 560);
    return new Chart(
            "scatter3d",
            title,
            Axis.of("").between(-1.1, 1.1),
            Axis.of("").between(-0.85, 0.9),
            marks,
            groups.one() ? look : look.withLegend(),
            List.of(),
            summary)
        .noting(Thinning.note(drawn.length, usable.length))
        .noting(
            usable.length < x.size()
                ? NumberText.count((long) x.size() - usable.length, "row")
                    + " without a value left out."
                : "");
  }

  private static double[] ends(Column.Number column, int[] rows) {
    return new double[] {
      Arrays.stream(rows).mapToDouble(r -> column.values()[r]).min().orElse(0),
      Arrays.stream(rows).mapToDouble(r -> column.values()[r]).max().orElse(1)
    };
  }

  private static double unit(Column.Number column, int row, double[] ends) {
    return ends[1] > ends[0] ? (column.values()[row] - ends[0]) / (ends[1] - ends[0]) : 0.5;
  }

  /// Where a corner-to-corner place (each 0..1) is seen: turned about the upright axis, then tilted
  /// towards the eye.
  private static double[] seen(double x, double y, double z) {
    double a = x - 0.5;
    double b = y - 0.5;
    double across = a * Math.cos(TURN) - b * Math.sin(TURN);
    double away = a * Math.sin(TURN) + b * Math.cos(TURN);
    return new double[] {across, (z - 0.5) * Math.cos(TILT) + away * Math.sin(TILT)};
  }

  /// The edges of the box.
  private static List<Mark> box() {
    List<Mark> edges = new ArrayList<>();
    for (int corner = 0; corner < 8; corner++) {
      for (int axis = 0; axis < 3; axis++) {
        if ((corner >> axis & 1) == 0) {
          int to = corner | 1 << axis;
          double[] a = seen(corner & 1, corner >> 1 & 1, corner >> 2);
          double[] b = seen(to & 1, to >> 1 & 1, to >> 2);
          edges.add(
              new Mark.Line(
                  "",
                  new double[] {a[0], b[0]},
                  new double[] {a[1], b[1]},
                  Tone.MUTED,
                  0.7,
                  corner == HIDDEN || to == HIDDEN,
                  false,
                  List.of()));
        }
      }
    }
    return edges;
  }

  private static List<Mark> names(List<Column.Number> columns, double[][] ends) {
    double[][] places = {seen(0.5, -0.1, 0), seen(-0.1, 0.5, 0), seen(0, 1, 1.06)};
    List<Mark> names = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String range = "%s to %s".formatted(Numbers.text(ends[i][0]), Numbers.text(ends[i][1]));
      Mark.Align align = List.of(Mark.Align.RIGHT_OF, Mark.Align.LEFT_OF, Mark.Align.CENTER).get(i);
      names.add(
          new Mark.Labels(
              "",
              new double[] {places[i][0], places[i][0]},
              new double[] {places[i][1] + 0.03, places[i][1] - 0.03},
              List.of(Numbers.shortened(columns.get(i).name(), 24), range),
              Tone.INK,
              align,
              0));
    }
    return names;
  }

  private static double[] first(double[][] places) {
    return Arrays.stream(places).mapToDouble(p -> p[0]).toArray();
  }

  private static double[] second(double[][] places) {
    return Arrays.stream(places).mapToDouble(p -> p[1]).toArray();
  }
}
