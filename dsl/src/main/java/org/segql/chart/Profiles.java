package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.segql.diagnostic.NumberText;

/// What the segments are like: a figure of each variable for each segment, drawn in several ways.
public final class Profiles {
  public static final ChartDefinition PROFILE =
      definition(
          "profile",
          "The mean or share of each variable in each segment, as bars against the line of all"
              + " customers; bars that mark a segment are in its colour.");
  public static final ChartDefinition HEATMAP =
      definition(
          "heatmap",
          "Segments × variables: how far each segment's mean lies from that of all, in standard"
              + " deviations; the cells show the mean.");
  public static final ChartDefinition SNAKE =
      definition("snake", "A line for each segment through its standardised means.");
  public static final ChartDefinition RADAR =
      definition("radar", "A star for each segment of its standardised means.");
  private static final int PANELS = 12;

  private Profiles() {}

  private static ChartDefinition definition(String name, String summary) {
    return new ChartDefinition(
        name,
        summary,
        Set.of(Fits.SEGMENTATION),
        List.of(Parameters.VARIABLES),
        "PLOT q1 AS " + name + "();");
  }

  /// One variable, or one level of a text, over the segments.
  ///
  /// @param bySegment the mean, median or share in segments 1, 2, …
  /// @param total the same of all customers
  /// @param deviation the standard deviation of all customers, to standardise by; of a share √(p (1
  ///   - p))
  /// @param marks whether the variable marks each segment
  /// @param share whether the figures are shares, to be shown as percentages
  public record Variable(
      String name,
      double[] bySegment,
      double total,
      double deviation,
      boolean[] marks,
      boolean share) {
    String text(double value) {
      return share ? Numbers.percent(value) : Numbers.text(value);
    }

    double standardised(int segment) {
      return deviation > 0 ? (bySegment[segment] - total) / deviation : 0;
    }
  }

  /// A chart for each variable, twelve at most: the segments' bars and the line of all.
  public static Figure profile(List<Variable> variables, List<String> segments) {
    if (variables.isEmpty()) {
      return new Figure(Chart.empty("profile", "Profile", "there are no variables to show."));
    }
    List<Chart> charts = new ArrayList<>();
    for (Variable variable : variables.subList(0, Math.min(PANELS, variables.size()))) {
      charts.add(panel(variable, segments));
    }
    if (variables.size() > PANELS) {
      charts.set(
          charts.size() - 1,
          charts.getLast().noting((variables.size() - PANELS) + " more variables are not shown."));
    }
    return charts.size() == 1
        ? new Figure(charts.getFirst())
        : new Figure(
            "Profile of the segments",
            charts,
            charts.size() <= 4 || longest(segments) > 14 ? 2 : 3);
  }

  private static int longest(List<String> names) {
    return names.stream().mapToInt(String::length).max().orElse(0);
  }

  private static Chart panel(Variable v, List<String> segments) {
    int n = segments.size();
    double[] at = IntStream.range(0, n).asDoubleStream().toArray();
    List<Tone> tones =
        IntStream.range(0, n).mapToObj(i -> v.marks[i] ? Tone.segment(i + 1) : Tone.MUTED).toList();
    List<String> labels =
        Arrays.stream(v.bySegment).mapToObj(x -> v.share ? v.text(x) : Numbers.tick(x)).toList();
    List<String> hover =
        IntStream.range(0, n)
            .mapToObj(
                i -> segments.get(i) + ": " + v.text(v.bySegment[i]) + ", all " + v.text(v.total))
            .toList();
    var bars =
        new Mark.Bars(
            "", at, new double[n], v.bySegment, Bar.filled(n, 0.7), true, tones, labels, hover);
    var all = new Mark.Rule("", v.total, true, Tone.INK, true, "");
    List<String> names =
        IntStream.range(0, n).mapToObj(i -> (i + 1) + " " + segments.get(i)).toList();
    double top =
        Math.max(v.total, Arrays.stream(v.bySegment).filter(Double::isFinite).max().orElse(1));
    double low = Math.min(0, Arrays.stream(v.bySegment).filter(Double::isFinite).min().orElse(0));
    Axis x =
        new Axis(
            "",
            false,
            v.share ? percents(top) : List.of(),
            low < 0 ? low - 0.25 * (Math.max(0, top) - low) : 0.0,
            top > 0 ? top + 0.25 * (top - low) : low < 0 ? 0.0 : 1.0,
            false);
    int high = Bar.argMax(v.bySegment);
    String summary =
        "%s: highest in %s (%s), all %s."
            .formatted(v.name, segments.get(high), v.text(v.bySegment[high]), v.text(v.total));
    return new Chart(
        "profile",
        v.name,
        x,
        Axis.categories("", names).reverse(),
        List.of(bars, all),
        Chart.Look.PLAIN.sized(460, Math.clamp(110 + 26L * n, 220, 700)),
        List.of(),
        summary);
  }

