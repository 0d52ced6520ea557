package org.segql.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segql.chart.Chart;
import org.segql.chart.Figure;

/// Where the charts of a figure lie on a page.
///
/// @param height of the whole, in pixels
/// @param domains one for each chart
record PlotlyGrid(int height, List<Domain> domains) {
  static final int TOP = 56;
  static final int BOTTOM = 56;
  private static final int HEADING = 24;
  private static final int GAP = 110;

  /// The width that pages commonly give a figure.
  static final double WIDTH = 980;

  static final double LETTER = 6.4;

  /// A chart's plot, 0..1 from the left and from the bottom of the figure's inside.
  ///
  /// @param alone whether it is the figure's only one
  /// @param pixels its height
  record Domain(
      double left, double right, double bottom, double top, boolean alone, double pixels) {
    /// Its width in pixels, as far as it can be known.
    double wide() {
      return (right - left) * WIDTH;
    }

    /// How many letters of an axis's label or a heading fit beside the panel's own neighbours.
    int letters(boolean upright) {
      return (int) Math.max(12, (upright ? pixels : wide()) / LETTER);
    }
  }

  static PlotlyGrid of(Figure figure) {
    if (figure.charts().size() == 1) {
      int height = figure.charts().getFirst().look().height();
      return new PlotlyGrid(height, List.of(new Domain(0, 1, 0, 1, true, height - TOP - BOTTOM)));
    }
    int[] heights = new int[figure.rows()];
    for (int i = 0; i < figure.charts().size(); i++) {
      int row = i / figure.columns();
      heights[row] = Math.max(heights[row], figure.charts().get(i).look().height() - 60);
    }
    double inside = Arrays.stream(heights).sum() + GAP * (heights.length - 1.0);
    List<Domain> domains = new ArrayList<>();
    double top = inside;
    for (int row = 0; row < heights.length; row++) {
      for (int c = 0; c < figure.columns() && domains.size() < figure.charts().size(); c++) {
        Chart chart = figure.charts().get(domains.size());
        double width = 1.0 / figure.columns();
        double before = Math.min(width * 0.5, labels(chart) / WIDTH);
        double after = c == figure.columns() - 1 ? 0 : 0.02;
        domains.add(
            new Domain(
                c * width + before,
                (c + 1) * width - after,
                Math.max(0, (top - heights[row]) / inside),
                top / inside,
                false,
                heights[row]));
      }
      top -= heights[row] + GAP;
    }
    return new PlotlyGrid((int) inside + TOP + HEADING + BOTTOM, domains);
  }

  /// How many pixels the labels of a chart's y axis take.
  private static double labels(Chart chart) {
    int longest =
        chart.y().ticks().stream()
            .mapToInt(t -> Math.min(PlotlyRenderer.LABEL, t.label().length()))
            .max()
            .orElse(8);
    return longest * LETTER + (chart.y().label().isEmpty() ? 16 : 40);
  }

  /// Whether labels of an axis from left to right would run into each other.
  static boolean crowded(Chart chart, Domain domain) {
    int longest =
        chart.x().ticks().stream()
            .mapToInt(t -> Math.min(PlotlyRenderer.LABEL, t.label().length()))
            .max()
            .orElse(0);
    return (longest * LETTER + 10) * chart.x().ticks().size() > domain.wide() * 0.9;
  }

  int top() {
    return domains.getFirst().alone() ? TOP : TOP + HEADING;
  }
}
