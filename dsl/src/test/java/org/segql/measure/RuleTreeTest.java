package org.segql.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RuleTreeTest {
  private static RuleVariable numbers(double... x) {
    return new RuleVariable(x, 0, false);
  }

  @Test
  void aLimitIsTheRoundestNumberBetweenTheRows() {
    RuleTree tree =
        RuleTree.of(List.of(numbers(1, 2, 33.3, 37.9, 60)), new int[] {0, 0, 0, 1, 1}, 2, null, 42);
    assertThat(tree.rule(0))
        .containsExactly(new RuleCondition.Range(0, Double.NEGATIVE_INFINITY, 36));
    assertThat(tree.rule(1))
        .containsExactly(new RuleCondition.Range(0, 36, Double.POSITIVE_INFINITY));
  }

  @Test
  void levelsWithTheSegmentAreListed() {
    double[] codes = new double[400];
    int[] labels = new int[400];
    Arrays.setAll(codes, i -> i % 4);
    Arrays.setAll(labels, i -> i % 4 == 1 || i % 4 == 3 ? 0 : 1);
    RuleTree tree = RuleTree.of(List.of(new RuleVariable(codes, 4, false)), labels, 2, null, 42);
    assertThat(tree.rule(0))
        .containsExactly(new RuleCondition.Levels(0, BitSet.valueOf(new long[] {0b1010})));
  }

  @Test
  void aBoxInTheMiddleNeedsFourConditionsAndNoiseBesideItNone() {
    var random = new SplittableRandom(3);
    int n = 5_000;
    double[][] x = new double[3][n];
    for (double[] column : x) {
      Arrays.setAll(column, _ -> random.nextDouble());
    }
    int[] labels = new int[n];
    Arrays.setAll(
        labels, i -> x[0][i] >= .4 && x[0][i] < .6 && x[1][i] >= .3 && x[1][i] < .7 ? 1 : 0);
    RuleTree tree =
        RuleTree.of(List.of(numbers(x[0]), numbers(x[1]), numbers(x[2])), labels, 2, null, 42);
    assertThat(tree.rule(1))
        .containsExactly(new RuleCondition.Range(0, .4, .6), new RuleCondition.Range(1, .3, .7));
  }

  @Test
  void missingValuesMeetNoConditionAndNothingToTellApartGivesNoRule() {
    double[] x = {1, 2, Double.NaN, 8, 9, Double.NaN};
    RuleTree tree = RuleTree.of(List.of(numbers(x)), new int[] {0, 0, 0, 1, 1, 1}, 2, null, 42);
    assertThat(tree.rule(0)).hasSize(1).noneMatch(c -> c.holds(Double.NaN));
    RuleTree constant =
        RuleTree.of(List.of(numbers(7, 7, 7, 7)), new int[] {0, 0, 1, 1}, 2, null, 42);
    assertThat(constant.rule(0)).isEmpty();
    RuleTree one = RuleTree.of(List.of(numbers(1, 2, 3)), new int[] {0, 0, -1}, 1, null, 42);
    assertThat(one.rule(0)).isEmpty();
  }

  @Test
  void weightsDecide() {
    double[] x = {1, 1, 1, 2, 2, 2};
    int[] labels = {0, 0, 1, 0, 1, 1};
    double[] weights = {1, 1, 10, 10, 1, 1};
    RuleTree tree = RuleTree.of(List.of(numbers(x)), labels, 2, weights, 42);
    assertThat(tree.rule(0))
        .containsExactly(new RuleCondition.Range(0, 2, Double.POSITIVE_INFINITY));
  }
}
