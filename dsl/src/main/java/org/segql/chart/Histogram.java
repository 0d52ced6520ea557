package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;
import org.segql.measure.Quantiles;

/// How the values of a number are spread.
public final class Histogram {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "histogram",
          "How the values of a number are spread: a bar for each range of values, as high as there"
              + " are rows in it.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          List.of(
              Parameter.required(
                  "x", new Kind.Column(Type.NUMBER, Type.DATE, Type.DATETIME), "The number."),
              Parameters.BY,
              Parameter.option(
                  "bins",
                  Kind.Number.whole(1, 500).orAuto(),
                  "AUTO",
                  "How many ranges; AUTO takes a round width near Freedman and Diaconis's."),
              Parameters.log("x"),
              Parameters.FACET),
          "PLOT customers AS histogram(age);");

  private Histogram() {}

  /// @param bins 0: chosen from the data
  /// @param log whether ranges are equal on a logarithmic scale; values of 0 and below are left out
  ///   and noted
  public static Chart of(Column column, Groups groups, int bins, boolean log) {
    double[] values = Scatter.numbers(column);
    double[] finite = Numbers.sorted(values);
    double[] ascending = log ? Arrays.stream(finite).filter(v -> v > 0).toArray() : finite;
    if (ascending.length == 0) {
      return Chart.empty(
          "histogram", column.name(), "`" + column.name() + "` has no values to show.");
    }
    Bins shown =
        column instanceof Column.Time && bins == 0
            ? Bins.calendar(ascending)
            : log ? Bins.logarithmic(ascending, bins) : Bins.of(ascending, bins);
    boolean one = groups.one();
    List<Mark> marks = one ? List.of(bars(shown, ascending)) : steps(shown, values, groups);
    Axis x =
        column instanceof Column.Time
            ? Axis.of(column.name())
                .ticking(Times.ticks(ascending[0], ascending[ascending.length - 1]))
            : Axis.of(column.name()).logarithmic(log);
    if (shown.count() == 1 && !log) {
      double width = shown.edges()[1] - shown.edges()[0];
      x = x.between(shown.edges()[0] - 1.5 * width, shown.edges()[1] + 1.5 * width);
    }
    int missing = values.length - finite.length;
    return new Chart(
            "histogram",
            column.name(),
            x,
            Axis.of("rows").from(0),
            marks,
            one ? Chart.Look.PLAIN : Chart.Look.PLAIN.withLegend(),
            List.of(),
            summary(column, ascending, shown))
        .noting(
            missing == 0
                ? ""
                : NumberText.count(missing, "row") + " without `" + column.name() + "` left out.")
        .noting(
            finite.length == ascending.length
                ? ""
                : NumberText.count((long) finite.length - ascending.length, "row")
                    + " of 0 or less cannot stand on a logarithmic axis.");
  }

  private static Mark bars(Bins bins, double[] values) {
    double[] counts = bins.counts(values);
    List<String> hover =
        IntStream.range(0, bins.count())
            .mapToObj(
                i ->
                    Numbers.text(bins.edges()[i])
                        + " to "
                        + Numbers.text(bins.edges()[i + 1])
                        + ": "
                        + Numbers.text(counts[i]))
            .toList();
    double[] thickness = Arrays.stream(bins.widths()).map(w -> w * Mark.Bars.FILL).toArray();
    return new Mark.Bars(
        "",
        bins.middles(),
        new double[bins.count()],
        counts,
        thickness,
        false,
        List.of(Tone.ACCENT),
        List.of(),
        hover);
  }

  /// The outline of each group's bars, so that groups stay visible behind each other.
  private static List<Mark> steps(Bins bins, double[] values, Groups groups) {
    List<Mark> marks = new ArrayList<>();
    for (int g = 0; g < groups.count(); g++) {
      double[] own = Arrays.stream(groups.rows(g)).mapToDouble(r -> values[r]).toArray();
      double[] counts = bins.counts(own);
      int n = bins.count();
      double[] x = new double[2 * n + 2];
      double[] y = new double[2 * n + 2];
      x[0] = bins.edges()[0];
      for (int i = 0; i < n; i++) {
        x[2 * i + 1] = bins.edges()[i];
        x[2 * i + 2] = bins.edges()[i + 1];
        y[2 * i + 1] = counts[i];
        y[2 * i + 2] = counts[i];
      }
      x[2 * n + 1] = bins.edges()[n];
      String hover =
          groups.names().get(g)
              + ": "
              + NumberText.count(own.length, "row")
              + ", mean "
              + Numbers.text(Numbers.mean(own));
      marks.add(
          new Mark.Region(groups.names().get(g), x, y, groups.tones().get(g), 0.22, true, hover));
    }
    return marks;
  }

  private static String summary(Column column, double[] ascending, Bins bins) {
    double[] counts = bins.counts(ascending);
    int top = Bar.argMax(counts);
    DoubleFunction<String> text = column instanceof Column.Time ? Times::date : Numbers::text;
    return "Histogram of %s, %s from %s to %s, median %s; the fullest of %d ranges is %s to %s with %s."
        .formatted(
            column.name(),
            NumberText.count(ascending.length, "value"),
            text.apply(ascending[0]),
            text.apply(ascending[ascending.length - 1]),
            text.apply(Quantiles.ofSorted(ascending, 0.5)),
            bins.count(),
            text.apply(bins.edges()[top]),
            text.apply(bins.edges()[top + 1]),
            Numbers.text(counts[top]));
  }
}
