package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// Comparisons, and IN and BETWEEN, which compare too: both sides have a type in common.
final class Comparisons {
  private final Expressions expressions;
  private final Problems problems;

  Comparisons(Expressions expressions) {
    this.expressions = expressions;
    this.problems = expressions.problems();
  }

  @Nullable Expr comparison(Expression.Comparison c) {
    if (c.right().bare() instanceof Expression.Duration d) {
      return durationCompared(c, c.left(), d);
    }
    if (c.left().bare() instanceof Expression.Duration d) {
      return durationCompared(c, c.right(), d);
    }
    Expr left = expressions.value(c.left());
    if (left != null && quotesForgotten(left, c.right())) {
      return null;
    }
    Expr right = expressions.value(c.right());
    if (left == null || right == null) {
      return null;
    }
    return compare(
        function(c.operator()), left, c.left().span(), right, c.right().span(), c.span());
  }

  /// `region = North`: a text without its quotes.
  private boolean quotesForgotten(Expr left, Expression right) {
    boolean name =
        right instanceof Expression.Reference r
            && r.qualifier().isEmpty()
            && !r.name().quoted()
            && expressions.scope() instanceof Scope.Rows rows
            && !rows.schema().open()
            && rows.matching(r.name().text()).isEmpty()
            && rows.unresolved().stream().noneMatch(r.name().text()::equalsIgnoreCase)
            && Suggestions.nearest(r.name().text(), rows.schema().names()).isEmpty();
    if (!name || left.type() != Type.TEXT) {
      return false;
    }
    problems.error(
        Code.UNKNOWN_COLUMN,
        right.span(),
        "`" + text(right) + "` is no column here.",
        "A text stands in single quotes: '" + text(right) + "'.");
    return true;
  }

  private @Nullable Expr durationCompared(
      Expression.Comparison c, Expression other, Expression.Duration d) {
    Expr value = expressions.value(other);
    if (value == null) {
      return null;
    }
    String amount = text(d.amount());
    boolean months =
        switch (d.unit()) {
          case MONTH, QUARTER, YEAR -> true;
          case HOUR, DAY, WEEK -> false;
        };
    String hint =
        value.type() != Type.NUMBER
            ? "DAYS_BETWEEN(from, to) gives a number of days to compare."
            : d.unit() == Expression.Duration.Unit.DAY
                ? "Write the number alone: `" + amount + "`."
                : months
                    ? "MONTHS_BETWEEN gives months, DAYS_BETWEEN days: compare with a number."
                    : "DAYS_BETWEEN gives days: compare with a number of days.";
    problems.error(
        Code.MISPLACED_DURATION,
        c.span(),
        Expressions.capital(Typing.text(value.type())) + " cannot be compared with a duration.",
        hint);
    return null;
  }

  private static ScalarFunction function(Expression.Comparison.Operator operator) {
    return switch (operator) {
      case EQUAL -> ScalarFunction.EQUAL;
      case NOT_EQUAL -> ScalarFunction.NOT_EQUAL;
      case LESS -> ScalarFunction.LESS;
      case LESS_OR_EQUAL -> ScalarFunction.LESS_OR_EQUAL;
      case GREATER -> ScalarFunction.GREATER;
      case GREATER_OR_EQUAL -> ScalarFunction.GREATER_OR_EQUAL;
    };
  }

  private @Nullable Expr compare(
      ScalarFunction function, Expr left, Span leftSpan, Expr right, Span rightSpan, Span whole) {
    Type type = Typing.common(List.of(left, right));
    if (type == null) {
      uncomparable(left, leftSpan, right, rightSpan, whole);
      return null;
    }
    boolean ordered = function != ScalarFunction.EQUAL && function != ScalarFunction.NOT_EQUAL;
    if (!levelsFit(left, right, rightSpan, ordered) || !levelsFit(right, left, leftSpan, ordered)) {
      return null;
    }
    if (ordered && type == Type.BOOLEAN) {
      problems.error(Code.WRONG_TYPE, whole, "TRUE and FALSE have no order.");
      return null;
    }
    return new Expr.Call(function, Type.BOOLEAN, Typing.as(type, left), Typing.as(type, right));
  }

