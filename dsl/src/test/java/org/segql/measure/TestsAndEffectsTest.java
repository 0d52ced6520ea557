package org.segql.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.segql.engine.local.cluster.Samples;

/// Expected figures: scipy 1.17.1 and numpy 2.4.6 on the same rows.
class TestsAndEffectsTest {
  private static final double[] WIDTH = Samples.iris().column(1);
  private static final double[] LENGTH = Samples.iris().column(0);
  private static final int[] SPECIES = Samples.irisSpecies();

  @Test
  void tails() {
    assertThat(Tails.f(3.7, 2.5, 17)).isCloseTo(0.038385700511061535, withPercentage(1e-9));
    assertThat(Tails.f(300, 2, 147)).isCloseTo(1.284576197640861e-52, withPercentage(1e-8));
    assertThat(Tails.chiSquare(12.3, 4)).isCloseTo(0.015254394655769615, withPercentage(1e-9));
    assertThat(Tails.chiSquare(400, 3)).isCloseTo(2.2138865931011112e-86, withPercentage(1e-8));
    assertThat(Tails.t(2.1, 9.5)).isCloseTo(0.06351598376355065, withPercentage(1e-9));
    assertThat(Tails.normal(-1.96)).isCloseTo(0.04999579029644087, withPercentage(1e-9));
    assertThat(Tails.normal(9)).isCloseTo(2.2571768119076647e-19, withPercentage(1e-6));
    assertThat(Tails.f(Double.NaN, 2, 3)).isNaN();
  }

  @Test
  void analysisOfVariance() {
    var test = Anova.of(WIDTH, SPECIES, 3, null);
    assertThat(test.statistic()).isCloseTo(49.160040089612075, within(1e-9));
    assertThat(test.p()).isCloseTo(4.492017133309084e-17, withPercentage(1e-7));
    assertThat(test.effect()).isCloseTo(0.40078284707633405, within(1e-12));
    assertThat(test.magnitude()).isEqualTo(Magnitude.LARGE);
  }

  @Test
  void kruskalWallis() {
    var test = KruskalWallis.of(WIDTH, SPECIES, 3, null);
    assertThat(test.statistic()).isCloseTo(63.571146104163795, within(1e-9));
    assertThat(test.p()).isCloseTo(1.5692820940316782e-14, withPercentage(1e-7));
    assertThat(test.effect()).isCloseTo(0.4188513340419306, within(1e-12));
  }

  @Test
  void chiSquareAndCramersV() {
    int[] band = Arrays.stream(LENGTH).mapToInt(v -> v > 6.5 ? 2 : v > 5.5 ? 1 : 0).toArray();
    var test = ChiSquare.of(band, 3, SPECIES, 3, null);
    assertThat(test.statistic()).isCloseTo(106.88280077799389, within(1e-9));
    assertThat(test.df()).isEqualTo(4);
    assertThat(test.p()).isCloseTo(3.3622034840415277e-22, withPercentage(1e-7));
    assertThat(test.effect()).isCloseTo(0.5968886014938742, within(1e-12));
    assertThat(test.magnitude()).isEqualTo(Magnitude.LARGE);
  }

  /// The values are numbered as they come, so another order of rows numbers them otherwise.
  @Test
  void chiSquareIsTheSameForAnyOrderOfTheValues() {
    var random = new Random(11);
    int[] codes = random.ints(5_000, 0, 7).toArray();
    int[] labels = Arrays.stream(codes).map(c -> (c + random.nextInt(4)) % 5).toArray();
    double[] weights = random.doubles(5_000, 0.1, 3).toArray();
    var numbers = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
    for (boolean weighted : new boolean[] {false, true}) {
      var expected = ChiSquare.of(codes, 7, labels, 5, weighted ? weights : null);
      for (int i = 0; i < 50; i++) {
        Collections.shuffle(numbers, random);
        int[] other = Arrays.stream(codes).map(numbers::get).toArray();
        assertThat(ChiSquare.of(other, 7, labels, 5, weighted ? weights : null))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void cohensDAndWelchsTest() {
    Moments[] moments = Moments.bySegment(WIDTH, SPECIES, 3, null);
    assertThat(CohensD.of(moments[1], moments[2])).isCloseTo(-0.6411521500443637, within(1e-12));
    assertThat(CohensD.p(moments[1], moments[2])).isCloseTo(0.0018194834821049707, within(1e-10));
  }

  @Test
  void quantilesAndVariance() {
    assertThat(Quantiles.of(LENGTH, null, 0, .1, .25, .5, .9, 1))
        .containsExactly(new double[] {4.3, 4.8, 5.1, 5.8, 6.9, 7.9}, offset(1e-12));
    assertThat(Moments.of(LENGTH, null).variance()).isCloseTo(0.6856935123042507, within(1e-12));
  }

  @Test
  void equalWeightsChangeNothing() {
    double[] weights = new double[150];
    Arrays.fill(weights, 2.5);
    assertThat(Quantiles.of(LENGTH, weights, .1, .33, .5))
        .containsExactly(Quantiles.of(LENGTH, null, .1, .33, .5), offset(1e-12));
    assertThat(Moments.of(LENGTH, weights).variance()).isCloseTo(0.6856935123042507, within(1e-12));
    assertThat(Anova.of(WIDTH, SPECIES, 3, weights).statistic())
        .isCloseTo(49.160040089612075, within(1e-9));
    assertThat(KruskalWallis.of(WIDTH, SPECIES, 3, weights).statistic())
        .isCloseTo(63.571146104163795, within(1e-8));
  }

  @Test
  void missingValuesAndNoiseAreLeftOut() {
    double[] values = {1, Double.NaN, 3, 5, 100};
    int[] labels = {0, 0, 0, 1, -1};
    assertThat(Moments.bySegment(values, labels, 2, null)[0].mean()).isEqualTo(2);
    assertThat(Quantiles.median(new double[] {1, Double.NaN, 3}, null)).isEqualTo(2);
    assertThat(Quantiles.median(new double[] {Double.NaN}, null)).isNaN();
    assertThat(Anova.of(values, labels, 2, null).df2()).isEqualTo(1);
    assertThat(ChiSquare.of(new int[] {0, -1, 0, 1, 1}, 2, labels, 2, null).statistic())
        .isCloseTo(3, within(1e-12));
  }

  @Test
  void oneGroupHasNoTest() {
    assertThat(Anova.of(new double[] {1, 2}, new int[2], 1, null).p()).isNaN();
    assertThat(KruskalWallis.of(new double[] {1, 2}, new int[2], 1, null).p()).isNaN();
    assertThat(ChiSquare.of(new int[2], 1, new int[2], 1, null).p()).isNaN();
  }

  @Test
  void holm() {
    // By hand: .005 · 4, .01 · 3, .03 · 2, .04 · 1, none below the one before.
    assertThat(Holm.adjust(new double[] {.01, .04, .03, .005, Double.NaN}))
        .containsExactly(new double[] {.03, .06, .06, .02, Double.NaN}, within(1e-12));
  }
}
