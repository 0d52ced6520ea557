package org.segql.engine.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Code;
import org.segql.engine.Progress;
import org.segql.measure.Metric;
import org.segql.measure.Origins;
import org.segql.measure.StabilityGrade;

class ChooseKTest {
  private static final Clusterer KMEANS = Clusterer.kmeans(KMeansOptions.of(2));

  private static KChoice choose(Matrix data, Clusterer clusterer) {
    return ChooseK.choose(data, 2, 10, clusterer, 42, 2, Progress.NONE);
  }

  private static Matrix noise(int n, int d, long seed) {
    var random = new SplittableRandom(seed);
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      Arrays.setAll(column, _ -> random.nextGaussian());
    }
    return Matrix.of(columns);
  }

  @Test
  void fiveSegmentsOfTheMallCustomers() {
    KChoice choice = choose(Samples.mall(3, 4), KMEANS);
    assertThat(choice.k()).isEqualTo(5);
    assertThat(choice.elbow()).isEqualTo(OptionalInt.of(5));
    assertThat(choice.votes())
        .containsEntry(Metric.SILHOUETTE, 5)
        .containsEntry(Metric.DAVIES_BOULDIN, 5)
        .containsEntry(Metric.CALINSKI_HARABASZ, 9);
    // scikit-learn 1.9.1
    assertThat(choice.rows().get(4).silhouette()).isCloseTo(0.53976103063432, within(1e-9));
    assertThat(choice.rows().get(4).calinskiHarabasz()).isCloseTo(242.5376443336707, within(1e-6));
    assertThat(choice.fit().k()).isEqualTo(5);
  }

  @Test
  void wardsTreeServesEveryK() {
    var ward = Clusterer.hierarchical(HierarchicalOptions.of(2, Linkage.WARD));
    KChoice choice = choose(Samples.mall(3, 4), ward);
    assertThat(choice.k()).isEqualTo(5);
    assertThat(Samples.sizes(choice.fit().labels(), 5)).containsExactly(85, 39, 32, 23, 21);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void sphericalNoiseHasNoSegments(int d) {
    Matrix data = noise(1500, d, 7);
    assertThat(GapStatistic.standard().of(data, 6, Progress.NONE).choice()).isEqualTo(1);
    KChoice choice = choose(data, KMEANS);
    assertThat(choice.clear()).isFalse();
    assertThat(choice.fit().labels()).containsOnly(0);
    assertThat(choice.notes()).extracting(n -> n.code()).contains(Code.NO_CLEAR_SEGMENTS);
  }

  @Test
  void manyRowsAreSampledAndItIsSaid() {
    KChoice choice = choose(Samples.blobs(30_000, 3, 4, 1, 2), KMEANS);
    assertThat(choice.k()).isEqualTo(4);
    assertThat(choice.notes()).extracting(n -> n.code()).contains(Code.SAMPLED);
  }

  @Test
  void stabilityOfClearAndOfArbitrarySegments() {
    Matrix clear = Samples.blobs(900, 2, 3, 0.5, 3);
    var stability = new Stability(500, 20, 42, 2);
    Fit fit = KMEANS.fit(clear, 3, Progress.NONE);
    for (double jaccard : stability.perSegment(clear, fit, KMEANS, Progress.NONE)) {
      assertThat(StabilityGrade.of(jaccard)).isEqualTo(StabilityGrade.HIGHLY_STABLE);
    }
    assertThat(stability.ofK(clear, 3, KMEANS, Progress.NONE)).isGreaterThan(.95);
    Matrix arbitrary = noise(900, 4, 3);
    assertThat(stability.ofK(arbitrary, 5, KMEANS, Progress.NONE)).isLessThan(.7);
  }

  @Test
  void stabilityDoesNotDependOnTheOrderOfTheRowsOrThreads() {
    Matrix data = Samples.blobs(900, 2, 5, 3, 3);
    int[] order = Samples.shuffled(900, 9);
    double one = new Stability(400, 5, 42, 1).ofK(data, 4, KMEANS, Progress.NONE);
    double two = new Stability(400, 5, 42, 2).ofK(data.subset(order), 4, KMEANS, Progress.NONE);
    assertThat(two).isEqualTo(one);
  }

  @Test
  void originsOfSegments() {
    int[] before = {0, 0, 1, 1};
    int[] now = {0, 0, 1, 2};
    assertThat(Origins.stability(before, 2, now, 3)).containsExactly(1, 1, 1);
    assertThat(Origins.stability(before, 2, new int[4], 1)[0]).isCloseTo(0, within(1e-12));
  }
}
