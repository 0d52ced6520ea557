package org.segql.syntax;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.segql.ast.Argument;
import org.segql.ast.CallOf;
import org.segql.ast.Expression;
import org.segql.ast.SegmentClauses;
import org.segql.ast.VariableItem;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser.CompareAlgorithmsContext;
import org.segql.grammar.SegQLParser.NameClauseContext;
import org.segql.grammar.SegQLParser.SegmentClauseContext;
import org.segql.grammar.SegQLParser.SegmentContext;
import org.segql.grammar.SegQLParser.TargetClauseContext;

/// What the clauses of SEGMENT and COMPARE ask of each other.
final class SegmentChecks {
  private final Problems problems;

  SegmentChecks(Problems problems) {
    this.problems = problems;
  }

  void segment(SegmentContext context, SegmentClauses clauses) {
    if (clauses.using().isEmpty() && clauses.like().isEmpty()) {
      missingUsing(context, clauses.by(), "SEGMENT");
    }
    if (clauses.using().size() > 1) {
      CallOf second = clauses.using().get(1);
      problems.add(
          Code.SYNTAX,
          second.span(),
          "SEGMENT takes one algorithm.",
          "To try several, write COMPARE instead of SEGMENT.");
    }
    ranges(clauses.using());
  }

  void compare(CompareAlgorithmsContext context, SegmentClauses clauses) {
    for (SegmentClauseContext clause : context.segmentClause()) {
      if (clause instanceof NameClauseContext || clause instanceof TargetClauseContext) {
        String word = SegmentTree.clauseName(clause);
        problems.add(
            Code.MISPLACED_CLAUSE,
            Places.of(clause.getStart()),
            "COMPARE has no " + word + ": it makes a leaderboard, no segments.",
            "Write it in `SEGMENT … LIKE` the comparison, which fits the winner.");
      }
    }
    if (clauses.using().isEmpty() && clauses.like().isEmpty()) {
      missingUsing(context, clauses.by(), "COMPARE");
    }
    ranges(clauses.using());
  }

  private void missingUsing(ParserRuleContext context, List<VariableItem> by, String verb) {
    for (VariableItem item : by) {
      if (item instanceof VariableItem.Variable v
          && v.value() instanceof Expression.Call call
          && looksLikeAlgorithm(call)) {
        Span span = call.span();
        problems.add(
            Code.MISSING_CLAUSE,
            span,
            "An algorithm does not stand in BY: USING is missing before it.",
            "Write `USING " + problems.quote(span) + "`.");
        return;
      }
    }
    problems.add(
        Code.MISSING_CLAUSE,
        Places.of(context.getStart()),
        "This " + verb + " names no algorithm.",
        "Add USING, for example `USING kmeans(5)`.");
  }

  /// A call of nothing but numbers says nothing about a row: `kmeans(5, restarts = 20)`.
  private static boolean looksLikeAlgorithm(Expression.Call call) {
    return !call.arguments().isEmpty() && call.arguments().stream().allMatch(SegmentChecks::fixed);
  }

  private static boolean fixed(Expression argument) {
    return switch (argument) {
      case Expression.NumberLiteral _, Expression.Range _ -> true;
      case Expression.Comparison c ->
          c.operator() == Expression.Comparison.Operator.EQUAL
              && c.left() instanceof Expression.Reference
              && !(c.right() instanceof Expression.Call);
      default -> false;
    };
  }

  /// `kmeans(2-8)` is meant as a range and would be read as -6.
  private void ranges(List<CallOf> using) {
    for (CallOf call : using) {
      for (Argument argument : call.arguments()) {
        if (argument instanceof Argument.Positional(Expression value, Span span)
            && value instanceof Expression.Arithmetic a
            && a.operator() == Expression.Arithmetic.Operator.SUBTRACT
            && a.left() instanceof Expression.NumberLiteral
            && a.right() instanceof Expression.NumberLiteral) {
          problems.add(
              Code.SYNTAX,
              span,
              "`" + problems.quote(span) + "` is a subtraction, no range.",
              "A range is written with two points: `"
                  + problems.quote(a.left().span())
                  + ".."
                  + problems.quote(a.right().span())
                  + "`.");
        }
      }
    }
  }
}
