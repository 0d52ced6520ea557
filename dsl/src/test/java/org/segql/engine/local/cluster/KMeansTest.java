package org.segql.engine.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

class KMeansTest {
  private static Fit fit(Matrix data, int k) {
    return KMeans.fit(data, KMeansOptions.of(k), Progress.NONE);
  }

  @Test
  void reachesThePublishedOptimaOfTheMallCustomersFromEverySeed() {
    Matrix three = Samples.mall(2, 3, 4);
    Matrix two = Samples.mall(3, 4);
    for (int seed = 1; seed <= 20; seed++) {
      var options = KMeansOptions.of(6).withSeed(seed);
      assertThat(KMeans.fit(three, options, Progress.NONE).objective())
          .isCloseTo(58300.44, within(0.005));
      assertThat(KMeans.fit(three, options.withK(3), Progress.NONE).objective())
          .isCloseTo(143342.75, within(0.005));
      Fit five = KMeans.fit(two, options.withK(5), Progress.NONE);
      assertThat(five.objective()).isCloseTo(44448.46, within(0.005));
      assertThat(Samples.sizes(five.labels(), 5)).containsExactly(81, 39, 35, 23, 22);
    }
  }

  @Test
  void reachesThePublishedOptimumOfIris() {
    Fit fit = fit(Samples.iris(), 3);
    assertThat(fit.objective()).isCloseTo(78.851441426146, within(1e-9));
    assertThat(Samples.sizes(fit.labels(), 3)).containsExactly(62, 50, 38);
    assertThat(fit.converged()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "300,1,2",
    "1000,2,5",
    "1500,3,7",
    "3000,4,17",
    "40000,5,4",
    "30000,9,40",
    "60000,16,3"
  })
  void dependsNeitherOnTheOrderOfTheRowsNorOnTheThreads(int n, int d, int k) {
    Matrix data = Samples.blobs(n, d, k, 1.5, 7 + n);
    var options = KMeansOptions.of(k).withRestarts(3);
    Fit fit = KMeans.fit(data, options.withThreads(1), Progress.NONE);
    int[] order = Samples.shuffled(n, 3);
    Fit again = KMeans.fit(data.subset(order), options.withThreads(3), Progress.NONE);
    assertThat(again.centroids()).isDeepEqualTo(fit.centroids());
    assertThat(again.objective()).isEqualTo(fit.objective());
    assertThat(again.labels()).isEqualTo(Arrays.stream(order).map(i -> fit.labels()[i]).toArray());
  }

  @Test
  void scoresItsOwnRowsAsItFittedThem() {
    Matrix data = Samples.blobs(20_000, 3, 6, 3, 1);
    Fit fit = fit(data, 6);
    assertThat(fit.scorer().score(data).labels()).isEqualTo(fit.labels());
  }

  @Test
  void aWeightIsTheSameAsThatManyCopies() {
    Matrix data = Samples.blobs(400, 2, 4, 4, 5);
    double[] weights = new double[400];
    int[] copies = new int[400 + 399 / 3 + 1];
    for (int i = 0, at = 0; i < 400; i++) {
      weights[i] = i % 3 == 0 ? 2 : 1;
      for (int c = 0; c < weights[i]; c++) {
        copies[at++] = i;
      }
    }
    Fit weighted = fit(data.withWeights(weights), 4);
    Fit copied = fit(data.subset(copies), 4);
    assertThat(weighted.centroids()).isDeepEqualTo(copied.centroids());
    assertThat(weighted.objective()).isCloseTo(copied.objective(), within(1e-6));
  }

  @Test
  void columnsFarFromZeroLoseNoDigits() {
    Matrix data = Samples.blobs(30_000, 2, 3, 0.5, 9);
    Matrix far = data.minus(new double[] {-1e9, 1e9});
    Fit near = fit(data, 3);
    Fit away = fit(far, 3);
    assertThat(Samples.sizes(away.labels(), 3)).isEqualTo(Samples.sizes(near.labels(), 3));
    assertThat(away.objective()).isCloseTo(near.objective(), within(near.objective() * 1e-6));
  }

