package org.segql.analysis;

import java.util.List;
import java.util.Optional;
import org.segql.chart.Bar;
import org.segql.chart.ChartDefinition;
import org.segql.chart.Scatter;

/// The charts there are.
final class ChartBook {
  private static final List<ChartDefinition> ALL = List.of(Bar.DEFINITION, Scatter.DEFINITION);

  private ChartBook() {}

  static List<ChartDefinition> all() {
    return ALL;
  }

  static Optional<ChartDefinition> find(String name) {
    return ALL.stream().filter(d -> d.text().equalsIgnoreCase(name)).findFirst();
  }
}
