package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.function.AggregateFunction;
import org.segql.function.Signature;
import org.segql.plan.Expr;

/// Calls of aggregates: where they may stand and what they take.
final class Aggregates {
  private final Expressions expressions;
  private final Problems problems;

  Aggregates(Expressions expressions) {
    this.expressions = expressions;
    this.problems = expressions.problems();
  }

  @Nullable Expr of(Expression.Call call, AggregateFunction function) {
    Expressions inner =
        switch (expressions.scope()) {
          case Scope.Groups groups -> expressions.inside(groups.rows());
          case Scope.Segments segments -> expressions.inside(segments.members());
          case Scope.Rows _, Scope.Literals _ -> null;
        };
    if (inner == null) {
      misplaced(call, function);
      return null;
    }
    if (call.distinct() && function != AggregateFunction.COUNT) {
      problems.error(
          Code.WRONG_ARGUMENT,
          call.span(),
          "DISTINCT belongs to COUNT, not to " + function.text() + ".");
      return null;
    }
    return typed(call, function, inner);
  }

  private void misplaced(Expression.Call call, AggregateFunction function) {
    if (expressions.insideAggregate()) {
      problems.error(
          Code.MISPLACED_AGGREGATE,
          call.span(),
          "An aggregate cannot stand inside another.",
          "Aggregate in two steps: GROUP BY … AGGREGATE first, then again.");
    } else if (expressions.scope() instanceof Scope.Literals) {
      problems.error(Code.WRONG_ARGUMENT, call.span(), "A literal or a parameter is needed here.");
    } else {
      problems.error(
          Code.MISPLACED_AGGREGATE,
          call.span(),
          function.text() + " is about many rows, and single rows are seen here.",
          "GROUP BY … AGGREGATE name = "
              + expressions.analysis().written(call.span())
              + " makes a column of it; a condition about segments stands in TARGET or REQUIRE.");
    }
  }

  private @Nullable Expr typed(
      Expression.Call call, AggregateFunction function, Expressions inner) {
    boolean star =
        function == AggregateFunction.COUNT
            && call.arguments().size() == 1
            && call.arguments().getFirst() instanceof Expression.Star;
    List<Expression> written = star ? List.of() : call.arguments();
    var values = new ArrayList<Expr>();
    boolean whole = true;
    for (Expression e : written) {
      Expr value = function == AggregateFunction.RATE ? inner.condition(e) : inner.value(e);
      whole &= value != null;
      if (value != null) {
        values.add(value);
      }
    }
    if (!whole
        || !Calls.countFits(problems, function.types(), function.text(), call, written.size())) {
      return null;
    }
    for (int i = 0; i < values.size(); i++) {
      if (!fits(function, i, values.get(i), written.get(i).span())) {
        return null;
      }
    }
    if (call.distinct() && values.isEmpty()) {
      problems.error(
          Code.MISSING_ARGUMENT, call.span(), "COUNT(DISTINCT …) needs to know of what.");
      return null;
    }
    return new Expr.Aggregate(function, values, call.distinct(), null, type(function, values));
  }

  private boolean fits(AggregateFunction function, int index, Expr value, Span span) {
    if (isMedianOfLevels(function, value)) {
      return true;
    }
    Signature.Slot slot = Calls.slot(function.types(), index);
    if (slot instanceof Signature.OneOf one && !one.types().contains(value.type())) {
      if (value.type() == Type.BOOLEAN && one.types().equals(Set.of(Type.NUMBER))) {
        problems.error(
            Code.WRONG_TYPE,
            span,
            function.text() + " needs a number, and this is TRUE or FALSE.",
            "The share of rows for which it holds: `RATE("
                + expressions.analysis().written(span)
                + ")`.");
        return false;
      }
      return expressions.check(value, Type.NUMBER, span, function.text());
    }
    if (function == AggregateFunction.QUANTILE && index == 1) {
      boolean share =
          value instanceof Expr.Constant c && c.value() instanceof Double p && p >= 0 && p <= 1;
      if (!share) {
        problems.error(
            Code.WRONG_ARGUMENT, span, "QUANTILE takes a share from 0 to 1, such as 0.9 or 90%.");
      }
      return share;
    }
    return true;
  }

  /// An ordered text has a middle too.
  private static boolean isMedianOfLevels(AggregateFunction function, Expr value) {
    return function == AggregateFunction.MEDIAN && !value.levels().isEmpty();
  }

  private static Type type(AggregateFunction function, List<Expr> values) {
    if (function == AggregateFunction.MEDIAN) {
      return values.getFirst().levels().isEmpty() ? Type.NUMBER : Type.TEXT;
    }
    return switch (function.types().result()) {
      case Signature.OneOf one -> one.types().iterator().next();
      case Signature.TypeOf of -> values.get(of.argument()).type();
      case Signature.Same _ -> values.getFirst().type();
    };
  }
}
