package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;

/// Lines through a number along another one, time or ordered categories.
public final class Series {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "line",
          "A line through `y` along `x`; several rows of one `x` are brought together by `stat`.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          List.of(
              Parameter.required(
                  "x",
                  new Kind.Column(),
                  "What lies from left to right: a date, a number or ordered text."),
              Parameter.required("y", new Kind.Column(Type.NUMBER), "The number."),
              Parameters.BY,
              Parameter.option(
                  "stat",
                  new Kind.Choice("mean", "sum", "median"),
                  "mean",
                  "What is taken of `y` over the rows of one `x`."),
              Parameters.log("x or y, or both"),
              Parameters.FACET),
          "PLOT sales AS line(month, revenue, region);");

  private Series() {}

  /// A line for each group.
  public static Chart of(
      Column x, Column.Number y, Groups groups, Bar.Stat stat, boolean logX, boolean logY) {
    Column.Text texts = x.asText();
    boolean categories = x instanceof Column.Text;
    List<String> names = categories ? texts.distinct() : List.of();
    double[] places = places(x, names);
    List<Mark> marks = new ArrayList<>();
    int points = 0;
    for (int g = 0; g < groups.count(); g++) {
      TreeMap<Double, List<Double>> at = new TreeMap<>();
      for (int row : groups.rows(g)) {
        if (usable(places[row], logX) && usable(y.values()[row], logY)) {
          at.computeIfAbsent(places[row], _ -> new ArrayList<>()).add(y.values()[row]);
        }
      }
      points = Math.max(points, at.size());
      if (!at.isEmpty()) {
        double[] xs = at.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] ys =
            at.values().stream()
                .mapToDouble(v -> stat.of(v.stream().mapToDouble(Double::doubleValue).toArray()))
                .toArray();
        marks.add(
            new Mark.Line(
                groups.names().get(g),
                xs,
                ys,
                groups.tones().get(g),
                2.2,
                false,
                xs.length <= 40,
                List.of()));
      }
    }
    String title = y.name() + " by " + x.name();
    if (marks.isEmpty()) {
      return Chart.empty("line", title, "no row has both values.");
    }
    double[] finite = Numbers.sorted(places);
    Axis xAxis =
        categories
            ? Axis.categories(x.name(), names)
            : x instanceof Column.Time
                ? Axis.of(x.name()).ticking(Times.ticks(finite[0], finite[finite.length - 1]))
                : Axis.of(x.name()).logarithmic(logX);
    boolean single =
        points * (long) groups.count() >= Arrays.stream(places).filter(Double::isFinite).count();
    String label = single ? y.name() : stat.name().toLowerCase(Locale.ROOT) + " of " + y.name();
    return new Chart(
        "line",
        title,
        xAxis,
        Axis.of(label).logarithmic(logY),
        marks,
        groups.one() ? Chart.Look.PLAIN : Chart.Look.PLAIN.withLegend(),
        List.of(),
        summary(title, marks, points));
  }

  private static double[] places(Column x, List<String> names) {
    double[] numbers = x.asNumbers();
    if (numbers != null) {
      return numbers;
    }
    return Arrays.stream(x.asText().values())
        .mapToDouble(v -> v == null ? Double.NaN : names.indexOf(v))
        .toArray();
  }

  private static boolean usable(double value, boolean log) {
    return Double.isFinite(value) && (!log || value > 0);
  }

  private static String summary(String title, List<Mark> marks, int points) {
    var first = (Mark.Line) marks.getFirst();
    return "Line chart of %s, %s of up to %s; %sfrom %s to %s."
        .formatted(
            title,
            NumberText.count(marks.size(), "line"),
            NumberText.count(points, "point"),
            first.name().isEmpty() ? "" : first.name() + " goes ",
            Numbers.text(first.y()[0]),
            Numbers.text(first.y()[first.y().length - 1]));
  }
}
