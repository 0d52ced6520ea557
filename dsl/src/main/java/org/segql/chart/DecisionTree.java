package org.segql.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;

/// The questions that tell segments apart, as a tree with the segments at its leaves.
public final class DecisionTree {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "tree",
          "A small tree of questions that tells the segments apart: at each leaf the segment of"
              + " most of its rows, how many of all come there, and how many of those are of it.",
          Set.of(Fits.SEGMENTATION),
          List.of(
              Parameter.option(
                  "leaves",
                  Kind.Number.whole(2, 16).orAuto(),
                  "AUTO",
                  "How many leaves it has at most; AUTO is two more than there are segments, twelve"
                      + " at most.")),
          "PLOT q1 AS tree();");

  /// Half the length and half the height of a node, where one stands at each level and each line.
  private static final double LONG = 0.4;

  private static final double HIGH = 0.38;

  /// How many letters of a figure's usual width there are for the nodes beside each other.
  private static final int LETTERS = 100;

  private final List<Mark> marks = new ArrayList<>();
  private final List<Mark.Outline.Row> rows = new ArrayList<>();
  private final int letters;
  private int leaves;

  private DecisionTree(int depth) {
    this.letters = Math.clamp(LETTERS / (depth + 1), 14, 30);
  }

  /// A node.
  ///
  /// @param label the question, or the segment's name
  /// @param detail a second line: rows, how many are right
  /// @param answer what leads here from the node above: `yes`, `< 35`
  /// @param segment the segment of a leaf; 0: no leaf
  public record Node(String label, String detail, String answer, int segment, List<Node> children) {
    public Node {
      children = List.copyOf(children);
    }

    int depth() {
      return children.stream().mapToInt(c -> 1 + c.depth()).max().orElse(0);
    }
  }

  /// @param accuracy the share of all rows that end in a leaf of their own segment
  public static Chart of(Node root, double accuracy) {
    return new DecisionTree(root.depth()).chart(root, accuracy);
  }

  private Chart chart(Node root, double accuracy) {
    place(root, 0);
    outline(root, "", "");
    marks.add(new Mark.Outline(rows));
    Axis x = Axis.of("").between(-0.5, root.depth() + 0.5);
    Axis y = Axis.of("").between(0.4 - leaves, 0.6);
    var look =
        Chart.Look.PLAIN
            .withoutAxes()
            .sized(Math.clamp(200L * (root.depth() + 1), 560, 1200), 90 + 50 * leaves);
    String right = Numbers.percent(accuracy);
    String summary =
        root.children().isEmpty()
            ? "No question tells the segments apart."
            : "Tree with %s; the first question is %s. It is right for %s of the rows."
                .formatted(NumberText.count(leaves, "leaf", "leaves"), root.label(), right);
    return new Chart("tree", "What tells the segments apart", x, y, marks, look, List.of(), summary)
        .noting("The tree is right for " + right + " of the rows.");
  }

  private void outline(Node node, String lead, String below) {
    String answer = node.answer().isEmpty() ? "" : node.answer() + ": ";
    String text = node.label() + " (" + node.detail() + ")";
    rows.add(
        new Mark.Outline.Row(
            lead + answer, text, node.segment() > 0 ? Tone.segment(node.segment()) : Tone.INK));
    for (Node child : node.children()) {
      boolean last = child == node.children().getLast();
      outline(child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

  /// Draws what follows a node, then the node before the middle of it; gives its height.
  private double place(Node node, int level) {
    List<Double> after = new ArrayList<>();
    for (Node child : node.children()) {
      after.add(place(child, level + 1));
    }
    double y = after.isEmpty() ? -leaves++ : (after.getFirst() + after.getLast()) / 2;
    for (int i = 0; i < after.size(); i++) {
      marks.addFirst(
          new Mark.Line(
              "",
              new double[] {level + LONG, level + 1 - LONG},
              new double[] {y, after.get(i)},
              Tone.MUTED,
              1.4,
              false,
              false,
              List.of()));
      marks.add(
          label(
              level + 0.5,
              (y + after.get(i)) / 2,
              Numbers.shortened(node.children().get(i).answer(), letters / 3),
              Tone.INK));
    }
    Tone tone = node.segment() > 0 ? Tone.segment(node.segment()) : Tone.MUTED;
    marks.add(
        new Mark.Region(
            "",
            new double[] {level - LONG, level + LONG, level + LONG, level - LONG},
            new double[] {y - HIGH, y - HIGH, y + HIGH, y + HIGH},
            tone,
            node.segment() > 0 ? 1 : 0.18,
            true,
            node.label() + "\n" + node.detail()));
    Tone ink = node.segment() > 0 ? new Tone.On(tone) : Tone.INK;
    marks.add(label(level, y + 0.15, Numbers.within(node.label(), letters), ink));
    marks.add(label(level, y - 0.17, Numbers.shortened(node.detail(), letters), ink));
    return y;
  }

  private static Mark label(double x, double y, String text, Tone tone) {
    return new Mark.Labels(
        "", new double[] {x}, new double[] {y}, List.of(text), tone, Mark.Align.CENTER, 0);
  }
}
