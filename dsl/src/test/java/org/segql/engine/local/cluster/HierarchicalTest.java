package org.segql.engine.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.measure.Agreement;

class HierarchicalTest {
  private static Fit fit(Matrix data, int k, Linkage linkage) {
    return Hierarchical.fit(data, HierarchicalOptions.of(k, linkage), Progress.NONE);
  }

  private static double height(Fit fit, int fromTop) {
    assertThat(fit.tree()).isNotNull();
    double[] heights = fit.tree().heights();
    return heights[heights.length - fromTop];
  }

  @Test
  void wardsTreeOfTheMallCustomersAsPublished() {
    Matrix data = Samples.mall(3, 4);
    Fit fit = fit(data, 5, Linkage.WARD);
    assertThat(Samples.sizes(fit.labels(), 5)).containsExactly(85, 39, 32, 23, 21);
    Fit kmeans = KMeans.fit(data, KMeansOptions.of(5), Progress.NONE);
    assertThat(Agreement.adjustedRand(fit.labels(), kmeans.labels())).isCloseTo(.942, within(5e-4));
    // scipy 1.17.1, linkage(…, 'ward')
    assertThat(height(fit, 1)).isCloseTo(405.66004104, within(1e-8));
    assertThat(height(fit, 4)).isCloseTo(245.65460099, within(1e-8));
  }

  /// Heights: scipy 1.17.1.
  @ParameterizedTest
  @CsvSource({
    "SINGLE, 14.866068747318506, 13.45362404707371",
    "COMPLETE, 143.42245291445826, 74.33034373659252",
    "AVERAGE, 59.98747158677495, 46.06865772332056"
  })
  void heightsOfTheOtherLinkages(Linkage linkage, double top, double fourth) {
    Fit fit = fit(Samples.mall(3, 4), 5, linkage);
    assertThat(height(fit, 1)).isCloseTo(top, within(1e-9));
    assertThat(height(fit, 4)).isCloseTo(fourth, within(1e-9));
  }

  @Test
  void averageLinkageCutsTheMallCustomersAsScipyDoes() {
    Fit fit = fit(Samples.mall(3, 4), 5, Linkage.AVERAGE);
    assertThat(Samples.sizes(fit.labels(), 5)).containsExactly(102, 38, 36, 21, 3);
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void theOrderOfTheRowsDoesNotMatter(Linkage linkage) {
    Matrix data = Samples.blobs(500, 3, 4, 3, 6);
    Fit fit = fit(data, 6, linkage);
    int[] order = Samples.shuffled(500, 4);
    Fit again = fit(data.subset(order), 6, linkage);
    assertThat(again.labels()).isEqualTo(Arrays.stream(order).map(i -> fit.labels()[i]).toArray());
    assertThat(again.objective()).isEqualTo(fit.objective());
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void aTreeIsCutAgainWithoutAFit(Linkage linkage) {
    Matrix data = Samples.blobs(300, 2, 4, 2, 6);
    Fit three = fit(data, 3, linkage);
    var options = HierarchicalOptions.of(7, linkage);
    Fit again = Hierarchical.cut(data, three, options, Progress.NONE);
    assertThat(again.labels()).isEqualTo(fit(data, 7, linkage).labels());
    assertThat(three.tree()).isNotNull();
    int[] leaves = three.tree().smile().partition(7);
    int[] smile = Arrays.stream(three.tree().leafOf()).map(leaf -> leaves[leaf]).toArray();
    assertThat(Agreement.adjustedRand(smile, again.labels())).isEqualTo(1);
  }

  @Test
  void moreRowsThanFitMakeATreeOfASampleAndSayIt() {
    Matrix data = Samples.blobs(Hierarchical.MATRIX_ROWS + 1000, 2, 3, 0.5, 6);
    Fit fit = fit(data, 3, Linkage.COMPLETE);
    assertThat(fit.notes()).extracting(n -> n.code()).containsExactly(Code.SAMPLED);
    Fit kmeans = KMeans.fit(data, KMeansOptions.of(3), Progress.NONE);
    assertThat(Agreement.adjustedRand(fit.labels(), kmeans.labels())).isGreaterThan(.9);
  }

  @Test
  void equalRowsShareALeaf() {
    Matrix data = Matrix.of(new double[][] {{1, 5, 1, 5, 9, 1}});
    Fit fit = fit(data, 3, Linkage.WARD);
    assertThat(fit.labels()).containsExactly(0, 1, 0, 1, 2, 0);
    assertThatThrownBy(() -> fit(data, 4, Linkage.WARD)).isInstanceOf(SegqlException.class);
    assertThat(fit(data, 1, Linkage.WARD).labels()).containsOnly(0);
  }
}
