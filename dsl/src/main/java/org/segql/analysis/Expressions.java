package org.segql.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// Gives expressions their meaning and types in a scope. A null result is an expression that has
/// none: an error was said, or its names cannot be told yet.
final class Expressions {
  private final Analysis analysis;
  private final Problems problems;
  private final Scope scope;
  private final boolean insideAggregate;

  Expressions(Analysis analysis, Scope scope) {
    this(analysis, scope, false);
  }

  private Expressions(Analysis analysis, Scope scope, boolean insideAggregate) {
    this.analysis = analysis;
    this.problems = analysis.problems();
    this.scope = scope;
    this.insideAggregate = insideAggregate;
  }

  /// The same statement, for what stands inside an aggregate.
  Expressions inside(Scope rows) {
    return new Expressions(analysis, rows, true);
  }

  Expressions in(Scope other) {
    return new Expressions(analysis, other, insideAggregate);
  }

  Analysis analysis() {
    return analysis;
  }

  Problems problems() {
    return problems;
  }

  Scope scope() {
    return scope;
  }

  boolean insideAggregate() {
    return insideAggregate;
  }

  /// A value of any type.
  @Nullable Expr value(Expression e) {
    return switch (e) {
      case Expression.NumberLiteral n -> Expr.Constant.of(n.value().doubleValue());
      case Expression.TextLiteral t -> Expr.Constant.of(t.value());
      case Expression.BooleanLiteral b -> new Expr.Constant(Type.BOOLEAN, b.value());
      case Expression.NullLiteral _ -> new Expr.Constant(Type.TEXT, null);
      case Expression.DateLiteral d -> new Expr.Constant(Type.DATE, d.value());
      case Expression.DateTimeLiteral d -> new Expr.Constant(Type.DATETIME, d.value());
      case Expression.ParameterReference p -> parameter(p);
      case Expression.Reference r -> reference(r);
      case Expression.Parenthesized p -> value(p.inner());
      case Expression.Negation n -> negation(n);
      case Expression.Arithmetic a -> new Operators(this).arithmetic(a);
      case Expression.Comparison c -> new Comparisons(this).comparison(c);
      case Expression.And and -> connected(ScalarFunction.AND, and.terms());
      case Expression.Or or -> connected(ScalarFunction.OR, or.terms());
      case Expression.Not not -> not(condition(not.operand()), true);
      case Expression.InList in -> new Comparisons(this).in(in);
      case Expression.InColumn in -> new Comparisons(this).in(in);
      case Expression.Between b -> new Comparisons(this).between(b);
      case Expression.Like like -> new Operators(this).like(like);
      case Expression.IsNull isNull -> isNull(isNull);
      case Expression.Case c -> new Branches(this).of(c);
      case Expression.Call call -> new Calls(this).of(call);
      case Expression.Duration d -> misplacedDuration(d);
      case Expression.Environment env -> misplacedSecret(env);
      case Expression.Star star -> misplaced(star, "`*` stands here only in COUNT(*).");
      case Expression.ColumnsLike like ->
          misplaced(like, "COLUMNS LIKE stands for several columns, and one value is needed here.");
      case Expression.Range range ->
          misplaced(range, "A range stands only for an argument, such as kmeans(2..8).");
      case Expression.ListOf list ->
          misplaced(list, "A list stands only after IN or for an argument.");
    };
  }

  private @Nullable Expr misplaced(Expression e, String message) {
    problems.error(Code.WRONG_ARGUMENT, e.span(), message);
    return null;
  }

  private @Nullable Expr misplacedDuration(Expression.Duration d) {
    problems.error(
        Code.MISPLACED_DURATION,
        d.span(),
        "A duration moves a date and has no value of its own.",
        "Write `date + " + analysis.written(d.span()) + "`.");
    return null;
  }

  private @Nullable Expr misplacedSecret(Expression.Environment env) {
    problems.error(
        Code.MISPLACED_SECRET,
        env.span(),
        "ENV holds a secret and stands only in the options and the place of LOAD and EXPORT.",
        "A parameter (`$name`) may stand in any expression.");
    return null;
  }

