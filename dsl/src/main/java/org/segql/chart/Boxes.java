package org.segql.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The spread of each variable in each segment.
public final class Boxes {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "boxes",
          "A box plot of each variable, with a box for each segment.",
          Set.of(Fits.SEGMENTATION),
          List.of(Parameters.VARIABLES),
          "PLOT q1 AS boxes();");
  private static final int PANELS = 9;

  private Boxes() {}

  /// A chart for each variable, nine at most.
  public static Figure of(List<Column.Number> variables, Segments segments) {
    Groups groups = Groups.by(segments);
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < groups.count(); i++) {
      numbered.add(
          i < segments.count() ? (i + 1) + " " + groups.names().get(i) : groups.names().get(i));
    }
    var named = new Groups(groups.of(), numbered, groups.tones());
    List<Chart> charts =
        new ArrayList<>(
            variables.stream().limit(PANELS).map(v -> Box.of(v, named, false)).toList());
    if (charts.isEmpty()) {
      return new Figure(Chart.empty("boxes", "Boxes", "there are no variables of numbers."));
    }
    if (variables.size() > PANELS) {
      charts.set(
          charts.size() - 1,
          charts.getLast().noting((variables.size() - PANELS) + " more variables are not shown."));
    }
    return charts.size() == 1
        ? new Figure(charts.getFirst())
        : new Figure("Variables by segment", charts);
  }
}
