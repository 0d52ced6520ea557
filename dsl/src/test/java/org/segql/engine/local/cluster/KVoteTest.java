package org.segql.engine.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.engine.Progress;

/// How often the choice of k is right, of twenty seeds for the data, the fits and the choice. What
/// is demanded is what was found, less two: the seeds are fixed, so a failure is a change of the
/// rule.
class KVoteTest {
  private static final int SEEDS = 20;
  private static final int ROWS = 240;

  private static Clusterer kmeans(long seed) {
    return Clusterer.kmeans(new KMeansOptions(2, 3, 300, 1e-4, seed, 1));
  }

  /// How often each k was chosen from 2..10.
  private static Map<Integer, Integer> chosen(
      LongFunction<Matrix> data, LongFunction<Clusterer> clusterer) {
    Map<Integer, Integer> counts = new TreeMap<>();
    LongStream.rangeClosed(1, SEEDS)
        .parallel()
        .mapToObj(
            seed ->
                ChooseK.choose(
                    data.apply(seed), 2, 10, clusterer.apply(seed), seed, 1, Progress.NONE))
        .toList()
        .forEach(choice -> counts.merge(choice.k(), 1, Integer::sum));
    return counts;
  }

  private static void right(
      String name, LongFunction<Matrix> data, Set<Integer> answers, int atLeast) {
    Map<Integer, Integer> counts = chosen(data, KVoteTest::kmeans);
    int right = answers.stream().mapToInt(k -> counts.getOrDefault(k, 0)).sum();
    System.out.printf("choice of k, %s: %d of %d right, %s%n", name, right, SEEDS, counts);
    assertThat(right).as(name + " " + counts).isGreaterThanOrEqualTo(atLeast);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void normalNoiseHasNoSegments(int d) {
    right("normal noise in " + d, seed -> Shapes.normal(ROWS, d, seed), Set.of(1), 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void evenNoiseHasNoSegments(int d) {
    right("even noise in " + d, seed -> Shapes.uniform(ROWS, d, seed), Set.of(1), 18);
  }

  /// As money columns are: a long tail, and no segments.
  @ParameterizedTest
  @CsvSource({"0.5, 2", "0.5, 4", "1, 2", "1, 4"})
  void skewedNoiseHasNoSegments(double sigma, int d) {
    right(
        "lognormal noise (%s) in %d".formatted(sigma, d),
        seed -> Shapes.independent(ROWS, d, seed, r -> Math.exp(sigma * r.nextGaussian())),
        Set.of(1),
        18);
  }

  @Test
  void skewedNoiseThatGoesTogetherHasNoSegments() {
    right("correlated lognormal noise", seed -> Shapes.spending(ROWS, seed), Set.of(1), 18);
  }

  @Test
  void countsAndTruthValuesHaveNoSegments() {
    right(
        "counts in 2",
        seed ->
            Shapes.independent(ROWS, 2, seed, r -> Math.floor(-3 * Math.log(1 - r.nextDouble()))),
        Set.of(1),
        18);
    right(
        "truth values in 5",
        seed -> Shapes.independent(ROWS, 5, seed, r -> r.nextInt(10) < 2 ? 1 : 0),
        Set.of(1),
        18);
  }

  @Test
  void moneyThatHalfDoNotSpendHasNoSegments() {
    right(
        "half zeros",
        seed ->
            Shapes.independent(
                ROWS, 2, seed, r -> r.nextDouble() < .5 ? 0 : Math.exp(r.nextGaussian())),
        Set.of(1),
        18);
  }

  /// Clouds stay clear where a column without segments, and skewed, is beside them; how many there
  /// are does not, because its tail makes one more for k-means.
  @Test
  void cloudsBesideASkewedColumn() {
    right(
        "3 clouds beside a skewed column",
        seed ->
            Shapes.withColumn(
                Shapes.blobs(ROWS, 2, 3, 8, false, false, seed),
                seed,
                r -> Math.exp(r.nextGaussian())),
        Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10),
        18);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void cloudsApart(int k) {
    right(k + " clouds", seed -> Shapes.blobs(ROWS, 3, k, 6, false, false, seed), Set.of(k), 19);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 7})
  void cloudsOfUnequalSizes(int k) {
    right(
        k + " clouds of unequal sizes",
        seed -> Shapes.scaled(Shapes.blobs(ROWS, 3, k, 8, true, false, seed)),
        Set.of(k),
        16);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 8})
  void cloudsWithCorrelatedColumns(int k) {
    right(
        k + " clouds with correlated columns",
        seed -> Shapes.scaled(Shapes.blobs(ROWS, 3, k, 10, true, true, seed)),
        Set.of(k),
        16);
  }

  @Test
  void irisHasTwoOrThree() {
    Matrix iris = Shapes.scaled(Samples.iris());
    right("iris", _ -> iris, Set.of(2, 3), 20);
  }

  @Test
  void theMallCustomers() {
    Matrix two = Shapes.scaled(Samples.mall(3, 4));
    right("mall by income and score", _ -> two, Set.of(5), 20);
    Matrix three = Shapes.scaled(Samples.mall(2, 3, 4));
    right("mall by age, income and score", _ -> three, Set.of(5, 6, 7), 16);
  }

  /// Five kinds of customers were made. Age and income tell four of them apart: by scikit-learn
  /// 1.9.1 silhouette (.548), Calinski-Harabasz (1838), Davies-Bouldin (.586), stability (.979) and
  /// the gap statistic (1.345) are all best at 4. With visits and the share of discounts the fifth
  /// kind should show, and it does not: at 4 and 5 the silhouettes are .361 and .346,
  /// Calinski-Harabasz 616 and 589, Davies-Bouldin .997 and 1.026, stability .941 and .911, so each
  /// is for 4 again.
  @ParameterizedTest
  @ValueSource(strings = {"age,income", "age,income,visits,discount_share"})
  void theMadeCustomers(String columns) throws IOException {
    Matrix data = customers(columns.split(","), 1_000);
    right("customers by " + columns, _ -> data, Set.of(4), 20);
  }

  /// k-means cannot see half moons, but that there is something; a tree of nearest neighbours can.
  @Test
  void halfMoons() {
    LongFunction<Matrix> moons = seed -> Shapes.moons(ROWS, .05, seed);
    right("half moons by k-means", moons, Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10), 20);
    var single = new HierarchicalOptions(2, Linkage.SINGLE, 42, 1);
    Map<Integer, Integer> counts = chosen(moons, _ -> Clusterer.hierarchical(single));
    System.out.println("choice of k, half moons by single linkage: " + counts);
    assertThat(counts.getOrDefault(2, 0)).isGreaterThanOrEqualTo(18);
  }