  private @Nullable Expr parameter(Expression.ParameterReference p) {
    var catalog = analysis.context().catalog();
    var value = catalog.parameter(p.name());
    if (value.isPresent()) {
      return new Expr.Constant(value.get().type(), value.get().value());
    }
    if (analysis.context().unresolved().contains(p.name())) {
      return null;
    }
    var hints = new ArrayList<String>();
    Suggestions.nearest(p.name(), catalog.parameters().keySet()).stream()
        .findFirst()
        .ifPresent(n -> hints.add("Did you mean `$" + n + "`?"));
    hints.add("PARAM " + p.name() + " = value; gives it one, as does --param on the command line.");
    problems.error(
        Code.UNKNOWN_PARAMETER, p.span(), "The parameter `$" + p.name() + "` has no value.", hints);
    return null;
  }

  private @Nullable Expr reference(Expression.Reference r) {
    return switch (scope) {
      case Scope.Rows rows -> column(rows, r);
      case Scope.Groups groups -> key(groups, r);
      case Scope.Segments segments -> fact(segments, r);
      case Scope.Literals _ -> noColumn(r);
    };
  }

  private @Nullable Expr noColumn(Expression.Reference r) {
    problems.error(
        Code.WRONG_ARGUMENT,
        r.span(),
        "A literal or a parameter is needed here, not the name `" + r.name().text() + "`.",
        "A text stands in single quotes: '" + r.name().text() + "'.");
    return null;
  }

  private @Nullable Expr column(Scope.Rows rows, Expression.Reference r) {
    boolean isValue = !r.name().quoted() && r.name().text().equalsIgnoreCase("VALUE");
    if (rows.value() != null && isValue && r.qualifier().isEmpty()) {
      return rows.value();
    }
    ColumnInfo column = new Columns(problems, rows).find(r.qualifier(), r.name());
    return column == null ? null : new Expr.Column(column);
  }

  private @Nullable Expr key(Scope.Groups groups, Expression.Reference r) {
    String name = r.name().text();
    if (r.qualifier().isEmpty()) {
      for (var key : groups.keys()) {
        if (key.name().equalsIgnoreCase(name)) {
          return new Expr.Column(key.column());
        }
      }
    }
    ColumnInfo column = new Columns(problems, groups.rows()).find(r.qualifier(), r.name());
    if (column != null) {
      ofRows(r, column, "a row of the result stands for a group of rows");
    }
    return null;
  }

  private @Nullable Expr fact(Scope.Segments segments, Expression.Reference r) {
    String name = r.name().text();
    if (r.qualifier().isEmpty() && !r.name().quoted()) {
      var fact = SegmentFacts.find(name, segments.whole());
      if (fact.isPresent()) {
        return new Expr.Fact(fact.get());
      }
      if (SegmentFacts.isFact(name) && segments.members().matching(name).isEmpty()) {
        wrongFact(r.span(), name, segments.whole());
        return null;
      }
    }
    ColumnInfo column = segmentColumn(segments, r.qualifier(), r.name());
    if (column != null) {
      ofRows(r, column, "segments are seen here, not rows");
    }
    return null;
  }

  private void wrongFact(Span span, String name, boolean whole) {
    problems.error(
        Code.UNKNOWN_NAME,
        span,
        whole
            ? "`" + name + "` is a number about a segment, and this is about the whole."
            : "`" + name + "` is a number about the whole, and this is about each segment.",
        whole
            ? "Write EVERY before the condition, or use "
                + Suggestions.or(SegmentFacts.names(true))
                + "."
            : "Segments have " + Suggestions.and(SegmentFacts.names(false)) + ".");
  }

  private @Nullable ColumnInfo segmentColumn(
      Scope.Segments segments, Optional<Name> qualifier, Name name) {
    var names = new ArrayList<>(segments.members().schema().names());
    boolean known = !segments.members().matching(name.text()).isEmpty();
    if (known || qualifier.isPresent() || segments.members().schema().open()) {
      return new Columns(problems, segments.members()).find(qualifier, name);
    }
    var facts = SegmentFacts.names(segments.whole());
    names.addAll(facts);
    var hints = new ArrayList<String>();
    Suggestions.hint(name.text(), names).ifPresent(hints::add);
    hints.add(
        (segments.whole() ? "The whole has " : "Segments have ")
            + Suggestions.and(facts)
            + "; columns stand inside aggregates.");
    problems.error(
        Code.UNKNOWN_COLUMN,
        name.span(),
        "`"
            + name.text()
            + "` is neither a number about segments nor a column of "
            + segments.members().place()
            + ".",
        hints);
    return null;
  }

