package org.segql.engine.local.eval;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import org.segql.engine.Progress;
import org.segql.engine.local.eval.Vector.Booleans;
import org.segql.engine.local.eval.Vector.Dates;
import org.segql.engine.local.eval.Vector.Moments;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.engine.local.eval.Vector.Texts;
import org.segql.function.ScalarFunction;

/// Comparisons of two vectors of one type; a date beside a date with time is its midnight.
final class Comparisons {
  private Comparisons() {}

  static Booleans compare(ScalarFunction operator, Vector left, Vector right, Progress progress) {
    Vector[] both = alike(left, right);
    Vector a = both[0];
    Vector b = both[1];
    byte[] out = new byte[a.size()];
    RowOrder order = order(operator, a, b, progress);
    for (int i = 0; i < out.length; i++) {
      out[i] =
          a.missing(i) || b.missing(i)
              ? Vector.UNKNOWN
              : (byte) (holds(operator, order.compare(i)) ? 1 : 0);
    }
    return new Booleans(out);
  }

  /// Compares the values of one row.
  private interface RowOrder {
    int compare(int row);
  }

  private static RowOrder order(
      ScalarFunction operator, Vector left, Vector right, Progress progress) {
    return switch (left) {
      case Numbers a -> {
        double[] x = a.values();
        double[] y = ((Numbers) right).values();
        yield i -> x[i] < y[i] ? -1 : x[i] > y[i] ? 1 : 0;
      }
      case Texts a -> {
        Texts b = (Texts) right;
        boolean equality = operator == ScalarFunction.EQUAL || operator == ScalarFunction.NOT_EQUAL;
        int[] ranks = equality ? null : Dictionary.ranks(a, progress);
        yield ranks == null
            ? i -> a.codes()[i] == b.codes()[i] ? 0 : 1
            : i -> Integer.compare(ranks[a.codes()[i]], ranks[b.codes()[i]]);
      }
      case Booleans a -> i -> Byte.compare(a.values()[i], ((Booleans) right).values()[i]);
      case Dates a -> i -> Integer.compare(a.packed()[i], ((Dates) right).packed()[i]);
      case Moments a -> i -> Long.compare(a.packed()[i], ((Moments) right).packed()[i]);
    };
  }

  private static boolean holds(ScalarFunction operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      default -> throw new IllegalArgumentException(operator + " is no comparison");
    };
  }

  /// Two vectors that can be compared directly: texts in one dictionary, dates and dates with time
  /// as the latter.
  static Vector[] alike(Vector a, Vector b) {
    if (a instanceof Texts x && b instanceof Texts y) {
      return Dictionary.shared(x, y);
    }
    if (a instanceof Dates x && b instanceof Moments) {
      return new Vector[] {DateFunctions.midnight(x), b};
    }
    if (a instanceof Moments && b instanceof Dates y) {
      return new Vector[] {a, DateFunctions.midnight(y)};
    }
    if (a.type() != b.type()) {
      throw new IllegalArgumentException(a.type() + " beside " + b.type());
    }
    return new Vector[] {a, b};
  }

  /// LEAST or GREATEST: missing values are passed over.
  static Vector extreme(ScalarFunction function, List<Vector> vectors, Progress progress) {
    Vector best = vectors.getFirst();
    var wins = function == ScalarFunction.LEAST ? ScalarFunction.LESS : ScalarFunction.GREATER;
    for (Vector next : vectors.subList(1, vectors.size())) {
      Vector[] both = alike(best, next);
      byte[] better = compare(wins, both[1], both[0], progress).values();
      byte[] take = new byte[best.size()];
      for (int i = 0; i < take.length; i++) {
        take[i] = (byte) (better[i] == 1 || both[0].missing(i) ? 1 : 0);
      }
      best = Selections.choose(new Booleans(take), both[1], both[0]);
    }
    return best;
  }

  /// SQL's IN over a column: TRUE where found, else UNKNOWN where the column has missing values.
  static Booleans among(Vector value, Vector column) {
    var set = new LongOpenHashSet();
    boolean missing = false;
    Vector[] shared = {value, column};
    if (value instanceof Texts x && column instanceof Texts y) {
      shared = Dictionary.shared(x, y);
    }
    for (int i = 0; i < shared[1].size(); i++) {
      if (shared[1].missing(i)) {
        missing = true;
      } else {
        set.add(key(shared[1], i));
      }
    }
    byte[] out = new byte[value.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          value.missing(i)
              ? Vector.UNKNOWN
              : set.contains(key(shared[0], i)) ? 1 : missing ? Vector.UNKNOWN : 0;
    }
    return new Booleans(out);
  }

  /// A number that is equal for equal values of one vector, and of vectors that share a dictionary.
  /// Missing: Long.MIN_VALUE.
  static long key(Vector vector, int row) {
    return switch (vector) {
      case Numbers v ->
          v.missing(row) ? Long.MIN_VALUE : Double.doubleToLongBits(v.values()[row] + 0.0);
      case Texts v -> v.missing(row) ? Long.MIN_VALUE : v.codes()[row];
      case Booleans v -> v.missing(row) ? Long.MIN_VALUE : v.values()[row];
      case Dates v -> v.missing(row) ? Long.MIN_VALUE : v.packed()[row];
      case Moments v -> v.packed()[row];
    };
  }
}