  @ParameterizedTest
  @CsvSource({"20000,4", "60000,3", "55000,9"})
  void reachesTheObjectiveOfPlainLloydFromTheSameStart(int n, int d) {
    Matrix data = Samples.blobs(n, d, 5, 4, 11);
    double[][] start = {data.row(0), data.row(1), data.row(2), data.row(3), data.row(4)};
    var options = new KMeansOptions(5, 1, 300, 0, 42, 2);
    Fit fit = KMeans.from(data, start, options, Progress.NONE);
    double[][] rows = data.toRows();
    double[][] centroids = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < 300; i++) {
      centroids = lloyd(rows, centroids);
    }
    double plain = 0;
    for (double[] row : rows) {
      plain +=
          Arrays.stream(centroids).mapToDouble(c -> Distances.squared(row, c)).min().orElseThrow();
    }
    assertThat(fit.objective()).isCloseTo(plain, within(plain * 1e-9));
    assertThat(fit.smile(data).distortion() * data.rows()).isCloseTo(plain, within(plain * 1e-9));
    assertThat(fit.smile(data).predict(data.row(17))).isEqualTo(fit.labels()[17]);
  }

  /// Single precision decides nothing: of rows near the border of two segments, too, every one goes
  /// where double precision puts it, so that the fit is that of plain iterations to the last rows.
  @ParameterizedTest
  @CsvSource({"4,1", "16,1", "64,1", "3,1e12", "5,1e-12"})
  void singlePrecisionGivesTheFitOfDoublePrecision(int d, double scale) {
    int n = FloatRows.WORTHWHILE + 1_000;
    double[][] columns = Samples.blobs(n, d, 5, 6, 17).toColumns();
    for (double[] column : columns) {
      Arrays.setAll(column, i -> column[i] * scale);
    }
    Matrix data = Matrix.of(columns);
    double[][] start = IntStream.range(0, 5).mapToObj(data::row).toArray(double[][]::new);
    for (int iterations : new int[] {6, 40}) {
      var options = new KMeansOptions(5, 1, iterations, 0, 42, 2);
      Fit fit = KMeans.from(data, start, options, Progress.NONE);
      double[][] rows = data.toRows();
      double[][] centroids = start;
      for (int i = 0; i < iterations; i++) {
        centroids = lloyd(rows, centroids);
      }
      for (int j = 0; j < 5; j++) {
        double[] found = fit.centroids()[j];
        assertThat(Arrays.asList(centroids))
            .as("%d iterations", iterations)
            .anySatisfy(c -> assertThat(found).containsExactly(c, within(1e-9 * scale)));
      }
    }
  }

  private static double[][] lloyd(double[][] rows, double[][] centroids) {
    double[][] sums = new double[centroids.length][rows[0].length];
    int[] counts = new int[centroids.length];
    for (double[] row : rows) {
      int best = 0;
      for (int j = 1; j < centroids.length; j++) {
        if (Distances.squared(row, centroids[j]) < Distances.squared(row, centroids[best])) {
          best = j;
        }
      }
      counts[best]++;
      for (int m = 0; m < row.length; m++) {
        sums[best][m] += row[m];
      }
    }
    for (int j = 0; j < centroids.length; j++) {
      for (int m = 0; m < sums[j].length; m++) {
        sums[j][m] /= counts[j];
      }
    }
    return sums;
  }

  @Test
  void aClusterThatLosesAllRowsBeginsAgain() {
    Matrix data = Samples.blobs(2000, 2, 4, 1, 3);
    double[][] start = {data.row(0), {1e6, 1e6}, {-1e6, 1e6}, {1e6, -1e6}};
    Fit fit = KMeans.from(data, start, KMeansOptions.of(4), Progress.NONE);
    assertThat(Samples.sizes(fit.labels(), 4)).doesNotContain(0);
  }

  @Test
  void asManySegmentsAsDifferentRows() {
    Matrix data = Matrix.of(new double[][] {{1, 1, 2, 2, 3, 3, 3}});
    Fit fit = fit(data, 3);
    assertThat(fit.objective()).isZero();
    assertThat(fit.labels()).containsExactly(1, 1, 2, 2, 0, 0, 0);
  }

  @Test
  void fewerDifferentRowsThanSegmentsIsAnError() {
    Matrix data = Matrix.of(new double[][] {{1, 1, 2, 2, 3, 3, 3}});
    assertThatThrownBy(() -> fit(data, 4))
        .isInstanceOfSatisfying(
            SegqlException.class,
            e -> assertThat(e.diagnostics().getFirst().code()).isEqualTo(Code.TOO_FEW_ROWS))
        .hasMessage("4 segments need at least 4 different rows, and there are 3.");
  }

  @Test
  void oneSegmentIsTheMean() {
    Fit fit = fit(Matrix.of(new double[][] {{1, 2, 6}}), 1);
    assertThat(fit.centroids()[0][0]).isEqualTo(3);
    assertThat(fit.objective()).isEqualTo(14);
  }

  @Test
  void stopsWhenTold() {
    var stop = new AtomicBoolean();
    Progress progress =
        new Progress() {
          @Override
          public void report(String phase, double fraction) {
            stop.set(true);
          }

          @Override
          public boolean cancelled() {
            return stop.get();
          }
        };
    assertThatThrownBy(
            () -> KMeans.fit(Samples.blobs(5000, 2, 3, 1, 1), KMeansOptions.of(3), progress))
        .isInstanceOf(SegqlException.class)
        .hasMessage("The statement was stopped.");
  }
}
