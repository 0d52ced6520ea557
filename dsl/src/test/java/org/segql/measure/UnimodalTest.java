package org.segql.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// Rows with one mode that are otherwise like the data.
class UnimodalTest {
  private static double[] sample(int n, ToDoubleFunction<SplittableRandom> of) {
    var random = new SplittableRandom(5);
    return random.doubles(n).map(_ -> of.applyAsDouble(random)).toArray();
  }

  @Test
  void aSampleWithOneModeKeepsItsShape() {
    double[] x = sample(2_000, r -> Math.exp(r.nextGaussian()));
    Unimodal fit = Unimodal.of(x);
    assertThat(fit.distance()).isLessThan(0.02);
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    for (double p : new double[] {.1, .25, .5, .75, .9}) {
      double quantile = sorted[(int) (p * x.length)];
      assertThat(fit.quantile(p)).isCloseTo(quantile, within(0.1 * quantile));
    }
    assertThat(fit.quantile(0)).isEqualTo(sorted[0]);
    assertThat(fit.quantile(1)).isEqualTo(sorted[x.length - 1]);
  }

  @Test
  void theValleyBetweenTwoModesIsFilled() {
    double[] x = sample(2_000, r -> (r.nextBoolean() ? 4 : -4) + r.nextGaussian());
    Unimodal fit = Unimodal.of(x);
    assertThat(fit.distance()).isGreaterThan(0.1);
    long valley = Arrays.stream(x).filter(v -> Math.abs(v) < 1).count();
    long filled = 0;
    for (int i = 0; i < 2_000; i++) {
      filled += Math.abs(fit.quantile((i + .5) / 2_000)) < 1 ? 1 : 0;
    }
    assertThat(valley).isLessThan(10);
    assertThat(filled).isGreaterThan(150);
  }

  @Test
  void aColumnOfFewValuesIsDrawnInItsShares() {
    double[] truth = new double[1_000];
    Arrays.fill(truth, 0, 200, 1);
    double[] visits = sample(1_000, r -> Math.floor(-3 * Math.log(1 - r.nextDouble())));
    double[][] drawn =
        UnimodalReference.of(new double[][] {truth, visits}).draw(20_000, new SplittableRandom(1));
    assertThat(drawn[0]).containsOnly(0, 1);
    assertThat(Arrays.stream(drawn[0]).average().orElseThrow()).isCloseTo(.2, within(.01));
    assertThat(Arrays.stream(drawn[1]).boxed().toList())
        .isSubsetOf(Arrays.stream(visits).boxed().toList());
    assertThat(Arrays.stream(drawn[1]).average().orElseThrow())
        .isCloseTo(Arrays.stream(visits).average().orElseThrow(), within(.15));
  }

  @Test
  void columnsGoTogetherAsTheyDo() {
    var random = new SplittableRandom(7);
    double[][] columns = new double[2][2_000];
    for (int i = 0; i < 2_000; i++) {
      double one = random.nextGaussian();
      columns[0][i] = one;
      columns[1][i] = .8 * one + .6 * random.nextGaussian();
    }
    double[][] drawn = UnimodalReference.of(columns).draw(20_000, random);
    assertThat(Pearson.of(drawn[0], drawn[1])).isCloseTo(.8, within(.03));
  }

  @Test
  void oneValueStaysOne() {
    double[][] drawn =
        UnimodalReference.of(new double[][] {{5, 5, 5, 5}, {1, 2, 3, 9}})
            .draw(10, new SplittableRandom(1));
    assertThat(drawn[0]).containsOnly(5);
    assertThat(Arrays.stream(drawn[1]).boxed().toList())
        .allSatisfy(v -> assertThat(v).isBetween(1.0, 9.0));
  }
}