  private void ofRows(Expression.Reference r, ColumnInfo column, String why) {
    String written = analysis.written(r.span());
    String aggregate =
        switch (column.type()) {
          case NUMBER -> "AVG(" + written + ")";
          case TEXT -> column.levels().isEmpty() ? "MODE(" + written + ")" : "MAX(" + written + ")";
          case BOOLEAN -> "RATE(" + written + ")";
          case DATE, DATETIME -> "MAX(" + written + ")";
        };
    problems.error(
        Code.COLUMN_OF_ROWS,
        r.span(),
        "`" + column.name() + "` has a value in each row, and " + why + ".",
        "Write an aggregate: `" + aggregate + "`.");
  }

  private @Nullable Expr negation(Expression.Negation n) {
    if (n.operand() instanceof Expression.NumberLiteral literal) {
      BigDecimal value = literal.value().negate();
      return Expr.Constant.of(value.doubleValue());
    }
    Expr operand = value(n.operand());
    if (operand == null || !check(operand, Type.NUMBER, n.operand().span(), "`-`")) {
      return null;
    }
    return new Expr.Call(ScalarFunction.NEGATE, Type.NUMBER, operand);
  }

  /// Whether a value is of this type; says so where not.
  boolean check(Expr e, Type type, Span span, String what) {
    if (e.type() == type || Typing.isNull(e)) {
      return true;
    }
    problems.error(
        Code.WRONG_TYPE,
        span,
        what + " needs " + Typing.text(type) + ", and this is " + Typing.text(e.type()) + ".",
        castHint(span, e.type(), type));
    return false;
  }

  private String[] castHint(Span span, Type from, Type to) {
    String text = analysis.written(span);
    boolean casts = to != Type.BOOLEAN && !(Typing.isDate(from) && to == Type.NUMBER);
    return casts && !text.isBlank() && text.length() < 40
        ? new String[] {"A cast makes one where it can: `" + to.name() + "(" + text + ")`."}
        : new String[0];
  }

  private @Nullable Expr connected(ScalarFunction function, List<Expression> terms) {
    var all = new ArrayList<Expr>();
    boolean whole = true;
    for (Expression term : terms) {
      Expr condition = condition(term);
      whole &= condition != null;
      if (condition != null) {
        all.add(condition);
      }
    }
    return whole ? new Expr.Call(function, all, Type.BOOLEAN, List.of()) : null;
  }

  static @Nullable Expr not(@Nullable Expr condition, boolean negated) {
    return condition == null || !negated
        ? condition
        : new Expr.Call(ScalarFunction.NOT, Type.BOOLEAN, condition);
  }

  private @Nullable Expr isNull(Expression.IsNull e) {
    Expr value = value(e.value());
    return value == null
        ? null
        : not(new Expr.Call(ScalarFunction.IS_NULL, Type.BOOLEAN, value), e.negated());
  }

  /// TRUE, FALSE or NULL. A number is no condition.
  @Nullable Expr condition(Expression e) {
    Expr value = value(e);
    if (value == null || value.type() == Type.BOOLEAN || Typing.isNull(value)) {
      return value == null ? null : Typing.as(Type.BOOLEAN, value);
    }
    String written = analysis.written(e.span());
    String hint =
        switch (value.type()) {
          case NUMBER -> "Write a comparison: `" + written + " = 1` or `" + written + " > 0`.";
          case TEXT -> "Write a comparison: `" + written + " = '…'`.";
          case DATE, DATETIME -> "Write a comparison: `" + written + " >= DATE '2026-01-01'`.";
          case BOOLEAN -> "";
        };
    problems.error(
        Code.NOT_A_CONDITION,
        e.span(),
        capital(Typing.text(value.type())) + " is no condition.",
        value instanceof Expr.Constant ? "A condition compares: `x = 1`." : hint);
    return null;
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
