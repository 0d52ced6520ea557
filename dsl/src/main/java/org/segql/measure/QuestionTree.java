package org.segql.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A small tree of yes-or-no questions that tells all segments apart: of numbers whether they are
/// below a limit, of texts whether they are one level. Grown by Gini impurity, always where it
/// falls most, until there are so many leaves (Breiman, Friedman, Olshen and Stone, 1984,
/// "Classification and regression trees"); a question whose answers both mean the same segment goes
/// again.
public final class QuestionTree {
  /// A question must take this share of the impurity there is at the root to be worth reading.
  private static final double WORTH = 0.005;

  private final RuleSample sample;
  private final int k;

  private QuestionTree(RuleSample sample, int k) {
    this.sample = sample;
    this.k = k;
  }

  /// @param weights of the rows of each segment that come here
  /// @param question null for a leaf
  /// @param yes where the condition holds; null for a leaf
  /// @param no where it does not, or the value is missing; null for a leaf
  public record Node(
      double[] weights, @Nullable RuleCondition question, @Nullable Node yes, @Nullable Node no) {
    /// The segment of most of the rows, from 0.
    public int segment() {
      int best = 0;
      for (int s = 1; s < weights.length; s++) {
        best = weights[s] > weights[best] ? s : best;
      }
      return best;
    }

    /// The weight of all rows.
    public double weight() {
      return Arrays.stream(weights).sum();
    }
  }

  /// @param labels n segments 0..k-1; -1 takes no part
  /// @param weights n weights, or null
  /// @param leaves how many there are at most
  public static Node of(
      List<RuleVariable> variables,
      int[] labels,
      int k,
      double @Nullable [] weights,
      long seed,
      int leaves) {
    var sample = RuleSample.of(variables, labels, k, weights, RuleTree.ROWS, seed);
    return new QuestionTree(sample, k).grown(leaves);
  }

  /// A node while the tree grows.
  private static final class Branch {
    final int[] rows;
    final double[] weights;
    @Nullable Split best;
    @Nullable Branch yes;
    @Nullable Branch no;

    Branch(int[] rows, double[] weights) {
      this.rows = rows;
      this.weights = weights;
    }
  }

  private record Split(double gain, RuleCondition condition) {}

  private Node grown(int leaves) {
    Branch root = branch(IntStream.range(0, sample.rows()).toArray());
    double worth = WORTH * impurity(root.weights);
    var open = new ArrayList<Branch>(List.of(root));
    while (open.size() < leaves) {
      Branch next = null;
      double most = worth;
      for (Branch branch : open) {
        if (branch.best != null && branch.best.gain > most) {
          most = branch.best.gain;
          next = branch;
        }
      }
      if (next == null || next.best == null) {
        break;
      }
      divide(next, next.best.condition);
      open.remove(next);
      open.add(next.yes);
      open.add(next.no);
    }
    return node(root);
  }

  private void divide(Branch branch, RuleCondition condition) {
    double[] x = sample.variables().get(condition.variable()).values();
    branch.yes = branch(Arrays.stream(branch.rows).filter(i -> condition.holds(x[i])).toArray());
    branch.no = branch(Arrays.stream(branch.rows).filter(i -> !condition.holds(x[i])).toArray());
  }

  private static Node node(Branch branch) {
    if (branch.best == null || branch.yes == null || branch.no == null) {
      return new Node(branch.weights, null, null, null);
    }
    Node yes = node(branch.yes);
    Node no = node(branch.no);
    boolean same = yes.question() == null && no.question() == null && yes.segment() == no.segment();
    return same
        ? new Node(branch.weights, null, null, null)
        : new Node(branch.weights, branch.best.condition, yes, no);
  }

  private Branch branch(int[] rows) {
    double[] weights = new double[k];
    for (int i : rows) {
      weights[sample.labels()[i]] += sample.weights()[i];
    }
    var branch = new Branch(rows, weights);
    for (int v = 0; v < sample.variables().size(); v++) {
      Split split = sample.variables().get(v).number() ? ofNumber(branch, v) : ofLevels(branch, v);
      if (split != null && (branch.best == null || split.gain > branch.best.gain)) {
        branch.best = split;
      }
    }
    return branch;
  }

  /// Gini's impurity times the weight.
  private static double impurity(double[] weights) {
    double all = 0;
    double squares = 0;
    for (double w : weights) {
      all += w;
      squares += w * w;
    }
    return all > 0 ? all - squares / all : 0;
  }

  private static double gain(double[] all, double[] yes) {
    double[] no = new double[all.length];
    Arrays.setAll(no, s -> Math.max(0, all[s] - yes[s]));
    return impurity(all) - impurity(yes) - impurity(no);
  }

  private @Nullable Split ofNumber(Branch branch, int v) {
    RuleVariable variable = sample.variables().get(v);
    double[] x = variable.values();
    int[] known = Arrays.stream(branch.rows).filter(i -> !Double.isNaN(x[i])).toArray();
    int[] order = IndexSort.ascending(x, known);
    double[] below = new double[k];
    double most = 0;
    int place = -1;
    for (int i = 0; i + 1 < order.length; i++) {
      below[sample.labels()[order[i]]] += sample.weights()[order[i]];
      if (x[order[i]] < x[order[i + 1]]) {
        double gain = gain(branch.weights, below);
        if (gain > most) {
          most = gain;
          place = i;
        }
      }
    }
    if (place < 0) {
      return null;
    }
    double low = x[order[place]];
    double high = x[order[place + 1]];
    double limit =
        variable
            .roundings((low + high) / 2)
            .filter(l -> l > low && l <= high)
            .findFirst()
            .orElse(high);
    return new Split(most, new RuleCondition.Range(v, Double.NEGATIVE_INFINITY, limit));
  }

  private @Nullable Split ofLevels(Branch branch, int v) {
    RuleVariable variable = sample.variables().get(v);
    double[][] weights = new double[variable.levels()][k];
    for (int i : branch.rows) {
      double x = variable.values()[i];
      if (!Double.isNaN(x)) {
        weights[(int) x][sample.labels()[i]] += sample.weights()[i];
      }
    }
    Split best = null;
    for (int level = 0; level < weights.length; level++) {
      double gain = gain(branch.weights, weights[level]);
      if (gain > (best == null ? 0 : best.gain)) {
        var one = new BitSet();
        one.set(level);
        best = new Split(gain, new RuleCondition.Levels(v, one));
      }
    }
    return best;
  }
}
