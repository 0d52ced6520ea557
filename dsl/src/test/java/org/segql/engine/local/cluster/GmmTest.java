package org.segql.engine.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.segql.engine.Progress;
import org.segql.measure.Agreement;

class GmmTest {
  /// scikit-learn 1.9.1: GaussianMixture(3, n_init=10, tol=1e-10) gives -180.18547759 with its
  /// absolute ridge of 1e-6.
  @Test
  void irisAsScikitLearn() {
    var options = new GmmOptions(3, 5, 2000, 1e-9, 42, 2);
    Fit fit = Gmm.fit(Samples.iris(), options, Progress.NONE);
    assertThat(fit.objective()).isCloseTo(180.1855, within(1e-3));
    assertThat(Samples.sizes(fit.labels(), 3)).containsExactly(55, 50, 45);
    assertThat(Agreement.adjustedRand(fit.labels(), Samples.irisSpecies()))
        .isCloseTo(0.9038742317748124, within(1e-9));
    var mixture = (GaussianMixture) fit.scorer();
    assertThat(mixture.weights())
        .containsExactly(new double[] {0.36747118, 0.33333333, 0.29919549}, within(1e-4));
    assertThat(mixture.parameters()).isEqualTo(44);
    assertThat(fit.confidence()).hasSize(150);
    assertThat(Arrays.stream(fit.confidence()).min().orElseThrow()).isBetween(1.0 / 3, 1.0);
  }

  @Test
  void dependsNeitherOnTheOrderOfTheRowsNorOnTheThreads() {
    Matrix data = Samples.blobs(2000, 3, 4, 3, 6);
    var options = new GmmOptions(4, 3, 200, 1e-6, 42, 1);
    Fit fit = Gmm.fit(data, options, Progress.NONE);
    int[] order = Samples.shuffled(2000, 4);
    Fit again = Gmm.fit(data.subset(order), new GmmOptions(4, 3, 200, 1e-6, 42, 3), Progress.NONE);
    assertThat(again.objective()).isEqualTo(fit.objective());
    assertThat(again.labels()).isEqualTo(Arrays.stream(order).map(i -> fit.labels()[i]).toArray());
  }

  @Test
  void scoresItsOwnRowsAsItFittedThem() {
    Matrix data = Samples.blobs(1000, 2, 3, 4, 1);
    Fit fit = Gmm.fit(data, GmmOptions.of(3), Progress.NONE);
    assertThat(fit.scorer().score(data).labels()).isEqualTo(fit.labels());
    assertThat(fit.scorer().score(data).confidence()).isEqualTo(fit.confidence());
  }

  @Test
  void aConstantColumnAndEqualRowsDoNotBreakIt() {
    double[][] columns = {{1, 1, 2, 2, 3, 3, 3, 9}, {5, 5, 5, 5, 5, 5, 5, 5}};
    Fit fit = Gmm.fit(Matrix.of(columns), GmmOptions.of(2), Progress.NONE);
    assertThat(fit.labels()[7]).isEqualTo(1);
  }
}
