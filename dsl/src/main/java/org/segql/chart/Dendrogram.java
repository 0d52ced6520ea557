package org.segql.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;

/// The tree of a hierarchical clustering: which groups were joined at which height.
public final class Dendrogram {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "dendrogram",
          "The tree of a hierarchical clustering: which groups were joined, and how far apart they"
              + " were.",
          Set.of(Fits.CHOICE, Fits.SEGMENTATION),
          List.of(
              Parameter.option(
                  "leaves",
                  Kind.Number.whole(2, 200),
                  "30",
                  "How many of the last groups are shown.")),
          "PLOT q1 AS dendrogram();");

  private final int[][] merges;
  private final double[] heights;
  private final Segments segments;
  private final int rows;
  private final int firstShown;
  private final int[] segmentOf;
  private final int[] sizes;
  private final double[] place;
  private final List<Axis.Tick> leaves = new ArrayList<>();
  private final Map<Tone, List<double[]>> strokes = new HashMap<>();

  private Dendrogram(int[][] merges, double[] heights, Segments segments, int shown) {
    this.merges = merges;
    this.heights = heights;
    this.segments = segments;
    this.rows = merges.length + 1;
    this.firstShown = rows + Math.max(0, merges.length - Math.max(1, shown - 1));
    this.segmentOf = new int[rows + merges.length];
    this.sizes = new int[rows + merges.length];
    this.place = new double[rows + merges.length];
  }

  /// @param merges for each step the two groups joined: rows are 0 .. n - 1, the group made by step
  ///   i is n + i, as in scipy and Smile
  /// @param heights of the steps, ascending
  /// @param segments of the rows; branches inside one segment have its colour
  /// @param shown how many of the last groups are drawn; those below are a leaf with their size
  public static Chart of(int[][] merges, double[] heights, Segments segments, int shown) {
    if (merges.length == 0) {
      return Chart.empty("dendrogram", "Dendrogram", "fewer than two rows.");
    }
    return new Dendrogram(merges, heights, segments, shown).chart();
  }

  private Chart chart() {
    for (int i = 0; i < rows; i++) {
      segmentOf[i] = segments.labels()[i];
      sizes[i] = 1;
    }
    for (int i = 0; i < merges.length; i++) {
      int a = segmentOf[merges[i][0]];
      segmentOf[rows + i] = a == segmentOf[merges[i][1]] ? a : -2;
      sizes[rows + i] = sizes[merges[i][0]] + sizes[merges[i][1]];
    }
    layOut(rows + merges.length - 1);
    List<Mark> marks = new ArrayList<>();
    strokes.forEach((tone, paths) -> marks.add(line(tone, paths)));
    marks.sort(Comparator.comparing(m -> ((Mark.Line) m).name()));
    int k = segments.count();
    if (k >= 2 && k <= merges.length) {
      double cut = (heights[merges.length - k] + heights[merges.length - k + 1]) / 2;
      marks.add(
          new Mark.Rule("", cut, false, Tone.Plain.STRONG, true, NumberText.count(k, "segment")));
    }
    String summary =
        "Dendrogram of %s; the last join is at %s%s."
            .formatted(
                NumberText.count(rows, "row"),
                Numbers.text(heights[merges.length - 1]),
                k >= 2 && k <= merges.length
                    ? ", cut into "
                        + NumberText.count(k, "segment")
                        + " between "
                        + Numbers.text(heights[merges.length - k])
                        + " and "
                        + Numbers.text(heights[merges.length - k + 1])
                    : "");
    Axis x =
        Axis.of(leaves.size() < rows ? "groups, with how many rows they hold" : "rows")
            .ticking(leaves)
            .between(-0.5, leaves.size() - 0.5);
    return new Chart(
        "dendrogram",
        "Dendrogram",
        x,
        Axis.of("height").from(0),
        marks,
        Chart.Look.PLAIN.withLegend(),
        List.of(),
        summary);
  }

  /// Gives each group its place, leaves from left to right, and draws the joins. Without recursion:
  /// chains can be as long as the data.
  private void layOut(int root) {
    var stack = new ArrayDeque<Integer>();
    var order = new ArrayList<Integer>();
    stack.push(root);
    while (!stack.isEmpty()) {
      int node = stack.pop();
      if (node < firstShown) {
        place[node] = leaves.size();
        String label =
            node < rows ? Integer.toString(node + 1) : "(" + Numbers.text(sizes[node]) + ")";
        leaves.add(new Axis.Tick(leaves.size(), label));
      } else {
        order.add(node);
        stack.push(merges[node - rows][1]);
        stack.push(merges[node - rows][0]);
      }
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      join(order.get(i));
    }
  }

  private void join(int node) {
    int a = merges[node - rows][0];
    int b = merges[node - rows][1];
    place[node] = (place[a] + place[b]) / 2;
    double height = heights[node - rows];
    Tone tone = segmentOf[node] >= 0 ? Tone.segment(segmentOf[node]) : Tone.MUTED;
    double[] path = {place[a], foot(a), place[a], height, place[b], height, place[b], foot(b)};
    strokes.computeIfAbsent(tone, _ -> new ArrayList<>()).add(path);
  }

  private double foot(int node) {
    return node < firstShown ? 0 : heights[node - rows];
  }

  private Mark line(Tone tone, List<double[]> paths) {
    double[] x = new double[paths.size() * 5];
    double[] y = new double[paths.size() * 5];
    for (int i = 0; i < paths.size(); i++) {
      for (int j = 0; j < 4; j++) {
        x[5 * i + j] = paths.get(i)[2 * j];
        y[5 * i + j] = paths.get(i)[2 * j + 1];
      }
      x[5 * i + 4] = Double.NaN;
      y[5 * i + 4] = Double.NaN;
    }
    String name = tone instanceof Tone.Segment s ? segments.name(s.number()) : "";
    return new Mark.Line(name, x, y, tone, 1.6, false, false, List.of());
  }
}
