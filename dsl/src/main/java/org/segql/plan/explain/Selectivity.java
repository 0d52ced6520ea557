package org.segql.plan.explain;

import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.plan.Expr;

/// Which share of the rows a condition keeps, told without a look at the values: the fixed factors
/// of P. G. Selinger et al., "Access Path Selection in a Relational Database Management System"
/// (SIGMOD 1979), table 1, conditions taken as independent.
final class Selectivity {
  static final double EQUAL = 1.0 / 10;
  static final double RANGE = 1.0 / 3;
  static final double BETWEEN = 1.0 / 4;
  static final double HALF = 1.0 / 2;

  private Selectivity() {}

  /// @param condition null: all rows
  static double of(@Nullable Expr condition) {
    return switch (condition) {
      case null -> 1;
      case Expr.Constant c -> Boolean.TRUE.equals(c.value()) ? 1 : 0;
      case Expr.Call c -> call(c);
      case Expr.Column _, Expr.InTable _ -> HALF;
      case Expr.Case _, Expr.Aggregate _, Expr.Fact _, Expr.Shift _ -> RANGE;
    };
  }

  private static double call(Expr.Call c) {
    return switch (c.function()) {
      case EQUAL -> isTruth(c) ? HALF : EQUAL;
      case NOT_EQUAL -> isTruth(c) ? HALF : 1 - EQUAL;
      case IS_NULL -> EQUAL;
      case IN -> Math.min(HALF, (c.arguments().size() - 1) * EQUAL);
      case LIKE, CONTAINS, STARTS_WITH, ENDS_WITH -> BETWEEN;
      case NOT -> 1 - of(c.arguments().getFirst());
      case AND -> and(c);
      case OR -> 1 - c.arguments().stream().mapToDouble(a -> 1 - of(a)).reduce(1, (a, b) -> a * b);
      default -> RANGE;
    };
  }

  private static boolean isTruth(Expr.Call c) {
    return c.arguments().getFirst().type() == Type.BOOLEAN;
  }

  /// A lower and an upper bound of the same value are a BETWEEN.
  private static double and(Expr.Call c) {
    double share = 1;
    var rest = new java.util.ArrayList<>(c.arguments());
    while (!rest.isEmpty()) {
      Expr one = rest.removeFirst();
      boolean pair = rest.removeIf(other -> bounds(one, other));
      share *= pair ? BETWEEN : of(one);
    }
    return share;
  }

  private static boolean bounds(Expr a, Expr b) {
    return a instanceof Expr.Call x
        && b instanceof Expr.Call y
        && (isLower(x) && isUpper(y) || isUpper(x) && isLower(y))
        && x.arguments().getFirst().equals(y.arguments().getFirst());
  }

  private static boolean isLower(Expr.Call c) {
    return switch (c.function()) {
      case GREATER, GREATER_OR_EQUAL -> true;
      default -> false;
    };
  }

  private static boolean isUpper(Expr.Call c) {
    return switch (c.function()) {
      case LESS, LESS_OR_EQUAL -> true;
      default -> false;
    };
  }
}
