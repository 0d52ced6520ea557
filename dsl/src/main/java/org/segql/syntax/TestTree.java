package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segql.ast.Expression;
import org.segql.ast.Expression.Comparison;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.SegQLParser.BetweenContext;
import org.segql.grammar.SegQLParser.CaseBranchContext;
import org.segql.grammar.SegQLParser.CaseConditionContext;
import org.segql.grammar.SegQLParser.CaseRestContext;
import org.segql.grammar.SegQLParser.CaseTestContext;
import org.segql.grammar.SegQLParser.CaseValueContext;
import org.segql.grammar.SegQLParser.ComparatorContext;
import org.segql.grammar.SegQLParser.ComparisonContext;
import org.segql.grammar.SegQLParser.ExpressionContext;
import org.segql.grammar.SegQLParser.InColumnContext;
import org.segql.grammar.SegQLParser.InListContext;
import org.segql.grammar.SegQLParser.IsNullContext;
import org.segql.grammar.SegQLParser.LikeContext;
import org.segql.grammar.SegQLParser.PredicateContext;
import org.segql.grammar.SegQLParser.TestContext;

/// Comparisons and their kin, and CASE, whose branches may begin with one.
final class TestTree {
  private final Problems problems;
  private final NameTree names;
  private final ExpressionTree expressions;

  TestTree(Problems problems, NameTree names, ExpressionTree expressions) {
    this.problems = problems;
    this.names = names;
    this.expressions = expressions;
  }

  Expression test(Expression value, TestContext context, Span span) {
    return switch (context) {
      case ComparisonContext c -> comparison(value, c, false, span);
      case InListContext c -> {
        List<Expression> items = c.expression().stream().map(expressions::expression).toList();
        yield new Expression.InList(value, c.NOT() != null, items, span);
      }
      case InColumnContext c ->
          new Expression.InColumn(
              value, c.NOT() != null, names.name(c.tableName()), names.name(c.columnName()), span);
      case BetweenContext c ->
          new Expression.Between(
              value,
              c.NOT() != null,
              expressions.arithmetic(c.arithmetic(0)),
              expressions.arithmetic(c.arithmetic(1)),
              span);
      case LikeContext c ->
          new Expression.Like(value, c.NOT() != null, expressions.arithmetic(c.arithmetic()), span);
      case IsNullContext c -> new Expression.IsNull(value, c.NOT() != null, span);
      default -> throw Places.unknown(context);
    };
  }

  /// @param inWhen whether the value stands after CASE, not in the text of the comparison; NULL
  ///   there is refused once
  private Expression comparison(
      Expression value, ComparisonContext context, boolean inWhen, Span span) {
    Comparison.Operator operator = operator(context.comparator());
    Expression right = expressions.arithmetic(context.arithmetic());
    if (isNull(right) || !inWhen && isNull(value)) {
      Span other = (isNull(right) ? value : right).span();
      String test = operator == Comparison.Operator.NOT_EQUAL ? "IS NOT NULL" : "IS NULL";
      String before = inWhen ? "WHEN" : problems.quote(other);
      refuseNull(span, "Write `" + before + " " + test + "`.");
    }
    return new Comparison(operator, value, right, span);
  }

  private static boolean isNull(Expression e) {
    return e.bare() instanceof Expression.NullLiteral;
  }

  private void refuseNull(Span span, String hint) {
    problems.add(
        Code.COMPARISON_WITH_NULL,
        span,
        "A comparison with NULL is never true, not even for a missing value.",
        hint);
  }

  void refuseChain(PredicateContext context) {
    TestContext first = context.test(0);
    TestContext second = context.test(1);
    Span span = Places.of(context);
    if (first instanceof ComparisonContext a && second instanceof ComparisonContext b) {
      String left = problems.quote(Places.of(context.arithmetic()));
      String middle = problems.quote(Places.of(a.arithmetic()));
      problems.add(
          Code.CHAINED_COMPARISON,
          span,
          "Comparisons do not chain: each compares two values.",
          "Write `%s %s %s AND %s %s`."
              .formatted(
                  left, a.comparator().getText(), middle, middle, problems.quote(Places.of(b))));
      return;
    }
    problems.add(
        Code.CHAINED_COMPARISON,
        Places.of(second),
        "A second test follows the first without AND or OR between them.",
        "Write `… AND …`, or set one test in brackets.");
  }

  private static Comparison.Operator operator(ComparatorContext context) {
    return switch (context.getStart().getType()) {
      case SegQLParser.EQUAL -> Comparison.Operator.EQUAL;
      case SegQLParser.NOT_EQUAL -> Comparison.Operator.NOT_EQUAL;
      case SegQLParser.LESS -> Comparison.Operator.LESS;
      case SegQLParser.LESS_OR_EQUAL -> Comparison.Operator.LESS_OR_EQUAL;
      case SegQLParser.GREATER -> Comparison.Operator.GREATER;
      case SegQLParser.GREATER_OR_EQUAL -> Comparison.Operator.GREATER_OR_EQUAL;
      default -> throw Places.unknown(context);
    };
  }

  /// CASE in both forms: `CASE x WHEN IN ('a') THEN …` becomes `CASE WHEN x IN ('a') THEN …`.
  Expression caseOf(CaseValueContext context) {
    Optional<Expression> subject =
        Optional.ofNullable(context.arithmetic()).map(expressions::arithmetic);
    subject
        .filter(TestTree::isNull)
        .ifPresent(s -> refuseNull(s.span(), "Name what is tested: `CASE x WHEN …`."));
    var branches = new ArrayList<Expression.Case.Branch>();
    for (CaseBranchContext branch : context.caseBranch()) {
      branches.add(
          new Expression.Case.Branch(
              condition(subject, branch.caseTest()),
              expressions.expression(branch.expression()),
              Places.of(branch)));
    }
    Optional<ExpressionContext> otherwise = Optional.ofNullable(context.expression());
    return new Expression.Case(
        branches, otherwise.map(expressions::expression), Places.of(context));
  }

  private Expression condition(Optional<Expression> subject, CaseTestContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case CaseConditionContext c -> {
        Expression value = expressions.expression(c.expression());
        if (subject.isEmpty()) {
          yield value;
        }
        if (isNull(value)) {
          refuseNull(span, "Write `WHEN IS NULL`.");
        }
        yield new Comparison(Comparison.Operator.EQUAL, subject.get(), value, span);
      }
      case CaseRestContext c -> {
        if (subject.isEmpty()) {
          problems.add(
              Code.SYNTAX,
              span,
              "This WHEN tests a value that CASE does not name.",
              "Write `CASE x WHEN " + problems.quote(span) + " THEN …`.");
        }
        Expression value = subject.orElseGet(() -> new Expression.NullLiteral(span));
        yield subject.isEmpty()
            ? value
            : c.test() instanceof ComparisonContext comparison
                ? comparison(value, comparison, true, span)
                : test(value, c.test(), span);
      }
      default -> throw Places.unknown(context);
    };
  }
}
