package org.segql.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The tree that makes segments: its questions and its leaves.
public final class DecisionTree {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "tree",
          "The questions of a tree and the segments at its leaves.",
          Set.of(Fits.SEGMENTATION),
          List.of(),
          "PLOT t1 AS tree();");

  /// Half the height of a node.
  private static final double HALF = 0.24;

  private final List<Mark> marks = new ArrayList<>();
  private int leaves;
  private int depth;

  private DecisionTree() {}

  /// A node.
  ///
  /// @param label the question, or the segment's name
  /// @param detail a second line: rows, the mean of the outcome
  /// @param answer what leads here from the node above: `yes`, `< 35`
  /// @param segment the segment of a leaf; 0: no leaf
  public record Node(String label, String detail, String answer, int segment, List<Node> children) {
    public Node {
      children = List.copyOf(children);
    }
  }

  public static Chart of(Node root) {
    return new DecisionTree().chart(root);
  }

  private Chart chart(Node root) {
    place(root, 0);
    Axis x = Axis.of("").between(-0.6, leaves - 0.4);
    Axis y = Axis.of("").between(-depth - 0.5, 0.5);
    var look =
        Chart.Look.PLAIN
            .withoutAxes()
            .sized(Math.clamp(160L * leaves, 560, 1400), 110 + 100 * (depth + 1));
    String summary =
        "Tree with %s; the first question is %s."
            .formatted(Numbers.count(leaves, "leaf").replace("leafs", "leaves"), root.label());
    return new Chart("tree", "Tree", x, y, marks, look, List.of(), summary);
  }

  /// Draws what is below a node, then the node above the middle of it; gives its place.
  private double place(Node node, int level) {
    depth = Math.max(depth, level);
    List<Double> below = new ArrayList<>();
    for (Node child : node.children()) {
      below.add(place(child, level + 1));
    }
    double x = below.isEmpty() ? leaves++ : (below.getFirst() + below.getLast()) / 2;
    for (int i = 0; i < below.size(); i++) {
      double to = below.get(i);
      marks.addFirst(
          new Mark.Line(
              "",
              new double[] {x, to},
              new double[] {-level - HALF, -level - 1 + HALF},
              Tone.MUTED,
              1.4,
              false,
              false,
              List.of()));
      marks.add(
          new Mark.Labels(
              "",
              new double[] {x + (to - x) * 0.5},
              new double[] {-level - 0.5},
              List.of(Numbers.shortened(node.children().get(i).answer(), 24)),
              Tone.INK,
              Mark.Align.CENTER,
              0));
    }
    Tone tone = node.segment() > 0 ? Tone.segment(node.segment()) : Tone.Plain.PAPER;
    double half = 0.46;
    marks.add(
        new Mark.Region(
            "",
            new double[] {x - half, x + half, x + half, x - half},
            new double[] {-level - HALF, -level - HALF, -level + HALF, -level + HALF},
            node.segment() > 0 ? tone : Tone.MUTED,
            node.segment() > 0 ? 1 : 0.18,
            true,
            node.label() + "\n" + node.detail()));
    Tone ink = node.segment() > 0 ? new Tone.On(tone) : Tone.INK;
    marks.add(
        new Mark.Labels(
            "",
            new double[] {x, x},
            new double[] {-level + 0.09, -level - 0.11},
            List.of(Numbers.shortened(node.label(), 22), Numbers.shortened(node.detail(), 24)),
            ink,
            Mark.Align.CENTER,
            0));
    return x;
  }
}
