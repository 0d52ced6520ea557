package org.segql.engine.local.eval;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.eval.Vector.Booleans;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.engine.local.eval.Vector.Texts;
import org.segql.measure.Pearson;
import org.segql.plan.Expr;

/// Aggregates over the groups of a frame's rows: one value a group. With weights every count, sum,
/// mean and rate is weighted.
public final class Aggregator {
  private final Evaluator rows;
  private final Grouping grouping;
  private final double @Nullable [] weights;

  /// @param rows evaluates the arguments
  /// @param weights one a row; null: all 1
  public Aggregator(Evaluator rows, Grouping grouping, double @Nullable [] weights) {
    this.rows = rows;
    this.grouping = grouping;
    this.weights = weights;
  }

  public Vector aggregate(Expr.Aggregate e) {
    Grouping in = e.filter() == null ? grouping : filtered(rows.condition(e.filter()));
    List<Vector> a = e.arguments().stream().map(rows::eval).toList();
    return switch (e.function()) {
      case COUNT -> count(in, a, e.distinct());
      case SUM -> sums(in, number(a, 0), e.distinct());
      case AVG -> moments(in, number(a, 0), Moment.MEAN);
      case STDDEV -> moments(in, number(a, 0), Moment.DEVIATION);
      case VARIANCE -> moments(in, number(a, 0), Moment.VARIANCE);
      case MEDIAN ->
          a.getFirst() instanceof Texts t ? middle(in, t) : quantiles(in, number(a, 0), 0.5);
      case QUANTILE ->
          quantiles(in, number(a, 0), number(a, 1).length == 0 ? 0.5 : number(a, 1)[0]);
      case RATE -> rates(in, (Booleans) a.getFirst());
      case CORR -> correlations(in, number(a, 0), number(a, 1));
      case MIN -> pick(in, a.getFirst(), new Extreme(a.getFirst(), -1));
      case MAX -> pick(in, a.getFirst(), new Extreme(a.getFirst(), 1));
      case FIRST -> pick(in, a.getFirst(), (best, _) -> best < 0);
      case LAST -> pick(in, a.getFirst(), (_, _) -> true);
      case MODE -> mode(in, a.getFirst());
    };
  }

  private static double[] number(List<Vector> a, int i) {
    return ((Numbers) a.get(i)).values();
  }

  private Grouping filtered(Booleans keep) {
    int[] groups = grouping.groupOf().clone();
    for (int i = 0; i < groups.length; i++) {
      if (keep.values()[i] != 1) {
        groups[i] = -1;
      }
    }
    return new Grouping(groups, grouping.count());
  }

  private double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  private Numbers count(Grouping in, List<Vector> a, boolean distinct) {
    double[] out = new double[in.count()];
    Vector x = a.isEmpty() ? null : a.getFirst();
    LongOpenHashSet[] seen = new LongOpenHashSet[distinct ? in.count() : 0];
    for (int i = 0; i < in.groupOf().length; i++) {
      int g = in.groupOf()[i];
      if (g < 0 || x != null && x.missing(i)) {
        continue;
      }
      if (!distinct || x == null) {
        out[g] += weight(i);
        continue;
      }
      if (seen[g] == null) {
        seen[g] = new LongOpenHashSet();
      }
      if (seen[g].add(Comparisons.key(x, i))) {
        out[g]++;
      }
    }
    return new Numbers(out);
  }

  private Numbers sums(Grouping in, double[] x, boolean distinct) {
    double[] sum = new double[in.count()];
    double[] lost = new double[in.count()];
    boolean[] any = new boolean[in.count()];
    LongOpenHashSet[] seen = new LongOpenHashSet[distinct ? in.count() : 0];
    for (int i = 0; i < x.length; i++) {
      int g = in.groupOf()[i];
      if (g < 0 || Double.isNaN(x[i])) {
        continue;
      }
      if (distinct) {
        if (seen[g] == null) {
          seen[g] = new LongOpenHashSet();
        }
        if (!seen[g].add(Double.doubleToLongBits(x[i] + 0.0))) {
          continue;
        }
      }
      any[g] = true;
      // Kahan: long sums of money keep their cents.
      double y = weight(i) * x[i] - lost[g];
      double t = sum[g] + y;
      lost[g] = (t - sum[g]) - y;
      sum[g] = t;
    }
    for (int g = 0; g < sum.length; g++) {
      if (!any[g]) {
        sum[g] = Double.NaN;
      }
    }
    return new Numbers(sum);
  }

  private enum Moment {
    MEAN,
    VARIANCE,
    DEVIATION
  }

  private Numbers moments(Grouping in, double[] x, Moment moment) {
    double[] w = new double[in.count()];
    double[] mean = new double[in.count()];
    double[] squares = new double[in.count()];
    int[] n = new int[in.count()];
    for (int i = 0; i < x.length; i++) {
      int g = in.groupOf()[i];
      double weight = weight(i);
      if (g < 0 || Double.isNaN(x[i]) || weight == 0) {
        continue;
      }
      n[g]++;
      w[g] += weight;
      double d = x[i] - mean[g];
      mean[g] += weight / w[g] * d;
      squares[g] += weight * d * (x[i] - mean[g]);
    }
    double[] out = new double[in.count()];
    for (int g = 0; g < out.length; g++) {
      // Weights count rows (frequency weights): the divisor is their sum less one.
      double variance = n[g] < 2 || w[g] <= 1 ? Double.NaN : squares[g] / (w[g] - 1);
      out[g] =
          n[g] == 0
              ? Double.NaN
              : switch (moment) {
                case MEAN -> mean[g];
                case VARIANCE -> variance;
                case DEVIATION -> Math.sqrt(variance);
              };
    }
    return new Numbers(out);
  }

