package org.segql.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segql.measure.Pearson;

/// The statistics that charts compute themselves. Literals are those of numpy 2 for the same
/// numbers, unless said otherwise.
class FiguresBehindChartsTest {
  private static final double[][] ROWS = {
    {2.5, 2.4, 1}, {0.5, 0.7, 2}, {2.2, 2.9, 0}, {1.9, 2.2, 1}, {3.1, 3.0, 4},
    {2.3, 2.7, 1}, {2, 1.6, 3}, {1, 1.1, 2}, {1.5, 1.6, 2}, {1.1, 0.9, 5}
  };

  @Test
  void binsHaveARoundWidthNearFreedmanAndDiaconis() {
    // numpy: width 26.53, rounded here
    double[] primes = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71};
    Bins bins = Bins.of(primes, 0);
    assertThat(bins.edges()[1] - bins.edges()[0]).isBetween(10.0, 25.0);
    assertThat(Arrays.stream(bins.counts(primes)).sum()).isEqualTo(20);
    assertThat(bins.edges()[0] % (bins.edges()[1] - bins.edges()[0])).isZero();
  }

  @Test
  void everyValueFallsIntoOneBin() {
    double[] whole = {1, 1, 2, 3, 3, 3, 7};
    assertThat(Bins.of(whole, 0).counts(whole)).containsExactly(2, 1, 3, 0, 0, 0, 1);
    double[] equal = {4, 4, 4};
    assertThat(Bins.of(equal, 0).counts(equal)).containsExactly(3);
    double[] wide = {1, 10, 100, 1000, 10_000};
    assertThat(Arrays.stream(Bins.logarithmic(wide, 4).counts(wide)).sum()).isEqualTo(5);
  }

  @Test
  void correlationIsPearsons() {
    double[] x = Arrays.stream(ROWS).mapToDouble(row -> row[0]).toArray();
    double[] y = Arrays.stream(ROWS).mapToDouble(row -> row[1]).toArray();
    assertThat(Pearson.of(x, y)).isCloseTo(0.9259292726922455, within(1e-12)); // numpy.corrcoef
    assertThat(Pearson.of(x, new double[10])).as("what does not vary").isNaN();
  }

  @Test
  void datesFallIntoMonths() {
    double[] days = IntStream.range(0, 365).mapToDouble(i -> 18_993 + i).toArray();
    double[] counts = Bins.calendar(days).counts(days);
    assertThat(counts).containsExactly(90, 91, 92, 92);
  }

  @Test
  void aBoxIsTukeys() {
    Spread s = Spread.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 40});
    assertThat(new double[] {s.q1(), s.median(), s.q3()}).containsExactly(3.25, 5.5, 7.75);
    assertThat(s.low()).isEqualTo(1);
    assertThat(s.high()).isEqualTo(9);
    assertThat(s.outliers()).containsExactly(40);
  }

  @Test
  void componentsAreThoseOfTheCovariance() {
    Components c = Components.of(ROWS);
    assertThat(c.shares()[0]).isCloseTo(0.69420858, within(1e-8));
    assertThat(c.shares()[1]).isCloseTo(0.29980748, within(1e-8));
    assertThat(Math.abs(c.scores()[0][0])).isCloseTo(1.30525671, within(1e-8));
    assertThat(Math.abs(c.scores()[0][1])).isCloseTo(0.39256058, within(1e-8));
  }

  @Test
  void aHullHasTheCorners() {
    double[][] hull =
        Hull.of(new double[] {0, 1, 1, 0, 0.5, 0.2}, new double[] {0, 0, 1, 1, 0.5, 0.7});
    assertThat(hull).hasDimensions(4, 2);
    assertThat(Hull.of(new double[] {1, 2}, new double[] {1, 2})).isEmpty();
    assertThat(Hull.of(new double[] {1, 1, 1}, new double[] {2, 2, 2}).length).isLessThan(3);
  }

  @Test
  void tilesFillTheRectangleInProportion() {
    List<Tiles.Tile> tiles = Tiles.of(new double[] {6, 6, 4, 3, 2, 2, 1}, 6, 4);
    // Bruls, Huizing and van Wijk (2000), figure 5: areas are the sizes themselves
    assertThat(tiles.stream().map(t -> Math.round(t.width() * t.height())))
        .containsExactly(6L, 6L, 4L, 3L, 2L, 2L, 1L);
    assertThat(tiles.getFirst().width()).isCloseTo(3, within(1e-8));
  }

  @Test
  void thinningTakesTheSamePointsWhateverTheirOrderAndSomeOfEachGroup() {
    int n = 20_000;
    double[] x = IntStream.range(0, n).mapToDouble(i -> Math.sin(i) * 100).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> Math.cos(i * 1.3) * 100).toArray();
    int[] group = IntStream.range(0, n).map(i -> i < 60 ? 1 : 0).toArray();
    int[] all = IntStream.range(0, n).toArray();
    int[] kept = Thinning.rows(all, group, x, y, 5000);
    assertThat(kept.length).isBetween(4950, 5060);
    assertThat(Arrays.stream(kept).filter(r -> group[r] == 1).count()).isEqualTo(50);
    double[] backX = IntStream.range(0, n).mapToDouble(i -> x[n - 1 - i]).toArray();
    double[] backY = IntStream.range(0, n).mapToDouble(i -> y[n - 1 - i]).toArray();
    int[] backGroup = IntStream.range(0, n).map(i -> group[n - 1 - i]).toArray();
    int[] back = Thinning.rows(all, backGroup, backX, backY, 5000);
    assertThat(Arrays.stream(back).map(r -> n - 1 - r).sorted().toArray()).isEqualTo(kept);
  }

  @Test
  void ticksAreRound() {
    assertThat(Numbers.ticks(0, 97, 5)).containsExactly(0, 20, 40, 60, 80);
    assertThat(Numbers.ticks(-0.3, 0.31, 3)).containsExactly(-0.2, 0, 0.2);
    assertThat(Numbers.text(1234567)).isEqualTo("1,234,567");
    assertThat(Numbers.text(0.123456)).isEqualTo("0.1235");
    assertThat(Numbers.percent(0.125)).isEqualTo("12.5%");
  }
}
