package org.segql.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.segql.engine.local.cluster.Samples;

class QuestionTreeTest {
  private static RuleVariable numbers(double... x) {
    return new RuleVariable(x, 0, false);
  }

  /// T. Therneau and E. Atkinson, "An Introduction to Recursive Partitioning Using the RPART
  /// Routines" on Fisher's irises: petal length below 2.45 (50 setosa), else petal width below 1.75
  /// (49 versicolor and 5 virginica, against 1 and 45). Both petal columns part the setosa alike;
  /// the limits here are the roundest between the same rows.
  @Test
  void irisesAreToldApartByTheirPetals() {
    var variables = List.of(numbers(Samples.iris().column(2)), numbers(Samples.iris().column(3)));
    int[] species = Samples.irisSpecies();
    QuestionTree.Node root = QuestionTree.of(variables, species, 3, null, 42, 3);
    assertThat(root.question()).isEqualTo(new RuleCondition.Range(0, Double.NEGATIVE_INFINITY, 2));
    assertThat(Objects.requireNonNull(root.yes()).weights()).containsExactly(50, 0, 0);
    QuestionTree.Node others = Objects.requireNonNull(root.no());
    var second = (RuleCondition.Range) Objects.requireNonNull(others.question());
    assertThat(second.variable()).isEqualTo(1);
    assertThat(second.high()).isGreaterThan(1.7).isLessThanOrEqualTo(1.8);
    assertThat(Objects.requireNonNull(others.yes()).weights()).containsExactly(0, 49, 5);
    assertThat(Objects.requireNonNull(others.no()).weights()).containsExactly(0, 1, 45);
  }

  @Test
  void aTextIsAskedForOneLevelAndWhatIsMissingIsNone() {
    double[] codes = {0, 0, 1, 1, 2, 2, Double.NaN, Double.NaN};
    int[] labels = {0, 0, 1, 1, 1, 1, 1, 1};
    QuestionTree.Node root =
        QuestionTree.of(List.of(new RuleVariable(codes, 3, false)), labels, 2, null, 42, 8);
    assertThat(root.question())
        .isEqualTo(new RuleCondition.Levels(0, BitSet.valueOf(new long[] {1})));
    assertThat(Objects.requireNonNull(root.yes()).weights()).containsExactly(2, 0);
    assertThat(Objects.requireNonNull(root.no()).weights()).containsExactly(0, 6);
  }

  @Test
  void weightsCountAndOneSegmentNeedsNoQuestion() {
    double[] x = {1, 2, 3, 4};
    QuestionTree.Node root =
        QuestionTree.of(
            List.of(numbers(x)), new int[] {0, 0, 1, 1}, 2, new double[] {3, 1, 1, 2}, 42, 4);
    assertThat(root.weights()).containsExactly(4, 3);
    assertThat(root.weight()).isEqualTo(7);
    assertThat(root.segment()).isZero();
    assertThat(root.question()).isEqualTo(new RuleCondition.Range(0, Double.NEGATIVE_INFINITY, 3));
    QuestionTree.Node one =
        QuestionTree.of(List.of(numbers(x)), new int[] {0, 0, 0, -1}, 1, null, 42, 4);
    assertThat(one.question()).isNull();
    assertThat(one.weights()).containsExactly(3);
  }
}
