package org.segql.plan.explain;

import java.util.ArrayList;
import java.util.function.DoubleUnaryOperator;
import org.segql.algorithm.Algorithm;
import org.segql.algorithm.K;
import org.segql.catalog.Type;
import org.segql.plan.Preparation;
import org.segql.plan.SegmentPlan;

/// What a fit will cost, to the order of magnitude: the values that are read, the distances of a
/// row to a centre or another row that are computed, the memory, the time.
///
/// What is assumed: 20 iterations of k-means and 50 of a mixture for each start; a text is four
/// columns once encoded; ten million values a second are read, and a billion differences of one
/// column a second computed. Large tables are searched in samples of the sizes below, as the
/// algorithms' own notes say.
final class FitCost {
  private static final double READ = 1e7;
  private static final double COMPUTED = 1e9;
  private static final int ITERATIONS = 20;
  private static final int MIXTURE_ITERATIONS = 50;
  private static final int COLUMNS_OF_TEXT = 4;

  private static final double STARTS = 1 << 14;
  private static final double MIXTURE = 50_000;
  private static final double WARD = 20_000;
  private static final double TREE = 5_000;
  private static final double JUDGED = 10_000;

  /// The vote on k: for each k a silhouette, twenty bootstraps and twenty references of the gap.
  private static final double VOTED = 4_000;

  private static final double TRIAL = 2_000;
  private static final int TRIALS = 40;

  private final SegmentPlan plan;
  private final double read;
  private final double rows;
  private final double columns;

  /// @param read the rows that are read
  /// @param rows those that take part
  FitCost(SegmentPlan plan, double read, double rows) {
    this.plan = plan;
    this.read = read * plan.input().schema().columns().size();
    this.rows = rows;
    this.columns = Math.max(1, plan.variables().stream().mapToInt(FitCost::columns).sum());
  }

  private static int columns(SegmentPlan.Variable v) {
    boolean text = v.value().type() == Type.TEXT && v.value().levels().isEmpty();
    return text && v.preparation().encode() == Preparation.Encode.ONEHOT ? COLUMNS_OF_TEXT : 1;
  }

  /// @param distances of `columns` columns each
  /// @param weight the work of one in differences of one column
  /// @param memory bytes beside those of the values
  private record Work(double distances, double weight, double memory) {}

  String text() {
    Work work = work();
    var parts = new ArrayList<String>();
    parts.add(RowCount.rounded(read) + " values read");
    if (work.distances > 0) {
      String of = columns == 1 ? " in 1 column" : " in " + (int) columns + " columns";
      parts.add("about " + RowCount.rounded(work.distances) + " distances" + of);
    }
    parts.add(memory(read * 8 + work.memory) + " of memory");
    parts.add(time(read / READ + work.distances * work.weight / COMPUTED));
    return String.join(", ", parts);
  }

  private Work work() {
    double prepared = rows * columns * 12;
    return switch (plan.algorithm()) {
      case Algorithm.KMeans a ->
          new Work(over(a.k(), (n, k) -> kmeans(n, k, a.restarts())) + judged(), columns, prepared);
      case Algorithm.Gmm a ->
          new Work(
              over(a.k(), (n, k) -> mixture(n, k, a.restarts())) + judged(),
              columns * columns,
              prepared);
      case Algorithm.Ward a -> new Work(tree(a.k(), WARD) + judged(), columns, prepared);
      case Algorithm.Hierarchical a -> {
        double n = Math.min(rows, TREE);
        yield new Work(tree(a.k(), TREE) + judged(), columns, prepared + n * n / 2 * 8);
      }
      case Algorithm.Dbscan _ -> new Work(rows * 50 * log2(rows) + judged(), columns, prepared);
      case Algorithm.Quantiles _ -> new Work(0, 0, rows * 8);
      case Algorithm.Rules _ -> new Work(0, 0, rows);
    };
  }

  private interface Fit {
    double distances(double rows, double k);
  }

  /// One fit, or one for each k with the vote on them.
  private double over(K k, Fit fit) {
    return each(k, i -> fit.distances(rows, i), i -> fit.distances(Math.min(rows, TRIAL), i));
  }

  /// One tree serves all k.
  private double tree(K k, double most) {
    double n = Math.min(rows, most);
    double trial = Math.min(rows, TRIAL);
    double vote = k.fixed() ? 0 : each(k, _ -> 0, _ -> trial * trial / 2);
    return n * n / 2 + rows * k.high() + vote;
  }

  private double each(K k, DoubleUnaryOperator fit, DoubleUnaryOperator trial) {
    if (k.fixed()) {
      return fit.applyAsDouble(k.low());
    }
    double silhouette = Math.pow(Math.min(rows, VOTED), 2) / 2;
    double all = 0;
    for (int i = Math.max(2, k.low()); i <= k.high(); i++) {
      all += fit.applyAsDouble(i) + TRIALS * trial.applyAsDouble(i) + silhouette;
    }
    return all;
  }

  private static double kmeans(double n, double k, int restarts) {
    return (Math.min(n, STARTS) * restarts + n) * k * ITERATIONS;
  }

  private static double mixture(double n, double k, int restarts) {
    return (Math.min(n, MIXTURE) * restarts * MIXTURE_ITERATIONS + n) * k;
  }

  /// The silhouette of the segments that come out.
  private double judged() {
    return Math.pow(Math.min(rows, JUDGED), 2) / 2;
  }

  private static double log2(double x) {
    return x < 2 ? 1 : Math.log(x) / Math.log(2);
  }

  private static String memory(double bytes) {
    double mb = bytes / 1e6;
    return mb < 1
        ? "under 1 MB"
        : mb < 1000
            ? "about " + RowCount.rounded(mb) + " MB"
            : "about " + RowCount.rounded(mb / 1000) + " GB";
  }

  private static String time(double seconds) {
    return seconds < 0.1
        ? "under 0.1 s"
        : seconds < 1
            ? "tenths of a second"
            : seconds < 10
                ? "seconds"
                : seconds < 100 ? "tens of seconds" : seconds < 6000 ? "minutes" : "hours";
  }
}