  /// Nor does a tree of nearest neighbours find segments in noise.
  @Test
  void noiseBySingleLinkage() {
    var single = new HierarchicalOptions(2, Linkage.SINGLE, 42, 1);
    LongFunction<Matrix> noise = seed -> Shapes.normal(ROWS, 2, seed);
    assertThat(chosen(noise, _ -> Clusterer.hierarchical(single)).getOrDefault(1, 0))
        .isGreaterThanOrEqualTo(18);
  }

  /// The first rows of the sample data, money and visits as logarithms, in standard deviations.
  private static Matrix customers(String[] columns, int rows) throws IOException {
    Path file = Path.of("").toAbsolutePath();
    while (!Files.exists(file.resolve("data/customers.csv"))) {
      file = Objects.requireNonNull(file.getParent());
    }
    List<String> lines = Files.readAllLines(file.resolve("data/customers.csv"));
    List<String> header = Arrays.asList(lines.getFirst().split(","));
    List<double[]> values = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String[] wanted =
          Arrays.stream(columns).map(c -> cells[header.indexOf(c)]).toArray(String[]::new);
      if (values.size() < rows && Arrays.stream(wanted).noneMatch(String::isEmpty)) {
        double[] row = Arrays.stream(wanted).mapToDouble(Double::parseDouble).toArray();
        for (int j = 0; j < row.length; j++) {
          boolean skewed = columns[j].equals("income") || columns[j].equals("visits");
          row[j] = skewed ? Math.log1p(row[j]) : row[j];
        }
        values.add(row);
      }
    }
    return Shapes.scaled(Matrix.ofRows(values.toArray(double[][]::new)));
  }
}
