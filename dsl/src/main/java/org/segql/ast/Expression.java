package org.segql.ast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Span;

/// A value or a condition. Chains of AND and OR are flat lists, so that long conditions cost no
/// depth.
public sealed interface Expression extends Node {

  /// The expression without brackets around it.
  default Expression bare() {
    Expression inner = this;
    while (inner instanceof Parenthesized p) {
      inner = p.inner();
    }
    return inner;
  }

  /// `1_000`, `0.5`, `5%` (value 0.05), with its sign where it is written as part of a literal.
  record NumberLiteral(BigDecimal value, boolean percent, Span span) implements Expression {}

  record TextLiteral(String value, Span span) implements Expression {}

  record BooleanLiteral(boolean value, Span span) implements Expression {}

  record NullLiteral(Span span) implements Expression {}

  record DateLiteral(LocalDate value, Span span) implements Expression {}

  record DateTimeLiteral(LocalDateTime value, Span span) implements Expression {}

  /// `90 DAYS`, `$n WEEKS`.
  record Duration(Expression amount, Unit unit, Span span) implements Expression {
    public enum Unit {
      HOUR,
      DAY,
      WEEK,
      MONTH,
      QUARTER,
      YEAR
    }
  }

  /// `$name`.
  record ParameterReference(String name, Span span) implements Expression {}

  /// `ENV('NAME')`: a secret.
  record Environment(String name, Span span) implements Expression {}

  /// A bare name: a column, or whatever the place makes of it (a choice, an algorithm, a number
  /// about segments).
  record Reference(Optional<Name> qualifier, Name name, Span span) implements Expression {}

  /// `*` as in `COUNT(*)`.
  record Star(Span span) implements Expression {}

  record Negation(Expression operand, Span span) implements Expression {}

  record Arithmetic(Operator operator, Expression left, Expression right, Span span)
      implements Expression {
    public enum Operator {
      ADD("+"),
      SUBTRACT("-"),
      MULTIPLY("*"),
      DIVIDE("/");

      private final String text;

      Operator(String text) {
        this.text = text;
      }

      public String text() {
        return text;
      }
    }
  }

  record Comparison(Operator operator, Expression left, Expression right, Span span)
      implements Expression {
    public enum Operator {
      EQUAL("="),
      NOT_EQUAL("<>"),
      LESS("<"),
      LESS_OR_EQUAL("<="),
      GREATER(">"),
      GREATER_OR_EQUAL(">=");

      private final String text;

      Operator(String text) {
        this.text = text;
      }

      public String text() {
        return text;
      }
    }
  }

  /// All must hold; at least two.
  record And(List<Expression> terms, Span span) implements Expression {
    public And {
      terms = List.copyOf(terms);
    }
  }

  /// One must hold; at least two.
  record Or(List<Expression> terms, Span span) implements Expression {
    public Or {
      terms = List.copyOf(terms);
    }
  }

  record Not(Expression operand, Span span) implements Expression {}

  /// `x [NOT] IN (a, b)`.
  record InList(Expression value, boolean negated, List<Expression> items, Span span)
      implements Expression {
    public InList {
      items = List.copyOf(items);
    }
  }

  /// `x [NOT] IN other.column`: among the values of another table's column.
  record InColumn(Expression value, boolean negated, Name table, Name column, Span span)
      implements Expression {}

  record Between(Expression value, boolean negated, Expression low, Expression high, Span span)
      implements Expression {}

  record Like(Expression value, boolean negated, Expression pattern, Span span)
      implements Expression {}

  record IsNull(Expression value, boolean negated, Span span) implements Expression {}

  /// CASE in its searched form; `CASE x WHEN 1`, `WHEN IN (…)` and `WHEN < 5` arrive here with `x`
  /// put in.
  record Case(List<Branch> branches, Optional<Expression> otherwise, Span span)
      implements Expression {
    public Case {
      branches = List.copyOf(branches);
    }

    public record Branch(Expression condition, Expression result, Span span) implements Node {}
  }

  /// A function, an aggregate or a cast: `DISTINCT` as in `COUNT(DISTINCT x)`.
  record Call(Name function, boolean distinct, List<Expression> arguments, Span span)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `COLUMNS LIKE 'q%' EXCEPT (a, b)`.
  record ColumnsLike(String pattern, List<Name> except, Span span)
      implements Expression, VariableItem, SelectItem {
    public ColumnsLike {
      except = List.copyOf(except);
    }
  }

  /// `2..8`, only as an argument.
  record Range(Expression low, Expression high, Span span) implements Expression {}

  /// `(a, b, c)` where a list is meant: only as an argument or an option. An entry `id = TEXT` is a
  /// {@link Comparison}.
  record ListOf(List<Expression> items, Span span) implements Expression {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  /// An expression in brackets. Kept, because in an argument `(a)` may be a list of one, and `(x =
  /// 1)` a condition.
  record Parenthesized(Expression inner, Span span) implements Expression {}
}
