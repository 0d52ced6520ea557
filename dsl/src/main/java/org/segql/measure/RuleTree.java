package org.segql.measure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Short rules that tell each segment from the rest: for a segment a small classification tree is
/// grown, and of its nodes the one is taken whose rows are most nearly the segment, by F1 (the
/// harmonic mean of precision and coverage; van Rijsbergen, 1979) less {@link #PRICE} for each
/// condition. {@link RulePolish} then makes it shorter and its limits round.
///
/// The tree splits by Gini impurity, a text by its levels in the order of the segment's share among
/// them, where the best split of two classes is found: Breiman, Friedman, Olshen and Stone (1984),
/// "Classification and regression trees". It is grown twice, with the segment as rare as it is and
/// as if it were half of all, because a small segment outweighs the rest in no node otherwise.
public final class RuleTree {
  /// So many rows are looked at.
  public static final int ROWS = 10_000;

  /// What a condition must add to F1 to be worth reading.
  static final double PRICE = 0.005;

  /// The longest list of levels in a rule.
  static final int LIST = 8;

  private static final int DEPTH = 6;

  private final RuleSample sample;
  private final int[][] sorted;

  private RuleTree(RuleSample sample) {
    this.sample = sample;
    this.sorted = sample.variables().stream().map(v -> order(v.values())).toArray(int[][]::new);
  }

  private static int[] order(double[] x) {
    int[] known = IntStream.range(0, x.length).filter(i -> !Double.isNaN(x[i])).toArray();
    return IndexSort.ascending(x, known);
  }

  /// @param labels n segments 0..k-1; -1 takes no part
  /// @param weights n weights, or null
  public static RuleTree of(
      List<RuleVariable> variables, int[] labels, int k, double @Nullable [] weights, long seed) {
    return new RuleTree(RuleSample.of(variables, labels, k, weights, ROWS, seed));
  }

  /// How many rows are looked at.
  public int rows() {
    return sample.rows();
  }

  /// Conditions, at most one a variable, that all hold for the rows of a rule; empty where nothing
  /// tells the segment from the rest.
  ///
  /// @param segment from 0
  public List<RuleCondition> rule(int segment) {
    double members = sample.weight(segment, List.of());
    double rest = sample.weight(-1, List.of()) - members;
    if (!(members > 0) || !(rest > 0)) {
      return List.of();
    }
    List<RuleCondition> rare = new Growth(segment, members, 1).best();
    List<RuleCondition> half = new Growth(segment, members, rest / members).best();
    boolean better = sample.score(segment, half) > sample.score(segment, rare);
    List<RuleCondition> best = better || rare.isEmpty() ? half : rare;
    return best.isEmpty() ? best : new RulePolish(sample, segment).of(best);
  }

  /// @param orders for each variable the node's rows with a value, by rising value
  private record Node(boolean[] rows, int[][] orders, List<RuleCondition> conditions) {}

  /// @param left met by the rows on one side, `right` by those on the other
  private record Split(double impurity, RuleCondition left, RuleCondition right) {}

  /// One tree.
  private final class Growth {
    private final int segment;
    private final double members;
    private final double factor;
    private List<RuleCondition> best = List.of();
    private double bestScore = Double.NEGATIVE_INFINITY;

    /// @param members the weight of the segment
    /// @param factor how much heavier its rows count in impurities
    Growth(int segment, double members, double factor) {
      this.segment = segment;
      this.members = members;
      this.factor = factor;
    }

    List<RuleCondition> best() {
      boolean[] all = new boolean[sample.rows()];
      Arrays.fill(all, true);
      grow(new Node(all, sorted, List.of()), DEPTH);
      return best;
    }

    private void grow(Node node, int depth) {
      double inside = 0;
      double outside = 0;
      for (int i = 0; i < sample.rows(); i++) {
        if (node.rows()[i]) {
          inside += in(i) ? sample.weights()[i] : 0;
          outside += in(i) ? 0 : sample.weights()[i];
        }
      }
      int count = node.conditions().stream().mapToInt(RuleCondition::count).sum();
      double score = 2 * inside / (inside + outside + members) - PRICE * count;
      if (count > 0 && score > bestScore) {
        bestScore = score;
        best = node.conditions();
      }
      double hope = 2 * inside / (inside + members) - PRICE * (count + 1);
      if (depth == 0 || outside == 0 || hope <= bestScore) {
        return;
      }
      Split split = split(node, inside, outside);
      if (split != null) {
        grow(child(node, split.left()), depth - 1);
        grow(child(node, split.right()), depth - 1);
      }
    }

