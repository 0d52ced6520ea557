package org.segql.chart;

import java.util.List;

/// Charts that are drawn together, row by row.
///
/// @param columns how many stand beside each other
public record Figure(String title, List<Chart> charts, int columns) {
  public Figure {
    charts = List.copyOf(charts);
    if (charts.isEmpty()) {
      throw new IllegalArgumentException("a figure without charts");
    }
    if (columns < 1) {
      throw new IllegalArgumentException("columns: " + columns);
    }
    columns = Math.min(columns, charts.size());
  }

  public Figure(Chart chart) {
    this("", List.of(chart), 1);
  }

  /// Charts in a grid as square as they allow, two beside each other at least.
  public Figure(String title, List<Chart> charts) {
    this(title, charts, Math.max(2, Math.min(4, (int) Math.ceil(Math.sqrt(charts.size())))));
  }

  public int rows() {
    return (charts.size() + columns - 1) / columns;
  }

  /// The alternative text of all charts.
  public String summary() {
    return String.join(" ", charts.stream().map(Chart::summary).toList());
  }
}
