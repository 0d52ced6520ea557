package org.segql.codegen;

import java.util.List;
import java.util.Objects;
import org.segql.catalog.Type;
import org.segql.function.AggregateFunction;
import org.segql.plan.Expr;

/// Aggregates over the rows of a group, `g`; with a weight every count, sum, mean and rate is
/// weighted.
final class JavaAggregate {
  private final Scope scope;
  private final JavaExpr rows;
  private final String group;

  JavaAggregate(JavaExpr expressions) {
    this.scope = expressions.scope();
    this.rows = new JavaExpr(scope.inner());
    this.group = Objects.requireNonNull(scope.group(), "an aggregate where rows are seen");
  }

  Piece of(Expr.Aggregate e) {
    boolean weighs = e.function() == AggregateFunction.MODE && scope.weight() != null;
    if (!e.levels().isEmpty() && (e.function() == AggregateFunction.MEDIAN || weighs)) {
      String of = group + ", " + ranks(e) + ", ";
      String by = scope.weight() == null ? "r -> 1.0" : weight();
      String rank =
          weighs ? "weightedMode(" + of + by + ", Double.NaN)" : "middle(" + of + by + ")";
      return Piece.atom("level(" + rank + ", " + JavaText.quoted(e.levels()) + ")");
    }
    return scope.weight() == null ? plain(e) : weighted(e, weight());
  }

  private String weight() {
    return "r -> r.getDouble(" + JavaText.quoted(Objects.requireNonNull(scope.weight())) + ")";
  }

  private Piece plain(Expr.Aggregate e) {
    List<Expr> a = e.arguments();
    String none = JavaExpr.none(e.type());
    boolean counts = e.function() == AggregateFunction.COUNT;
    return new Piece(
        switch (e.function()) {
          case COUNT ->
              a.isEmpty()
                  ? e.filter() == null
                      ? "(double) " + group + ".rowCount()"
                      : "count(" + group + ", " + rows.predicate(e.filter()) + ")"
                  : "(double) "
                      + (e.distinct() ? "Set.copyOf(" + values(e, 0) + ")" : values(e, 0))
                      + ".size()";
          case SUM ->
              "sum(" + (e.distinct() ? "Set.copyOf(" + values(e, 0) + ")" : values(e, 0)) + ")";
          case AVG -> "mean(" + values(e, 0) + ")";
          case VARIANCE -> "variance(" + values(e, 0) + ")";
          case STDDEV -> "Math.sqrt(variance(" + values(e, 0) + "))";
          case MEDIAN -> "quantile(" + values(e, 0) + ", 0.5)";
          case QUANTILE -> "quantile(" + values(e, 0) + ", " + rows.of(a.get(1)) + ")";
          case RATE -> "rate(" + values(e, 0) + ")";
          case MIN -> extreme("smallest", e, none);
          case MAX -> extreme("largest", e, none);
          case FIRST -> "first(" + values(e, 0) + ", " + none + ")";
          case LAST -> "last(" + values(e, 0) + ", " + none + ")";
          case MODE -> extreme("mode", e, none);
          case CORR -> "correlation(" + group + ", " + lambda(e, 0) + ", " + lambda(e, 1) + ")";
        },
        counts && (!a.isEmpty() || e.filter() == null) ? Piece.UNARY : Piece.ATOM);
  }

  /// Of ordered texts by their levels.
  private String extreme(String name, Expr.Aggregate e, String none) {
    List<String> levels = e.arguments().getFirst().levels();
    if (levels.isEmpty()) {
      return name + "(" + values(e, 0) + ", " + none + ")";
    }
    return "level("
        + name
        + "(values("
        + group
        + ", "
        + ranks(e)
        + "), Double.NaN), "
        + JavaText.quoted(levels)
        + ")";
  }

  /// The places of ordered texts among their levels.
  private String ranks(Expr.Aggregate e) {
    Expr value = e.arguments().getFirst();
    return "r -> rank("
        + filtered(e, rows.of(value), Type.TEXT)
        + ", "
        + JavaText.quoted(value.levels())
        + ")";
  }

  private Piece weighted(Expr.Aggregate e, String weight) {
    List<Expr> a = e.arguments();
    String w = "r.getDouble(" + JavaText.quoted(Objects.requireNonNull(scope.weight())) + ")";
    return switch (e.function()) {
      case COUNT -> {
        if (e.distinct()) {
          yield plain(e);
        }
        Piece there =
            a.isEmpty()
                ? Piece.atom("true")
                : rows.conditions()
                    .falsity(
                        new Expr.Call(
                            org.segql.function.ScalarFunction.IS_NULL, Type.BOOLEAN, a.getFirst()));
        String x =
            a.isEmpty() ? w : JavaExpr.choice(there, Piece.atom(w), Piece.atom("0.0")).text();
        yield Piece.atom("sum(values(" + group + ", r -> " + filteredNumber(e, x, "0.0") + "))");
      }
      case SUM ->
          Piece.atom(
              "sum(values("
                  + group
                  + ", r -> "
                  + filteredNumber(
                      e, w + " * " + rows.of(a.getFirst()).in(Piece.UNARY), "Double.NaN")
                  + "))");
      case AVG -> Piece.atom("weightedMean(" + args(e, weight) + ")");
      case VARIANCE -> Piece.atom("weightedVariance(" + args(e, weight) + ")");
      case STDDEV -> Piece.atom("Math.sqrt(weightedVariance(" + args(e, weight) + "))");
      case MEDIAN -> Piece.atom("weightedQuantile(" + args(e, weight) + ", 0.5)");
      case QUANTILE ->
          Piece.atom("weightedQuantile(" + args(e, weight) + ", " + rows.of(a.get(1)) + ")");
      case RATE ->
          Piece.atom(
              "weightedMean("
                  + group
                  + ", r -> "
                  + filteredNumber(e, "flag(" + rows.of(a.getFirst()) + ")", "Double.NaN")
                  + ", "
                  + weight
                  + ")");
      case MODE ->
          Piece.atom("weightedMode(" + args(e, weight) + ", " + JavaExpr.none(e.type()) + ")");
      case CORR ->
          Piece.atom(
              "weightedCorrelation("
                  + group
                  + ", "
                  + lambda(e, 0)
                  + ", "
                  + lambda(e, 1)
                  + ", "
                  + weight
                  + ")");
      case MIN, MAX, FIRST, LAST -> plain(e);
    };
  }

  private String args(Expr.Aggregate e, String weight) {
    return group + ", " + lambda(e, 0) + ", " + weight;
  }

  private String values(Expr.Aggregate e, int argument) {
    return "values(" + group + ", " + lambda(e, argument) + ")";
  }

  private String lambda(Expr.Aggregate e, int argument) {
    Expr value = e.arguments().get(argument);
    return "r -> " + filtered(e, rows.of(value), value.type());
  }

  private Piece filtered(Expr.Aggregate e, Piece value, Type type) {
    return e.filter() == null
        ? value
        : JavaExpr.choice(
            rows.conditions().truth(e.filter()),
            value,
            new Piece(JavaExpr.none(type), Piece.UNARY));
  }

  private String filteredNumber(Expr.Aggregate e, String value, String none) {
    return e.filter() == null
        ? value
        : JavaExpr.choice(
                rows.conditions().truth(e.filter()),
                new Piece(value, Piece.CHOICE),
                Piece.atom(none))
            .text();
  }
}
