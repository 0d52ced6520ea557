package org.segql.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.segql.engine.Progress;
import org.segql.engine.local.cluster.Fit;
import org.segql.engine.local.cluster.KMeans;
import org.segql.engine.local.cluster.KMeansOptions;
import org.segql.engine.local.cluster.Matrix;
import org.segql.engine.local.cluster.Samples;

/// Expected figures without another source: scikit-learn 1.9.1 on the same rows and labels.
class ValidityTest {
  private static final double[][] IRIS = Samples.iris().toColumns();
  private static final int[] SPECIES = Samples.irisSpecies();

  @Test
  void silhouetteOfTheSpeciesOfIris() {
    var silhouette = Silhouette.of(IRIS, SPECIES, 3, null, 42);
    assertThat(silhouette.method()).isEqualTo(Silhouette.Method.EXACT);
    assertThat(silhouette.mean()).isCloseTo(0.5034774406932961, within(1e-12));
    assertThat(silhouette.segments())
        .containsExactly(
            new double[] {0.7893812421871645, 0.40908463959698727, 0.3119664402957364},
            within(1e-12));
    assertThat(silhouette.rows()[0]).isCloseTo(0.84646917, within(1e-8));
  }

  @Test
  void indicesOfTheSpeciesOfIris() {
    var dispersion = Dispersion.of(IRIS, SPECIES, 3, null);
    assertThat(dispersion.calinskiHarabasz()).isCloseTo(487.33087637489984, within(1e-9));
    assertThat(dispersion.daviesBouldin()).isCloseTo(0.7513707094756737, within(1e-12));
  }

  @Test
  void publishedFiguresOfKMeansOnIris() {
    Fit fit = KMeans.fit(Samples.iris(), KMeansOptions.of(3), Progress.NONE);
    assertThat(Silhouette.of(IRIS, fit.labels(), 3, null, 42).mean()).isCloseTo(.553, within(5e-4));
    assertThat(Agreement.adjustedRand(SPECIES, fit.labels())).isCloseTo(.730, within(5e-4));
    assertThat(Dispersion.of(IRIS, fit.labels(), 3, null).withinTotal())
        .isCloseTo(78.851, within(5e-4));
  }

  @Test
  void publishedFiguresOfTheMallCustomers() {
    Matrix data = Samples.mall(3, 4);
    Fit fit = KMeans.fit(data, KMeansOptions.of(5), Progress.NONE);
    var dispersion = Dispersion.of(data.toColumns(), fit.labels(), 5, null);
    assertThat(Silhouette.of(data.toColumns(), fit.labels(), 5, null, 1).mean())
        .isCloseTo(.5539, within(5e-5));
    assertThat(dispersion.daviesBouldin()).isCloseTo(.5726, within(5e-5));
    assertThat(dispersion.calinskiHarabasz()).isCloseTo(247.359, within(5e-4));
  }

  @Test
  void aWeightCountsAsCopiesInTheIndices() {
    double[] weights = new double[150];
    int[] copies = new int[250];
    int at = 0;
    for (int i = 0; i < 150; i++) {
      weights[i] = i < 100 ? 2 : 1;
      for (int c = 0; c < weights[i]; c++) {
        copies[at++] = i;
      }
    }
    int[] labels = Arrays.stream(copies).map(i -> SPECIES[i]).toArray();
    var weighted = Dispersion.of(IRIS, SPECIES, 3, weights);
    var copied = Dispersion.of(Samples.iris().subset(copies).toColumns(), labels, 3, null);
    assertThat(weighted.calinskiHarabasz()).isCloseTo(copied.calinskiHarabasz(), within(1e-9));
    assertThat(weighted.daviesBouldin()).isCloseTo(copied.daviesBouldin(), within(1e-9));
    assertThat(weighted.betweenToTotal()).isCloseTo(copied.betweenToTotal(), within(1e-12));
  }

  @Test
  void aSampledSilhouetteIsNearTheExactOneAndSeesSmallSegments() {
    Matrix data = Samples.blobs(6000, 3, 4, 2.5, 8);
    Fit fit = KMeans.fit(data, KMeansOptions.of(4), Progress.NONE);
    int[] labels = fit.labels().clone();
    // A fifth segment of three rows.
    labels[10] = 4;
    labels[20] = 4;
    labels[30] = 4;
    var exact = Silhouette.of(data.toColumns(), labels, 5, null, 42);
    var sampled = Silhouette.of(data.toColumns(), labels, 5, null, 42, 1500);
    assertThat(sampled.method()).isEqualTo(Silhouette.Method.SAMPLE);
    assertThat(sampled.sampled()).isLessThan(2000);
    assertThat(sampled.mean()).isCloseTo(exact.mean(), within(0.02));
    assertThat(sampled.segments()[4]).isCloseTo(exact.segments()[4], within(0.05));
  }

  @Test
  void aSampledSilhouetteDoesNotDependOnTheOrderOfTheRows() {
    Matrix data = Samples.blobs(6000, 3, 4, 2.5, 8);
    Fit fit = KMeans.fit(data, KMeansOptions.of(4), Progress.NONE);
    int[] order = Samples.shuffled(6000, 5);
    int[] labels = Arrays.stream(order).map(i -> fit.labels()[i]).toArray();
    double[][] shuffled = data.subset(order).toColumns();
    assertThat(Silhouette.of(shuffled, labels, 4, null, 42, 1500).mean())
        .isEqualTo(Silhouette.of(data.toColumns(), fit.labels(), 4, null, 42, 1500).mean());
  }

