package org.segql.engine.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Code;
import org.segql.engine.Progress;

/// Expected counts: scikit-learn 1.9.1, DBSCAN on the same rows.
class DbscanTest {
  private static Fit fit(Matrix data, double epsilon, int minPoints) {
    return Dbscan.fit(data, DbscanOptions.of(epsilon, minPoints), Progress.NONE);
  }

  private static long noise(Fit fit) {
    return Arrays.stream(fit.labels()).filter(label -> label < 0).count();
  }

  @Test
  void mallCustomersAsScikitLearn() {
    Fit fit = fit(Samples.mall(3, 4), 5, 4);
    assertThat(fit.k()).isEqualTo(7);
    assertThat(noise(fit)).isEqualTo(76);
    assertThat(Samples.sizes(fit.labels(), 7)).containsExactly(79, 11, 10, 10, 6, 4, 4);
    assertThat(((NearestCore) fit.scorer()).points().length).isLessThanOrEqualTo(108);
    Fit wider = fit(Samples.mall(3, 4), 8, 4);
    assertThat(noise(wider)).isEqualTo(22);
    assertThat(Samples.sizes(wider.labels(), 7)).containsExactly(89, 32, 23, 16, 8, 7, 3);
  }

  @Test
  void scoresItsOwnRowsAsItFittedThemInAnyOrder() {
    Matrix data = Samples.blobs(3000, 2, 5, 0.7, 12);
    Fit fit = Dbscan.fit(data, DbscanOptions.auto(), Progress.NONE);
    var scores = fit.scorer().score(data);
    assertThat(scores.labels()).isEqualTo(fit.labels());
    assertThat(scores.distances()).isEqualTo(fit.distances(data)).contains(Double.NaN);
    int[] order = Samples.shuffled(3000, 4);
    Fit again = Dbscan.fit(data.subset(order), DbscanOptions.auto(), Progress.NONE);
    assertThat(again.labels()).isEqualTo(Arrays.stream(order).map(i -> fit.labels()[i]).toArray());
  }

  @Test
  void theKneeFindsSeparateBlobs() {
    Fit fit = Dbscan.fit(Samples.blobs(2000, 2, 4, 0.3, 2), DbscanOptions.auto(), Progress.NONE);
    // A few rows at the rims may form segments of their own.
    int[] sizes = Samples.sizes(fit.labels(), fit.k());
    assertThat(sizes[0] + sizes[1] + sizes[2] + sizes[3]).isGreaterThan(1850);
    assertThat(sizes[3]).isGreaterThan(400);
    assertThat(noise(fit)).isLessThan(150);
    assertThat(fit.notes()).extracting(n -> n.code()).containsExactly(Code.CHOSEN);
  }

  @Test
  void onlyNoiseIsSaid() {
    Fit fit = fit(Samples.blobs(100, 2, 4, 3, 2), 1e-6, 4);
    assertThat(fit.k()).isZero();
    assertThat(fit.labels()).containsOnly(-1);
    assertThat(fit.notes()).extracting(n -> n.code()).contains(Code.ALL_NOISE);
  }

  @Test
  void copiesCountAsNeighbours() {
    Fit fit = fit(Matrix.of(new double[][] {{1, 1, 1, 1, 7}}), 0.5, 4);
    assertThat(fit.labels()).containsExactly(0, 0, 0, 0, -1);
  }
}
