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
import org.segql.measure.Quantiles;

/// Medians, quartiles and outliers of a number, side by side for groups; or its whole shape.
public final class Box {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "box",
          "Median, quartiles, whiskers (Tukey's, 1.5 interquartile ranges) and outliers of a"
              + " number, for each value of `by`.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          parameters(),
          "PLOT customers AS box(income, region);");
  public static final ChartDefinition VIOLIN =
      new ChartDefinition(
          "violin",
          "The shape of a number's distribution, for each value of `by`: as wide as there are rows"
              + " near the value.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          parameters(),
          "PLOT customers AS violin(income, region);");
  private static final int OUTLIERS = 200;
  private static final int GRID = 64;

  private Box() {}

  private static List<Parameter> parameters() {
    return List.of(
        Parameter.required("y", new Kind.Column(Type.NUMBER), "The number."),
        Parameters.BY,
        Parameters.log("y"),
        Parameters.FACET);
  }

  /// A box for each group.
  public static Chart of(Column.Number column, Groups groups, boolean log) {
    return drawn("box", column, groups, log);
  }

  /// A violin for each group.
  public static Chart violin(Column.Number column, Groups groups, boolean log) {
    return drawn("violin", column, groups, log);
  }

  private static Chart drawn(String kind, Column.Number column, Groups groups, boolean log) {
    List<double[]> values =
        IntStream.range(0, groups.count())
            .mapToObj(
                g ->
                    Numbers.sorted(
                        Arrays.stream(groups.rows(g))
                            .mapToDouble(r -> column.values()[r])
                            .filter(v -> !log || v > 0)
                            .toArray()))
            .toList();
    if (values.stream().allMatch(v -> v.length == 0)) {
      return Chart.empty(kind, column.name(), "`" + column.name() + "` has no values to show.");
    }
    List<Mark> marks = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int g = 0; g < groups.count(); g++) {
      if (values.get(g).length > 0) {
        Spread spread = Spread.of(values.get(g));
        String name = groups.one() ? column.name() : groups.names().get(g);
        texts.add(name + ": " + spread.text());
        double[] own = values.get(g);
        boolean violin = kind.equals("violin") && own[0] < own[own.length - 1];
        if (violin) {
          marks.add(violin(g, own, groups.tones().get(g), texts.getLast(), log));
        }
        marks.addAll(box(g, spread, groups.tones().get(g), texts.getLast(), violin ? 0.08 : 0.56));
      }
    }
    String summary =
        (kind.equals("box") ? "Box plot" : "Violins")
            + " of "
            + column.name()
            + ". "
            + String.join("; ", texts.subList(0, Math.min(3, texts.size())))
            + ".";
    Axis names = Axis.categories("", groups.one() ? List.of("") : groups.names());
    Axis numbers = Axis.of("").logarithmic(log);
    long missing = Arrays.stream(column.values()).filter(v -> !Double.isFinite(v)).count();
    Chart chart =
        groups.one() || Categories.lying(groups.names())
            ? new Chart(
                kind,
                column.name(),
                numbers,
                names.reverse(),
                marks.stream().map(Box::lying).toList(),
                Chart.Look.PLAIN.sized(720, Math.max(220, 110 + 46 * groups.count())),
                List.of(),
                summary)
            : new Chart(
                kind, column.name(), names, numbers, marks, Chart.Look.PLAIN, List.of(), summary);
    return chart.noting(
        missing == 0
            ? ""
            : NumberText.count(missing, "row") + " without `" + column.name() + "` left out.");
  }

  /// The same with x and y exchanged.
  private static Mark lying(Mark mark) {
    return switch (mark) {
      case Mark.Bars b ->
          new Mark.Bars(
              b.name(),
              b.at(),
              b.from(),
              b.to(),
              b.thickness(),
              !b.horizontal(),
              b.tones(),
              b.labels(),
              b.hover());
      case Mark.Line l ->
          new Mark.Line(
              l.name(), l.y(), l.x(), l.tone(), l.width(), l.dashed(), l.markers(), l.hover());
      case Mark.Points p -> new Mark.Points(p.name(), p.y(), p.x(), p.tone());
      case Mark.Region r ->
          new Mark.Region(r.name(), r.y(), r.x(), r.tone(), r.opacity(), r.outline(), r.hover());
      case Mark.Labels _, Mark.Cells _, Mark.Slices _, Mark.Rule _, Mark.Outline _ -> mark;
    };
  }

  private static List<Mark> box(int at, Spread s, Tone tone, String hover, double width) {
    double half = width / 2;
    var body =
        new Mark.Bars(
            "",
            new double[] {at},
            new double[] {s.q1()},
            new double[] {s.q3()},
            new double[] {width},
            false,
            List.of(tone),
            List.of(),
            List.of(hover));
    double cap = half * 0.5;
    double gap = Double.NaN;
    var whiskers =
        new Mark.Line(
            "",
            new double[] {at, at, gap, at, at, gap, at - cap, at + cap, gap, at - cap, at + cap},
            new double[] {
              s.q3(), s.high(), gap, s.q1(), s.low(), gap, s.high(), s.high(), gap, s.low(), s.low()
            },
            Tone.INK,
            1.2,
            false,
            false,
            List.of());
    var median =
        new Mark.Line(
            "",
            new double[] {at - half, at + half},
            new double[] {s.median(), s.median()},
            s.q1() < s.q3() ? Tone.Plain.PAPER : tone,
            2.4,
            false,
            false,
            List.of());
    if (s.outliers().length == 0 || width < 0.2) {
      return List.of(whiskers, body, median);
    }
    double[] shown =
        IntStream.range(0, Math.min(OUTLIERS, s.outliers().length))
            .mapToDouble(
                i ->
                    s.outliers()[
                        (int)
                            ((long) i
                                * s.outliers().length
                                / Math.min(OUTLIERS, s.outliers().length))])
            .toArray();
    var outliers = new Mark.Points("", Bar.filled(shown.length, at), shown, tone);
    return List.of(whiskers, body, median, outliers);
  }

  /// A kernel density with the bandwidth of Silverman (1986), 0.9 min(s, IQR / 1.34) n^(-1/5),
  /// mirrored.
  private static Mark violin(int at, double[] ascending, Tone tone, String hover, boolean log) {
    double[] v = log ? Arrays.stream(ascending).map(Math::log10).toArray() : ascending;
    int n = v.length;
    double mean = Numbers.mean(v);
    double sd =
        Math.sqrt(Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / Math.max(1, n - 1));
    double iqr = Quantiles.ofSorted(v, 0.75) - Quantiles.ofSorted(v, 0.25);
    double spread = iqr > 0 ? Math.min(sd, iqr / 1.34) : sd;
    double h = spread > 0 ? 0.9 * spread * Math.pow(n, -0.2) : 0.5;
    double low = v[0];
    double step = (v[n - 1] - low) / (GRID - 1);
    double[] density = new double[GRID];
    int every = Math.max(1, n / 4000);
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < n; j += every) {
        double z = (low + i * step - v[j]) / h;
        density[i] += Math.exp(-0.5 * z * z);
      }
    }
    double top = Arrays.stream(density).max().orElse(1);
    double[] x = new double[2 * GRID];
    double[] y = new double[2 * GRID];
    for (int i = 0; i < GRID; i++) {
      double half = 0.42 * density[i] / top;
      double place = log ? Math.pow(10, low + i * step) : low + i * step;
      x[i] = at - half;
      x[2 * GRID - 1 - i] = at + half;
      y[i] = place;
      y[2 * GRID - 1 - i] = place;
    }
    return new Mark.Region("", x, y, tone, 0.45, true, hover);
  }
}