  @Test
  void silhouetteOfRowsAloneInTheirSegmentIsZeroAndNoiseHasNone() {
    double[][] columns = {{0, 1, 10, 50}};
    var silhouette = Silhouette.of(columns, new int[] {0, 0, 1, -1}, 2, null, 42);
    assertThat(silhouette.rows()).containsExactly(0.9, 8.0 / 9, 0, Double.NaN);
    assertThat(silhouette.mean()).isCloseTo((0.9 + 8.0 / 9) / 3, within(1e-15));
  }

  @Test
  void oneSegmentHasNoIndices() {
    double[][] columns = {{0, 1, 10, 50}};
    var dispersion = Dispersion.of(columns, new int[4], 1, null);
    assertThat(Silhouette.of(columns, new int[4], 1, null, 42).mean()).isNaN();
    assertThat(dispersion.calinskiHarabasz()).isNaN();
    assertThat(dispersion.daviesBouldin()).isNaN();
    assertThat(dispersion.betweenToTotal()).isZero();
  }

  @Test
  void theCentroidFormIsSomewhatRosierThanTheSilhouette() {
    Matrix data = Samples.blobs(3000, 2, 3, 1, 2);
    Fit fit = KMeans.fit(data, KMeansOptions.of(3), Progress.NONE);
    double exact = Silhouette.of(data.toColumns(), fit.labels(), 3, null, 1).mean();
    var form = Silhouette.byCentroids(data.toColumns(), fit.labels(), fit.centroids(), null);
    assertThat(form.mean()).isBetween(exact, exact + 0.15);
  }

  @Test
  void adjustedRandIndex() {
    int[] a = {0, 0, 1, 1, 2, 2, 2};
    assertThat(Agreement.adjustedRand(a, new int[] {0, 0, 0, 1, 1, 2, 2}))
        .isCloseTo(0.2125, within(1e-12));
    assertThat(Agreement.adjustedRand(a, new int[] {5, 5, 3, 3, 0, 0, 0})).isEqualTo(1);
  }

  @Test
  void jaccardTakesTheBestMatchOfEachSegment() {
    int[] a = {0, 0, 0, 1, 1, -1};
    int[] b = {1, 1, 0, 0, 0, -1};
    assertThat(Agreement.jaccard(a, 2, b)).containsExactly(2.0 / 3, 2.0 / 3);
    assertThat(StabilityGrade.of(0.75)).isEqualTo(StabilityGrade.STABLE);
    assertThat(StabilityGrade.of(0.85)).isEqualTo(StabilityGrade.HIGHLY_STABLE);
    assertThat(StabilityGrade.of(0.6)).isEqualTo(StabilityGrade.PATTERN);
    assertThat(StabilityGrade.of(0.59)).isEqualTo(StabilityGrade.DOUBTFUL);
    assertThat(StabilityGrade.of(0.5)).isEqualTo(StabilityGrade.DISSOLVED);
  }

  @Test
  void elbowWhereTheCurveBendsAndNoneWhereItDoesNot() {
    int[] k = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] mall = {
      269981.28, 181363.60, 106348.37, 73679.79, 44448.46, 37233.81, 30259.66, 25029.25, 21862.09,
      19634.55
    };
    assertThat(Elbow.of(k, mall)).isEqualTo(OptionalInt.of(5));
    double[] plane = Arrays.stream(k).mapToDouble(i -> 1.0 / i).toArray();
    assertThat(Elbow.of(k, plane)).isEmpty();
    assertThat(Elbow.of(new int[] {2, 3}, new double[] {2, 1})).isEmpty();
  }

  @Test
  void hopkinsTellsNoiseFromSegments() {
    var random = new SplittableRandom(1);
    double[][] noise = new double[2][2000];
    for (double[] column : noise) {
      Arrays.setAll(column, _ -> random.nextDouble());
    }
    assertThat(Hopkins.of(noise, 42)).isBetween(.4, .6);
    assertThat(Hopkins.of(Samples.blobs(2000, 2, 4, .5, 3).toColumns(), 42)).isGreaterThan(.9);
  }

  @Test
  void eigenvectorsOfASymmetricMatrix() {
    var eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertThat(eigen.values()).containsExactly(new double[] {3, 1}, within(1e-14));
    assertThat(eigen.vectors()[0])
        .containsExactly(new double[] {Math.sqrt(.5), Math.sqrt(.5)}, within(1e-14));
  }

  @Test
  void theDirectionOfAMetricDecidesWhatIsBest() {
    double[] values = {2, 1, Double.NaN, 3, 3};
    assertThat(Metric.SILHOUETTE.best(values)).isEqualTo(3);
    assertThat(Metric.DAVIES_BOULDIN.best(values)).isEqualTo(1);
    assertThat(Metric.SILHOUETTE.best(new double[] {Double.NaN})).isEqualTo(-1);
  }
}
