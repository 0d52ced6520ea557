package org.segql.chart;

import java.util.List;
import java.util.Optional;

/// The registry of charts.
public final class Charts {
  /// All charts: of tables, of a choice of k, of a segmentation.
  public static final List<ChartDefinition> ALL =
      List.of(
          Histogram.DEFINITION,
          Bar.DEFINITION,
          Pie.DEFINITION,
          Box.DEFINITION,
          Box.VIOLIN,
          Scatter.DEFINITION,
          Correlation.DEFINITION,
          Series.DEFINITION,
          Pareto.DEFINITION,
          Choice.ELBOW,
          Choice.SILHOUETTE_BY_K,
          Choice.GAP,
          Choice.STABILITY,
          Choice.VOTES,
          Dendrogram.DEFINITION,
          SegmentMap.DEFINITION,
          Sizes.DEFINITION,
          Silhouette.DEFINITION,
          Profiles.PROFILE,
          Profiles.HEATMAP,
          Profiles.SNAKE,
          Profiles.RADAR,
          Boxes.DEFINITION,
          Sizes.TREEMAP,
          Mosaic.DEFINITION,
          Importance.DEFINITION,
          DecisionTree.DEFINITION,
          Parallel.DEFINITION,
          Scatter3d.DEFINITION);

  private Charts() {}

  /// The chart of this name, ignoring case.
  public static Optional<ChartDefinition> find(String name) {
    return ALL.stream().filter(c -> c.text().equalsIgnoreCase(name)).findFirst();
  }

  /// The charts that can be drawn of a thing.
  public static List<ChartDefinition> of(Fits object) {
    return ALL.stream().filter(c -> c.fits().contains(object)).toList();
  }
}