  /// A text that is compared with an ordered text is one of its levels.
  private boolean levelsFit(Expr ordered, Expr other, Span span, boolean byRank) {
    if (ordered.levels().isEmpty() || !(other instanceof Expr.Constant c)) {
      return true;
    }
    if (c.value() instanceof String text && !ordered.levels().contains(text)) {
      var hints = new ArrayList<String>();
      Suggestions.nearest(text, ordered.levels()).stream()
          .findFirst()
          .ifPresent(l -> hints.add("Did you mean '" + l + "'?"));
      hints.add("Its levels are " + String.join(", ", quoted(ordered.levels())) + ".");
      String message = "'" + text + "' is none of the levels of this ordered text.";
      if (byRank) {
        problems.error(Code.UNKNOWN_LEVEL, span, message, hints);
        return false;
      }
      problems.warning(Code.UNKNOWN_LEVEL, span, message, hints.toArray(String[]::new));
    }
    return true;
  }

  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(t -> "'" + t.replace("'", "''") + "'").toList();
  }

  private void uncomparable(Expr left, Span leftSpan, Expr right, Span rightSpan, Span whole) {
    var hints = new ArrayList<String>();
    pairHint(left, leftSpan, right, rightSpan, hints);
    if (hints.isEmpty()) {
      pairHint(right, rightSpan, left, leftSpan, hints);
    }
    problems.error(
        Code.WRONG_TYPE,
        whole,
        Expressions.capital(Typing.text(left.type()))
            + " cannot be compared with "
            + Typing.text(right.type())
            + ".",
        hints);
  }

  private void pairHint(Expr a, Span aSpan, Expr b, Span bSpan, List<String> hints) {
    String aText = expressions.analysis().written(aSpan);
    String bText = expressions.analysis().written(bSpan);
    if (Typing.isDate(a.type()) && b instanceof Expr.Constant c && c.value() instanceof String s) {
      hints.add(
          "Write the date as one: `DATE '"
              + (s.matches("\\d{4}-\\d\\d-\\d\\d") ? s : "2026-01-31")
              + "'`.");
    } else if (a.type() == Type.TEXT && b instanceof Expr.Constant && b.type() == Type.NUMBER) {
      hints.add("Write the number as a text, '" + bText + "', or cast: `NUMBER(" + aText + ")`.");
    } else if (a.type() == Type.NUMBER
        && b instanceof Expr.Constant c
        && c.value() instanceof String s) {
      hints.add(
          s.matches("-?\\d+(\\.\\d+)?")
              ? "Write the number without quotes: `" + s + "`."
              : "Cast it: `TEXT(" + aText + ")`.");
    } else if (a.type() == Type.BOOLEAN
        && !(a instanceof Expr.Constant)
        && b instanceof Expr.Constant) {
      hints.add("`" + aText + "` alone is the condition, `NOT " + aText + "` its opposite.");
    } else if (a.type() == Type.NUMBER && b.type() == Type.TEXT) {
      hints.add("Cast one of them: `NUMBER(" + bText + ")`.");
    }
  }

  @Nullable Expr in(Expression.InList in) {
    Expr value = expressions.value(in.value());
    var items = new ArrayList<Expr>();
    boolean whole = value != null;
    for (Expression e : in.items()) {
      if (value != null && quotesForgotten(value, e)) {
        whole = false;
        continue;
      }
      if (e.bare() instanceof Expression.NullLiteral) {
        problems.error(
            Code.COMPARISON_WITH_NULL,
            e.span(),
            "NULL in a list never matches.",
            "Write `OR " + text(in.value()) + " IS NULL`.");
        whole = false;
        continue;
      }
      Expr item = expressions.value(e);
      if (item == null || value == null) {
        whole = false;
      } else if (Typing.common(List.of(value, item)) == null) {
        uncomparable(value, in.value().span(), item, e.span(), e.span());
        whole = false;
      } else {
        levelsFit(value, item, e.span(), false);
        items.add(item);
      }
    }
    if (!whole || value == null) {
      return null;
    }
    items.addFirst(value);
    Type type = Typing.common(items);
    return type == null
        ? null
        : Expressions.not(
            new Expr.Call(ScalarFunction.IN, Typing.as(type, items), Type.BOOLEAN, List.of()),
            in.negated());
  }

  @Nullable Expr in(Expression.InColumn in) {
    Expr value = expressions.value(in.value());
    var table = expressions.analysis().table(in.table());
    if (table.isEmpty()) {
      return null;
    }
    var rows = Scope.Rows.of(table.get().name(), table.get().schema());
    ColumnInfo column = new Columns(problems, rows).find(in.column());
    if (value == null || column == null) {
      return null;
    }
    if (value.type() != column.type()) {
      problems.error(
          Code.WRONG_TYPE,
          in.span(),
          Expressions.capital(Typing.text(value.type()))
              + " is looked for among values of `"
              + column.name()
              + "`, which are of type "
              + column.type()
              + ".",
          "Cast it: `" + column.type() + "(" + text(in.value()) + ")`.");
      return null;
    }
    return Expressions.not(
        new Expr.InTable(value, table.get().name(), column.name()), in.negated());
  }

  @Nullable Expr between(Expression.Between b) {
    Expr value = expressions.value(b.value());
    Expr low = expressions.value(b.low());
    Expr high = expressions.value(b.high());
    if (value == null || low == null || high == null) {
      return null;
    }
    Expr above =
        compare(
            ScalarFunction.GREATER_OR_EQUAL,
            value,
            b.value().span(),
            low,
            b.low().span(),
            b.low().span());
    Expr below =
        compare(
            ScalarFunction.LESS_OR_EQUAL,
            value,
            b.value().span(),
            high,
            b.high().span(),
            b.high().span());
    if (above == null || below == null) {
      return null;
    }
    if (low instanceof Expr.Constant l
        && high instanceof Expr.Constant h
        && l.value() instanceof Double x
        && h.value() instanceof Double y
        && x > y) {
      problems.warning(
          Code.WRONG_ARGUMENT,
          b.span(),
          "Nothing lies between " + text(b.low()) + " and " + text(b.high()) + ".",
          "The smaller bound comes first.");
    }
    return Expressions.not(
        new Expr.Call(ScalarFunction.AND, Type.BOOLEAN, above, below), b.negated());
  }

  private String text(Expression e) {
    return expressions.analysis().written(e.span());
  }
}