  private Numbers quantiles(Grouping in, double[] x, double p) {
    double[] out = new double[in.count()];
    int[][] members = in.members();
    for (int g = 0; g < out.length; g++) {
      int[] rowsOf = Arrays.stream(members[g]).filter(i -> !Double.isNaN(x[i])).toArray();
      out[g] = weights == null ? plainQuantile(rowsOf, x, p) : weightedQuantile(rowsOf, x, p);
    }
    return new Numbers(out);
  }

  /// The middle of ordered texts: the lowest level that half of the rows do not exceed.
  private Vector middle(Grouping in, Texts x) {
    int[] ranks = Dictionary.ranks(x);
    int[] best = new int[in.count()];
    int[][] members = in.members();
    for (int g = 0; g < best.length; g++) {
      Integer[] order =
          Arrays.stream(members[g])
              .filter(i -> !x.missing(i) && weight(i) > 0)
              .boxed()
              .sorted(Comparator.comparingInt(i -> ranks[x.codes()[i]]))
              .toArray(Integer[]::new);
      double half = Arrays.stream(order).mapToDouble(this::weight).sum() / 2;
      double running = 0;
      best[g] = -1;
      for (int k = 0; k < order.length && best[g] < 0; k++) {
        running += weight(order[k]);
        best[g] = running >= half ? order[k] : -1;
      }
    }
    return x.at(best);
  }

  /// Type 7 of Hyndman and Fan (1996): linear between the values at (n - 1) p.
  private static double plainQuantile(int[] rowsOf, double[] x, double p) {
    if (rowsOf.length == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.stream(rowsOf).mapToDouble(i -> x[i]).sorted().toArray();
    double place = (sorted.length - 1) * p;
    int low = (int) Math.floor(place);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }

  /// The smallest value at which the running weight reaches p of all; the mean with the next where
  /// it does so exactly.
  private double weightedQuantile(int[] rowsOf, double[] x, double p) {
    Integer[] order =
        Arrays.stream(rowsOf).filter(i -> weight(i) > 0).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (i, j) -> Double.compare(x[i], x[j]));
    double total = Arrays.stream(order).mapToDouble(this::weight).sum();
    double running = 0;
    for (int k = 0; k < order.length; k++) {
      running += weight(order[k]);
      if (running == p * total && k + 1 < order.length) {
        return (x[order[k]] + x[order[k + 1]]) / 2;
      }
      if (running >= p * total) {
        return x[order[k]];
      }
    }
    return order.length == 0 ? Double.NaN : x[order[order.length - 1]];
  }

  private Numbers rates(Grouping in, Booleans condition) {
    double[] yes = new double[in.count()];
    double[] all = new double[in.count()];
    for (int i = 0; i < condition.size(); i++) {
      int g = in.groupOf()[i];
      if (g >= 0 && !condition.missing(i)) {
        yes[g] += weight(i) * condition.values()[i];
        all[g] += weight(i);
      }
    }
    for (int g = 0; g < yes.length; g++) {
      yes[g] /= all[g]; // 0 / 0 is missing
    }
    return new Numbers(yes);
  }

  private Numbers correlations(Grouping in, double[] x, double[] y) {
    double[] out = new double[in.count()];
    int[][] members = in.members();
    for (int g = 0; g < out.length; g++) {
      out[g] = Pearson.ofRows(members[g], x, y, weights);
    }
    return new Numbers(out);
  }

  /// Whether a row takes the place of the best so far (-1: none yet).
  private interface Better {
    boolean test(int best, int row);
  }

  private record Extreme(Vector vector, int[] ranks, int sign) implements Better {
    Extreme(Vector vector, int sign) {
      this(vector, vector instanceof Texts t ? Dictionary.ranks(t) : new int[0], sign);
    }

    @Override
    public boolean test(int best, int row) {
      return best < 0 || sign * order(row, best) > 0;
    }

    private int order(int i, int j) {
      return switch (vector) {
        case Numbers v -> Double.compare(v.values()[i], v.values()[j]);
        case Texts v -> Integer.compare(ranks[v.codes()[i]], ranks[v.codes()[j]]);
        case Booleans v -> Byte.compare(v.values()[i], v.values()[j]);
        case Vector.Dates v -> Integer.compare(v.packed()[i], v.packed()[j]);
        case Vector.Moments v -> Long.compare(v.packed()[i], v.packed()[j]);
      };
    }
  }

  private static Vector pick(Grouping in, Vector x, Better better) {
    int[] best = new int[in.count()];
    Arrays.fill(best, -1);
    for (int i = 0; i < x.size(); i++) {
      int g = in.groupOf()[i];
      if (g >= 0 && !x.missing(i) && better.test(best[g], i)) {
        best[g] = i;
      }
    }
    return x.at(best);
  }

  private Vector mode(Grouping in, Vector x) {
    int[] best = new int[in.count()];
    var smaller = new Extreme(x, -1);
    int[][] members = in.members();
    for (int g = 0; g < best.length; g++) {
      best[g] = mode(members[g], x, smaller);
    }
    return x.at(best);
  }

  private int mode(int[] rowsOf, Vector x, Extreme smaller) {
    var counts = new Long2DoubleOpenHashMap();
    for (int i : rowsOf) {
      if (!x.missing(i)) {
        counts.addTo(Comparisons.key(x, i), weight(i));
      }
    }
    int best = -1;
    double most = 0;
    for (int i : rowsOf) {
      double n = x.missing(i) ? 0 : counts.get(Comparisons.key(x, i));
      if (n > most || n == most && n > 0 && smaller.test(best, i)) {
        most = n;
        best = i;
      }
    }
    return best;
  }
}
