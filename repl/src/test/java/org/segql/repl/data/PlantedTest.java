package org.segql.repl.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.measure.Agreement;
import org.segql.session.Options;
import org.segql.session.Session;
import tech.tablesaw.api.Table;

/// What is hidden in the sample data can be found.
class PlantedTest {
  @TempDir private Path folder;

  /// k-means agrees with the planted segments by an adjusted Rand index of 0.73 (0 is chance, 1 the
  /// same): deal seekers overlap with the others in age and income.
  @Test
  void theHiddenSegmentsAreFound() throws IOException {
    new Sample(42, 4_000, 0, false).write(folder);
    try (Session session = Session.open(Options.DEFAULT)) {
      session
          .run(
              """
              LOAD customers FROM '%1$s/customers.csv';
              LOAD truth FROM '%1$s/truth/segments.csv';
              SEGMENT customers WHERE spend > 0 BY age, income LOG, discount_share
                MISSING EXCLUDE USING kmeans(5) AS found;
              TABLE both AS FROM found JOIN truth ON customer_id WHERE found.segment IS NOT NULL
                SELECT customer_id, found.segment AS mine, truth.segment AS theirs;
              """
                  .formatted(folder))
          .orThrow();
      Table both = session.table("both");
      assertThat(both.rowCount()).isGreaterThan(2_000);
      int[] mine = codes(both.column("mine").asStringColumn().asList());
      int[] theirs = codes(both.column("theirs").asStringColumn().asList());
      assertThat(Agreement.adjustedRand(mine, theirs)).isBetween(0.7, 0.76);
    }
  }

  /// From 2026 on prices are 8 % higher: in the same quarter a year later lines of a category cost
  /// as much more.
  @Test
  void theRiseOfPricesShows() {
    var before = new HashMap<String, double[]>();
    var after = new HashMap<String, double[]>();
    Sample sample = new Sample(11, 20_000, 1, true);
    prices(new Lines(sample, new Period(0)).add(0, 20_000), "2025-0[1-3].*", before);
    prices(new Lines(sample, new Period(1)).add(0, 20_000), "2026-0[1-3].*", after);
    assertThat(after).hasSameSizeAs(before).hasSize(Category.values().length);
    double rise =
        before.keySet().stream()
            .mapToDouble(
                c -> mean(requireNonNull(after.get(c))) / mean(requireNonNull(before.get(c))))
            .average()
            .orElseThrow();
    assertThat(rise).isBetween(1.05, 1.11);
  }

  /// Deal seekers leave and buy less; the others do neither.
  @Test
  void onlyOneSegmentShrinks() {
    Sample sample = new Sample(5, 20_000, 3, true);
    Map<String, Integer> before = sizes(new Lines(sample, new Period(0)).add(0, 20_000));
    Map<String, Integer> after = sizes(new Lines(sample, new Period(3)).add(0, 20_000));
    for (Persona persona : Persona.values()) {
      double kept =
          requireNonNull(after.get(persona.label))
              / (double) requireNonNull(before.get(persona.label));
      if (persona == Persona.DEAL_SEEKERS) {
        assertThat(kept).as("four of five stay each quarter").isBetween(0.45, 0.58);
      } else {
        assertThat(kept).as(persona.label).isEqualTo(1);
      }
    }
  }

  @Test
  void aSampleMayBeTiny() throws IOException {
    new Sample(1, 10, 2, true).write(folder);
    assertThat(Files.readAllLines(folder.resolve("customers.csv"))).hasSize(11);
    assertThat(Files.readAllLines(folder.resolve("truth/segments_2026q2.csv"))).hasSize(11);
    assertThat(folder.resolve("orders_2026q1.csv")).exists();
  }

  private static void prices(Lines lines, String days, Map<String, double[]> sums) {
    for (String line : lines.orders.toString().split("\n")) {
      String[] cell = line.split(",", -1);
      if (cell[2].matches(days)) {
        double[] sum = sums.computeIfAbsent(cell[4], _ -> new double[2]);
        sum[0] += Math.log(Double.parseDouble(cell[6]));
        sum[1]++;
      }
    }
  }

  /// The geometric mean: prices are skewed.
  private static double mean(double[] sum) {
    return Math.exp(sum[0] / sum[1]);
  }

  private static Map<String, Integer> sizes(Lines lines) {
    var sizes = new HashMap<String, Integer>();
    lines
        .truth
        .toString()
        .lines()
        .forEach(line -> sizes.merge(line.substring(line.indexOf(',') + 1), 1, Integer::sum));
    return sizes;
  }

  private static int[] codes(List<String> values) {
    var codes = new HashMap<String, Integer>();
    return values.stream().mapToInt(v -> codes.computeIfAbsent(v, _ -> codes.size())).toArray();
  }
}
