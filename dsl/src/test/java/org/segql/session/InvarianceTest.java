package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.engine.local.segment.LocalSegmentation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// The order of the rows and the number of threads change nothing: not a segment, not a name, not
/// the last bit of a figure.
class InvarianceTest {
  private static final int ROWS = 700;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BY age, income, visits USING kmeans(4)",
        "BY age, income LOG, visits, region WEIGHT weight MISSING MEDIAN OUTLIERS WINSORIZE(2%)"
            + " USING kmeans(3)",
        "BY age, income, visits MISSING KNN(3) SCALE ROBUST USING kmeans(4)",
        "BY age, income, visits USING kmeans(2..5)",
        "BY age, income, visits USING ward(4)",
        "BY age, income USING ward(2..5)",
        "BY age, income, visits USING hierarchical(4, linkage = average)",
        "BY age, income, visits USING gmm(3)",
        "BY age, income USING gmm(2..4)",
        "BY age, income, visits USING dbscan(epsilon = 0.5, min_points = 6)",
        "BY income, age USING quantiles(3)",
        "BY age, income USING kmeans(3) REQUIRE EVERY stability >= 0",
        "USING rules('Young' WHEN age < 30, 'Rich' WHEN income > 60_000, OTHERWISE 'Rest')",
      })
  void orderAndThreadsChangeNothing(String clauses) {
    Table table = customers();
    Map<Double, String> expected = rows(table, clauses, 1);
    assertThat(expected).hasSize(ROWS);
    List<Integer> order = new ArrayList<>(table.stream().map(Row::getRowNumber).toList());
    for (int threads : new int[] {2, 5}) {
      Collections.shuffle(order, new Random(threads));
      Table shuffled = table.rows(order.stream().mapToInt(i -> i).toArray());
      assertThat(rows(shuffled, clauses, threads)).as("%d threads", threads).isEqualTo(expected);
    }
  }

  /// What a session says of each id, and of the whole under the id -1.
  private static Map<Double, String> rows(Table customers, String clauses, int threads) {
    try (var trial = new Trial(Session.open(Options.DEFAULT.threads(threads)))) {
      trial.session().bind("customers", customers);
      trial.run(
          "SEGMENT customers ID id DESCRIBED BY spend, region "
              + clauses
              + " TARGET WHERE AVG(spend) > 100 AS q1;");
      Table table = trial.session().table("q1");
      Map<Double, String> out = new TreeMap<>();
      for (Row row : table) {
        out.put(
            row.getDouble("id"),
            row.getDouble("segment")
                + " "
                + row.getString("segment_name")
                + " "
                + row.getBoolean("targeted")
                + " "
                + row.getDouble("distance")
                + " "
                + row.getDouble("confidence")
                + " "
                + row.getString("excluded"));
      }
      String whole = whole(trial.segmentation("q1"));
      out.replaceAll((id, text) -> id == 1.0 ? text + whole : text);
      return out;
    }
  }

  private static String whole(LocalSegmentation s) {
    var text = new StringBuilder();
    text.append(s.model().quality())
        .append(s.segments())
        .append(s.targeted())
        .append(s.model().preparation());
    s.profile()
        .variables()
        .forEach(
            v -> {
              text.append('\n').append(v.name()).append(v.association());
              v.lines()
                  .forEach(
                      l ->
                          text.append(l.level())
                              .append(l.total())
                              .append(' ')
                              .append(l.deviation())
                              .append(Arrays.toString(l.values()))
                              .append(Arrays.toString(l.medians()))
                              .append(Arrays.toString(l.marker())));
            });
    return text.toString().replaceAll("@[0-9a-f]+", "");
  }

  /// Four groups with ties, gaps and a few extremes.
  private static Table customers() {
    var random = new Random(11);
    double[] id = new double[ROWS];
    double[] age = new double[ROWS];
    double[] income = new double[ROWS];
    double[] visits = new double[ROWS];
    double[] spend = new double[ROWS];
    double[] weight = new double[ROWS];
    String[] region = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      int group = i % 4;
      id[i] = i + 1;
      age[i] = Math.round(25 + 12 * group + 4 * random.nextGaussian());
      income[i] = Math.round(20 + 15 * ((group * 2) % 5) + 5 * random.nextGaussian()) * 1000 + 0.1;
      visits[i] = Math.abs(Math.round(3 * group + 2 * random.nextGaussian()));
      spend[i] = income[i] / 700 + random.nextGaussian();
      weight[i] = 0.5 + random.nextInt(5) * 0.3;
      region[i] = List.of("North", "South", "East").get((group + random.nextInt(2)) % 3);
    }
    for (int i = 0; i < 30; i++) {
      income[random.nextInt(ROWS)] = Double.NaN;
    }
    income[5] = 900_000;
    return Table.create(
        "customers",
        DoubleColumn.create("id", id),
        DoubleColumn.create("age", age),
        DoubleColumn.create("income", income),
        DoubleColumn.create("visits", visits),
        DoubleColumn.create("spend", spend),
        DoubleColumn.create("weight", weight),
        StringColumn.create("region", region));
  }
}