    private boolean in(int row) {
      return sample.labels()[row] == segment;
    }

    private Node child(Node node, RuleCondition condition) {
      double[] x = sample.variables().get(condition.variable()).values();
      boolean[] rows = node.rows().clone();
      for (int i = 0; i < rows.length; i++) {
        rows[i] &= condition.holds(x[i]);
      }
      int[][] orders = new int[node.orders().length][];
      Arrays.setAll(orders, v -> Arrays.stream(node.orders()[v]).filter(i -> rows[i]).toArray());
      return new Node(rows, orders, RulePolish.narrowed(node.conditions(), condition));
    }

    private @Nullable Split split(Node node, double inside, double outside) {
      double impurity = gini(inside, outside) - 1e-12 * (inside * factor + outside);
      Split found = null;
      for (int v = 0; v < sorted.length; v++) {
        Split split =
            sample.variables().get(v).number()
                ? ofNumber(node, v, inside, outside)
                : ofLevels(node, v, inside, outside);
        if (split != null && split.impurity() < impurity) {
          impurity = split.impurity();
          found = split;
        }
      }
      return found;
    }

    /// 2 p (1 - p), times the weight.
    private double gini(double inside, double outside) {
      double a = inside * factor;
      return a + outside > 0 ? 2 * a * outside / (a + outside) : 0;
    }

    private @Nullable Split ofNumber(Node node, int v, double inside, double outside) {
      double[] x = sample.variables().get(v).values();
      int[] order = node.orders()[v];
      double[] known = weights(order, order.length);
      double missing = gini(inside - known[0], outside - known[1]);
      double in = 0;
      double out = 0;
      double least = Double.POSITIVE_INFINITY;
      int place = -1;
      for (int i = 0; i + 1 < order.length; i++) {
        in += in(order[i]) ? sample.weights()[order[i]] : 0;
        out += in(order[i]) ? 0 : sample.weights()[order[i]];
        if (x[order[i]] < x[order[i + 1]]) {
          double sum = gini(in, out) + gini(known[0] - in, known[1] - out) + missing;
          if (sum < least) {
            least = sum;
            place = i;
          }
        }
      }
      if (place < 0) {
        return null;
      }
      double limit = x[order[place + 1]];
      return new Split(
          least,
          new RuleCondition.Range(v, Double.NEGATIVE_INFINITY, limit),
          new RuleCondition.Range(v, limit, Double.POSITIVE_INFINITY));
    }

    /// The weight of the segment and of the rest among the first rows of an order.
    private double[] weights(int[] order, int count) {
      double[] sums = new double[2];
      for (int i = 0; i < count; i++) {
        sums[in(order[i]) ? 0 : 1] += sample.weights()[order[i]];
      }
      return sums;
    }

    private @Nullable Split ofLevels(Node node, int v, double inside, double outside) {
      int levels = sample.variables().get(v).levels();
      double[] x = sample.variables().get(v).values();
      double[] in = new double[levels];
      double[] out = new double[levels];
      for (int i : node.orders()[v]) {
        (in(i) ? in : out)[(int) x[i]] += sample.weights()[i];
      }
      int[] order =
          IntStream.range(0, levels)
              .filter(l -> in[l] + out[l] > 0)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer l) -> -in[l] / (in[l] + out[l])))
              .mapToInt(l -> l)
              .toArray();
      double totalIn = Arrays.stream(in).sum();
      double totalOut = Arrays.stream(out).sum();
      double missing = gini(inside - totalIn, outside - totalOut);
      var left = new BitSet();
      double a = 0;
      double b = 0;
      Split found = null;
      for (int i = 0; i + 1 < Math.min(order.length, LIST + 1); i++) {
        left.set(order[i]);
        a += in[order[i]];
        b += out[order[i]];
        double sum = gini(a, b) + gini(totalIn - a, totalOut - b) + missing;
        if (found == null || sum < found.impurity()) {
          found = levels(sum, v, levels, left);
        }
      }
      return found;
    }

    private Split levels(double impurity, int v, int levels, BitSet left) {
      var others = new BitSet();
      others.set(0, levels);
      others.andNot(left);
      return new Split(
          impurity,
          new RuleCondition.Levels(v, (BitSet) left.clone()),
          new RuleCondition.Levels(v, others));
    }
  }
}
