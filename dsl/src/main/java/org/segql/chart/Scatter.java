package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;
import org.segql.measure.Pearson;
import org.segql.measure.Quantiles;

/// Points at the values of two numbers.
public final class Scatter {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "scatter",
          "Points at the values of two numbers; in colours of the segments where it is drawn of a"
              + " segmentation.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          List.of(
              Parameter.required(
                  "x",
                  new Kind.Column(Type.NUMBER, Type.DATE, Type.DATETIME),
                  "Where points lie from left to right."),
              Parameter.required(
                  "y",
                  new Kind.Column(Type.NUMBER, Type.DATE, Type.DATETIME),
                  "Where points lie from bottom to top."),
              Parameter.option(
                  "colour",
                  new Kind.Column(),
                  null,
                  "A column that colours the points: numbers along a scale, other values one colour"
                      + " each."),
              Parameter.option(
                  "size",
                  new Kind.Column(Type.NUMBER),
                  null,
                  "A column that sets the area of the points."),
              Parameters.FACET,
              Parameters.log("x or y, or both")),
          "PLOT customers AS scatter(age, income, colour = region);");

  private Scatter() {}

  /// What a scatter shows beside its two columns.
  ///
  /// @param colour null: one colour, or the segments'
  /// @param size null: all points alike
  public record Options(
      @Nullable Column colour, Column.@Nullable Number size, boolean logX, boolean logY) {
    public static final Options NONE = new Options(null, null, false, false);
  }

  /// The scatter of a table, or of a segmentation where `segments` is given and `colour` is not.
  public static Chart of(Column x, Column y, @Nullable Segments segments, Options options) {
    double[] xs = numbers(x);
    double[] ys = numbers(y);
    String title = y.name() + " by " + x.name();
    int[] usable =
        IntStream.range(0, xs.length)
            .filter(i -> usable(xs[i], options.logX) && usable(ys[i], options.logY))
            .toArray();
    if (usable.length == 0) {
      return Chart.empty("scatter", title, "no row has both values.");
    }
    Shading shading = Shading.of(options.colour);
    Groups groups =
        shading.groups() != null
            ? shading.groups()
            : segments != null && options.colour == null
                ? Groups.by(segments)
                : Groups.none(xs.length);
    int[] drawn = Thinning.rows(usable, groups.of(), xs, ys, Thinning.LIMIT);
    List<Mark> marks = marks(xs, ys, drawn, groups, shading, options.size);
    var look = groups.one() ? Chart.Look.PLAIN : Chart.Look.PLAIN.withLegend();
    return new Chart(
            "scatter",
            title,
            axis(x, xs, usable, options.logX),
            axis(y, ys, usable, options.logY),
            marks,
            look.sized(720, 520),
            List.of(),
            summary(x, y, xs, ys, usable, groups))
        .noting(Thinning.note(drawn.length, usable.length))
        .noting(missing(xs.length - usable.length, options));
  }

  /// Numbers on an axis: of time with dates as labels.
  static Axis axis(Column column, double[] values, int[] rows, boolean log) {
    if (column instanceof Column.Time) {
      double min = Arrays.stream(rows).mapToDouble(r -> values[r]).min().orElse(0);
      double max = Arrays.stream(rows).mapToDouble(r -> values[r]).max().orElse(0);
      return Axis.of(column.name()).ticking(Times.ticks(min, max));
    }
    return Axis.of(column.name()).logarithmic(log);
  }

  static double[] numbers(Column column) {
    double[] numbers = column.asNumbers();
    if (numbers == null) {
      throw new IllegalArgumentException(column.name() + " has no numbers");
    }
    return numbers;
  }

  private static boolean usable(double value, boolean log) {
    return Double.isFinite(value) && (!log || value > 0);
  }

  private static String missing(int rows, Options options) {
    if (rows == 0) {
      return "";
    }
    String why = options.logX || options.logY ? "without a value above 0" : "without a value";
    return NumberText.count(rows, "row") + " " + why + " left out.";
  }

  private static List<Mark> marks(
      double[] xs,
      double[] ys,
      int[] drawn,
      Groups groups,
      Shading shading,
      Column.@Nullable Number size) {
    double largest =
        size == null
            ? 1
            : Arrays.stream(drawn)
                .mapToDouble(r -> size.values()[r])
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    List<Mark> marks = new ArrayList<>();
    for (int g = 0; g < groups.count(); g++) {
      int[] rows = groups.rows(g, drawn);
      if (rows.length == 0) {
        continue;
      }
      double[] diameters =
          size == null
              ? null
              : Arrays.stream(rows)
                  .mapToDouble(
                      r -> 4 + 26 * Math.sqrt(Math.max(0, orZero(size.values()[r])) / largest))
                  .toArray();
      marks.add(
          new Mark.Points(
              groups.names().get(g),
              Arrays.stream(rows).mapToDouble(r -> xs[r]).toArray(),
              Arrays.stream(rows).mapToDouble(r -> ys[r]).toArray(),
              groups.tones().get(g),
              diameters,
              shading.shade(rows),
              List.of()));
    }
    return marks;
  }

  private static double orZero(double x) {
    return Double.isFinite(x) ? x : 0;
  }

  private static String summary(
      Column x, Column y, double[] xs, double[] ys, int[] rows, Groups groups) {
    double[] a = Arrays.stream(rows).mapToDouble(r -> xs[r]).toArray();
    double[] b = Arrays.stream(rows).mapToDouble(r -> ys[r]).toArray();
    double r = Pearson.of(a, b);
    String text =
        "Scatter of "
            + NumberText.count(rows.length, "point")
            + ", "
            + x.name()
            + " "
            + Correlation.range(x, a)
            + ", "
            + y.name()
            + " "
            + Correlation.range(y, b)
            + (Double.isNaN(r) ? "" : ", correlation " + Numbers.text(Math.round(r * 100) / 100.0));
    return groups.one()
        ? text + "."
        : text + ", in " + NumberText.count(groups.count(), "group") + ".";
  }

  /// How the values of a column colour points.
  private record Shading(
      @Nullable Groups groups, Column.@Nullable Number scale, double min, double max) {
    static Shading of(@Nullable Column colour) {
      return switch (colour) {
        case null -> new Shading(null, null, 0, 0);
        case Column.Text t -> new Shading(Groups.by(t), null, 0, 0);
        case Column.Number n -> scaled(n);
        case Column.Time t -> scaled(new Column.Number(t.name(), t.days()));
      };
    }

    private static Shading scaled(Column.Number column) {
      double[] sorted = Numbers.sorted(column.values());
      return new Shading(
          null, column, Quantiles.ofSorted(sorted, 0.02), Quantiles.ofSorted(sorted, 0.98));
    }

    Mark.@Nullable Shade shade(int[] rows) {
      if (scale == null) {
        return null;
      }
      double[] all = scale.values();
      return new Mark.Shade(
          scale.name(), Arrays.stream(rows).mapToDouble(r -> all[r]).toArray(), min, max);
    }
  }
}
