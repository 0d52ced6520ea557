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
import org.segql.measure.Moments;
import org.segql.measure.Pearson;
import org.segql.measure.Quantiles;
import org.segql.measure.Sums;
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
      case SUM -> sums(in, number(a, 0));
      case AVG -> moments(in, number(a, 0), Moment.MEAN);
      case STDDEV -> moments(in, number(a, 0), Moment.DEVIATION);
      case VARIANCE -> moments(in, number(a, 0), Moment.VARIANCE);
      case MEDIAN ->
          a.getFirst() instanceof Texts t ? middle(in, t) : quantiles(in, number(a, 0), 0.5);
      case QUANTILE ->
          quantiles(in, number(a, 0), number(a, 1).length == 0 ? 0.5 : number(a, 1)[0]);
      case RATE -> rates(in, (Booleans) a.getFirst());
      case CORR -> correlations(in, number(a, 0), number(a, 1));
      case MIN -> pick(in, a.getFirst(), extreme(a.getFirst(), -1));
      case MAX -> pick(in, a.getFirst(), extreme(a.getFirst(), 1));
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
    var counts = new Sums(in.count());
    Vector x = a.isEmpty() ? null : a.getFirst();
    LongOpenHashSet[] seen = new LongOpenHashSet[distinct ? in.count() : 0];
    for (int i = 0; i < in.groupOf().length; i++) {
      int g = in.groupOf()[i];
      if (g < 0 || x != null && x.missing(i)) {
        continue;
      }
      if (!distinct || x == null) {
        counts.add(g, weight(i));
        continue;
      }
      if (seen[g] == null) {
        seen[g] = new LongOpenHashSet();
      }
      if (seen[g].add(Comparisons.key(x, i))) {
        counts.add(g, 1);
      }
    }
    double[] out = new double[in.count()];
    Arrays.setAll(out, counts::value);
    return new Numbers(out);
  }

  private Numbers sums(Grouping in, double[] x) {
    var sums = new Sums(in.count());
    boolean[] any = new boolean[in.count()];
    for (int i = 0; i < x.length; i++) {
      int g = in.groupOf()[i];
      if (g >= 0 && !Double.isNaN(x[i])) {
        any[g] = true;
        sums.add(g, weight(i) * x[i]);
      }
    }
    double[] out = new double[in.count()];
    Arrays.setAll(out, g -> any[g] ? sums.value(g) : Double.NaN);
    return new Numbers(out);
  }

  private enum Moment {
    MEAN,
    VARIANCE,
    DEVIATION
  }

  private Numbers moments(Grouping in, double[] x, Moment moment) {
    var moments = Moments.bySegment(x, in.groupOf(), in.count(), weights);
    double[] out = new double[in.count()];
    for (int g = 0; g < out.length; g++) {
      out[g] =
          switch (moment) {
            case MEAN -> moments[g].mean();
            case VARIANCE -> moments[g].variance();
            case DEVIATION -> moments[g].deviation();
          };
    }
    return new Numbers(out);
  }

  private Numbers quantiles(Grouping in, double[] x, double p) {
    double[] out = new double[in.count()];
    int[][] members = in.members();
    for (int g = 0; g < out.length; g++) {
      double[] weightsOf = weights == null ? null : at(members[g], weights);
      out[g] = Quantiles.of(at(members[g], x), weightsOf, p)[0];
    }
    return new Numbers(out);
  }

  private static double[] at(int[] rows, double[] values) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  /// The middle of ordered texts: the lowest level that half of the rows do not exceed.
  private Vector middle(Grouping in, Texts x) {
    int[] ranks = Dictionary.ranks(x, rows.context().progress());
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

  private Numbers rates(Grouping in, Booleans condition) {
    var yes = new Sums(in.count());
    var all = new Sums(in.count());
    for (int i = 0; i < condition.size(); i++) {
      int g = in.groupOf()[i];
      if (g >= 0 && !condition.missing(i)) {
        yes.add(g, weight(i) * condition.values()[i]);
        all.add(g, weight(i));
      }
    }
    double[] out = new double[in.count()];
    Arrays.setAll(out, g -> yes.value(g) / all.value(g)); // 0 / 0 is missing
    return new Numbers(out);
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

  private Extreme extreme(Vector x, int sign) {
    boolean text = x instanceof Texts;
    return new Extreme(
        x, text ? Dictionary.ranks((Texts) x, rows.context().progress()) : new int[0], sign);
  }

  private record Extreme(Vector vector, int[] ranks, int sign) implements Better {
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
    var smaller = extreme(x, -1);
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