  private static List<Axis.Tick> percents(double top) {
    return Arrays.stream(Numbers.ticks(0, top, 4))
        .mapToObj(t -> new Axis.Tick(t, Numbers.percent(t)))
        .toList();
  }

  /// A row for each variable, a column for each segment.
  public static Chart heatmap(List<Variable> variables, List<String> segments) {
    if (variables.isEmpty() || segments.isEmpty()) {
      return Chart.empty("heatmap", "Profile", "there is nothing to compare.");
    }
    double[][] z =
        variables.stream()
            .map(v -> IntStream.range(0, segments.size()).mapToDouble(v::standardised).toArray())
            .toArray(double[][]::new);
    List<List<String>> texts =
        variables.stream().map(v -> Arrays.stream(v.bySegment).mapToObj(v::text).toList()).toList();
    List<List<String>> hover =
        variables.stream()
            .map(
                v ->
                    IntStream.range(0, segments.size())
                        .mapToObj(
                            s ->
                                "%s, %s: %s, all %s"
                                    .formatted(
                                        segments.get(s),
                                        v.name,
                                        v.text(v.bySegment[s]),
                                        v.text(v.total)))
                        .toList())
            .toList();
    double reach =
        Math.clamp(
            Arrays.stream(z)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(1),
            0.5,
            2);
    List<String> names =
        IntStream.range(0, segments.size()).mapToObj(i -> (i + 1) + " " + segments.get(i)).toList();
    var cells = new Mark.Cells("std. dev.", z, -reach, reach, true, texts, hover);
    return new Chart(
        "heatmap",
        "Segments and their means",
        Axis.categories("", names),
        Axis.categories("", variables.stream().map(Variable::name).toList()).reverse(),
        List.of(cells),
        Chart.Look.PLAIN.sized(
            Math.clamp(320 + 80L * segments.size(), 640, 1200),
            Math.clamp(190 + 30L * variables.size(), 300, 1400)),
        List.of(),
        furthest("Heatmap", variables, segments));
  }

  /// A line for each segment.
  public static Chart snake(List<Variable> variables, List<String> segments) {
    if (variables.isEmpty()) {
      return Chart.empty("snake", "Profile", "there are no variables to show.");
    }
    double[] at = IntStream.range(0, variables.size()).asDoubleStream().toArray();
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Rule("", 0, false, Tone.MUTED, true, "all"));
    for (int s = 0; s < segments.size(); s++) {
      int segment = s;
      double[] z = variables.stream().mapToDouble(v -> v.standardised(segment)).toArray();
      List<String> hover =
          variables.stream()
              .map(v -> segments.get(segment) + ", " + v.name + ": " + v.text(v.bySegment[segment]))
              .toList();
      marks.add(
          new Mark.Line(segments.get(s), at, z, Tone.segment(s + 1), 2.2, false, true, hover));
    }
    Axis x = Axis.categories("", variables.stream().map(Variable::name).toList());
    return new Chart(
        "snake",
        "Standardised means of the segments",
        x,
        Axis.of("standard deviations from all"),
        marks,
        Chart.Look.PLAIN.withLegend(),
        List.of(),
        furthest("Snake plot", variables, segments));
  }

  /// A closed line for each segment around the rings of -2 to 2 standard deviations.
  public static Chart radar(List<Variable> variables, List<String> segments) {
    if (variables.size() < 3) {
      return Chart.empty(
          "radar", "Profile", "a radar needs three variables or more; `snake` shows fewer.");
    }
    return new Chart(
        "radar",
        "Standardised means of the segments",
        Axis.of("").between(-1.7, 1.7),
        Axis.of("").between(-1.25, 1.25),
        Radar.marks(variables, segments),
        Chart.Look.PLAIN.withLegend().withoutAxes().rounded().sized(720, 560),
        List.of(),
        furthest("Radar", variables, segments));
  }

  private static String furthest(String kind, List<Variable> variables, List<String> segments) {
    Variable best = variables.getFirst();
    int at = 0;
    for (Variable v : variables) {
      for (int s = 0; s < segments.size(); s++) {
        if (Math.abs(v.standardised(s)) > Math.abs(best.standardised(at))) {
          best = v;
          at = s;
        }
      }
    }
    return "%s of %s over %s; what lies furthest from all is %s in %s (%s, all %s)."
        .formatted(
            kind,
            NumberText.count(variables.size(), "variable"),
            NumberText.count(segments.size(), "segment"),
            best.name,
            segments.get(at),
            best.text(best.bySegment[at]),
            best.text(best.total));
  }
}
