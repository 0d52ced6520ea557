package org.segql.analysis;

import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// Arithmetic and LIKE.
final class Operators {
  private final Expressions expressions;
  private final Problems problems;

  Operators(Expressions expressions) {
    this.expressions = expressions;
    this.problems = expressions.problems();
  }

  @Nullable Expr arithmetic(Expression.Arithmetic a) {
    boolean moves =
        a.operator() == Expression.Arithmetic.Operator.ADD
            || a.operator() == Expression.Arithmetic.Operator.SUBTRACT;
    if (moves && a.right().bare() instanceof Expression.Duration d) {
      return shift(a, d);
    }
    Expr left = expressions.value(a.left());
    Expr right = expressions.value(a.right());
    if (left == null || right == null) {
      return null;
    }
    if (refused(a, left, right, moves)) {
      return null;
    }
    String what = "`" + a.operator().text() + "`";
    boolean numbers =
        expressions.check(left, Type.NUMBER, a.left().span(), what)
            & expressions.check(right, Type.NUMBER, a.right().span(), what);
    return numbers
        ? new Expr.Call(
            function(a.operator()),
            Type.NUMBER,
            Typing.as(Type.NUMBER, left),
            Typing.as(Type.NUMBER, right))
        : null;
  }

  /// Says what dates and texts need in place of an operator of numbers.
  private boolean refused(Expression.Arithmetic a, Expr left, Expr right, boolean moves) {
    if (Typing.isDate(left.type()) && Typing.isDate(right.type())) {
      problems.error(
          Code.WRONG_TYPE,
          a.span(),
          "`" + a.operator().text() + "` is for numbers, and these are dates.",
          "Write `DAYS_BETWEEN(" + text(a.right()) + ", " + text(a.left()) + ")`.");
      return true;
    }
    if (moves && Typing.isDate(left.type()) && right.type() == Type.NUMBER) {
      problems.error(
          Code.WRONG_TYPE,
          a.right().span(),
          "A date is moved by a duration, and this is a number.",
          "Write the unit: `" + text(a.right()) + " DAYS`.");
      return true;
    }
    boolean textJoined =
        a.operator() == Expression.Arithmetic.Operator.ADD
            && left.type() == Type.TEXT
            && right.type() == Type.TEXT;
    if (textJoined) {
      problems.error(
          Code.WRONG_TYPE,
          a.span(),
          "`+` adds numbers, and these are texts.",
          "Write `CONCAT(" + text(a.left()) + ", " + text(a.right()) + ")`.");
      return true;
    }
    return false;
  }

  private static ScalarFunction function(Expression.Arithmetic.Operator operator) {
    return switch (operator) {
      case ADD -> ScalarFunction.ADD;
      case SUBTRACT -> ScalarFunction.SUBTRACT;
      case MULTIPLY -> ScalarFunction.MULTIPLY;
      case DIVIDE -> ScalarFunction.DIVIDE;
    };
  }

  private @Nullable Expr shift(Expression.Arithmetic a, Expression.Duration d) {
    Expr date = expressions.value(a.left());
    Expr amount = expressions.value(d.amount());
    if (date == null || amount == null) {
      return null;
    }
    if (!Typing.isDate(date.type())) {
      problems.error(
          Code.MISPLACED_DURATION,
          d.span(),
          "A duration moves a date, and this is " + Typing.text(date.type()) + ".");
      return null;
    }
    if (!expressions.check(amount, Type.NUMBER, d.amount().span(), "A duration")) {
      return null;
    }
    boolean back = a.operator() == Expression.Arithmetic.Operator.SUBTRACT;
    return new Expr.Shift(date, back ? negated(amount) : amount, d.unit());
  }

  private static Expr negated(Expr amount) {
    return amount instanceof Expr.Constant c && c.value() instanceof Double x
        ? Expr.Constant.of(-x)
        : new Expr.Call(ScalarFunction.NEGATE, Type.NUMBER, amount);
  }

  @Nullable Expr like(Expression.Like like) {
    Expr value = expressions.value(like.value());
    Expr pattern = expressions.value(like.pattern());
    if (value == null || pattern == null) {
      return null;
    }
    boolean texts =
        expressions.check(value, Type.TEXT, like.value().span(), "LIKE")
            & expressions.check(pattern, Type.TEXT, like.pattern().span(), "LIKE");
    return texts
        ? Expressions.not(
            new Expr.Call(ScalarFunction.LIKE, Type.BOOLEAN, value, pattern), like.negated())
        : null;
  }

  private String text(Expression e) {
    return expressions.analysis().written(e.span());
  }
}
