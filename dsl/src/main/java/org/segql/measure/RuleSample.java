package org.segql.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that rules are made of: all, or a sample that keeps every segment in sight and stands
/// for all by its weights.
///
/// @param variables of the rows in the sample alone
/// @param labels a segment a row, from 0
/// @param weights how much of all each row stands for
record RuleSample(List<RuleVariable> variables, int[] labels, double[] weights) {

  /// @param labels n segments 0..k-1; -1 takes no part
  /// @param weights n weights, or null
  static RuleSample of(
      List<RuleVariable> variables,
      int[] labels,
      int k,
      double @Nullable [] weights,
      int limit,
      long seed) {
    var hashed = new ArrayList<double[]>();
    variables.forEach(v -> hashed.add(v.values()));
    if (weights != null) {
      hashed.add(weights);
    }
    int[][] members = Stratified.members(hashed.toArray(double[][]::new), labels, k, seed);
    int[] sizes = Arrays.stream(members).mapToInt(m -> m.length).toArray();
    int[] taken = Stratified.allot(sizes, limit);
    int[] rows = new int[Arrays.stream(taken).sum()];
    double[] stands = new double[rows.length];
    int next = 0;
    for (int s = 0; s < k; s++) {
      for (int i = 0; i < taken[s]; i++, next++) {
        rows[next] = members[s][i];
        stands[next] = (weights == null ? 1 : weights[rows[next]]) * ((double) sizes[s] / taken[s]);
      }
    }
    return new RuleSample(
        variables.stream().map(v -> v.at(rows)).toList(),
        Arrays.stream(rows).map(i -> labels[i]).toArray(),
        stands);
  }

  int rows() {
    return labels.length;
  }

  /// The weight of the rows of a segment, or of all for -1, that meet all conditions.
  double weight(int segment, List<RuleCondition> conditions) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      if ((segment < 0 || labels[i] == segment) && holds(conditions, i)) {
        sum += weights[i];
      }
    }
    return sum;
  }

  private boolean holds(List<RuleCondition> conditions, int row) {
    for (RuleCondition condition : conditions) {
      if (!condition.holds(variables.get(condition.variable()).values()[row])) {
        return false;
      }
    }
    return true;
  }

  /// F1 less the price of the conditions; 0 for a rule that nothing of the segment meets.
  double score(int segment, List<RuleCondition> conditions) {
    double inside = weight(segment, conditions);
    double f1 = 2 * inside / (weight(-1, conditions) + weight(segment, List.of()));
    return f1 - RuleTree.PRICE * conditions.stream().mapToInt(RuleCondition::count).sum();
  }
}
