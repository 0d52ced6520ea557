package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The same chart for each value of a column.
public final class Facets {
  private static final int MOST = 9;

  private Facets() {}

  /// A figure of one chart a value, nine at most, all on axes of the same extent.
  ///
  /// @param chart the chart of some rows
  public static Figure of(Column column, Function<int[], Chart> chart) {
    Column.Text texts = column.asText();
    List<String> values = texts.distinct();
    List<Chart> charts = new ArrayList<>();
    for (String value : values.subList(0, Math.min(MOST, values.size()))) {
      int[] rows =
          IntStream.range(0, texts.size()).filter(i -> value.equals(texts.values()[i])).toArray();
      charts.add(chart.apply(rows).titled(column.name() + " = " + value));
    }
    if (charts.isEmpty()) {
      return new Figure(
          Chart.empty("facets", column.name(), "`" + column.name() + "` has no values."));
    }
    if (values.size() > MOST) {
      String note =
          "%d more values of `%s` are not shown.".formatted(values.size() - MOST, column.name());
      charts.set(charts.size() - 1, charts.getLast().noting(note));
    }
    String whole = chart.apply(IntStream.range(0, column.size()).toArray()).title();
    return new Figure(whole + ", by " + column.name(), level(charts));
  }

  private static List<Chart> level(List<Chart> charts) {
    List<Extent.Both> extents =
        charts.stream().filter(c -> !c.marks().isEmpty()).map(Extent::of).toList();
    return charts.stream()
        .map(
            c ->
                new Chart(
                    c.kind(),
                    c.title(),
                    level(c.x(), extents.stream().map(Extent.Both::x).toList()),
                    level(c.y(), extents.stream().map(Extent.Both::y).toList()),
                    c.marks(),
                    c.look(),
                    c.notes(),
                    c.summary()))
        .toList();
  }

  /// An axis of numbers that reaches as far as all of them; categories stay as they are.
  private static Axis level(Axis axis, List<Extent> extents) {
    if (!axis.ticks().isEmpty() || extents.isEmpty()) {
      return axis;
    }
    double min = extents.stream().mapToDouble(Extent::min).min().orElse(0);
    double max = extents.stream().mapToDouble(Extent::max).max().orElse(1);
    return axis.between(min, max);
  }

  /// The rows of these numbers of a segmentation.
  public static Segments rows(Segments segments, int[] rows) {
    return new Segments(
        Arrays.stream(rows).map(r -> segments.labels()[r]).toArray(), segments.names());
  }

  /// The rows of these numbers of a grouping.
  public static Groups rows(Groups groups, int[] rows) {
    return new Groups(
        Arrays.stream(rows).map(r -> groups.of()[r]).toArray(), groups.names(), groups.tones());
  }
}
