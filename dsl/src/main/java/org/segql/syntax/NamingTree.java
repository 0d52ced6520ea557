package org.segql.syntax;

import java.util.List;
import java.util.Optional;
import org.segql.ast.Expression;
import org.segql.ast.Naming;
import org.segql.ast.SegmentClauses.Target;
import org.segql.ast.SortKey;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser.NameAutoContext;
import org.segql.grammar.SegQLParser.NameByNumberContext;
import org.segql.grammar.SegQLParser.NameByRuleContext;
import org.segql.grammar.SegQLParser.NameFromContext;
import org.segql.grammar.SegQLParser.NameRuleContext;
import org.segql.grammar.SegQLParser.NamingContext;
import org.segql.grammar.SegQLParser.NumberedNameContext;
import org.segql.grammar.SegQLParser.OtherwiseNameContext;
import org.segql.grammar.SegQLParser.OtherwiseTextContext;
import org.segql.grammar.SegQLParser.TargetClauseContext;
import org.segql.grammar.SegQLParser.TargetLimitContext;
import org.segql.grammar.SegQLParser.TargetOrderContext;
import org.segql.grammar.SegQLParser.TargetPartContext;
import org.segql.grammar.SegQLParser.TargetWhereContext;

/// The clauses that speak of segments: NAME and TARGET.
final class NamingTree {
  private final Problems problems;
  private final StatementTree tree;

  NamingTree(Problems problems, StatementTree tree) {
    this.problems = problems;
    this.tree = tree;
  }

  Naming naming(NamingContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case NameAutoContext _ -> new Naming.Auto(span);
      case NameFromContext c -> new Naming.From(tree.names.name(c.segmentationName()), span);
      case NameByNumberContext c ->
          new Naming.ByNumber(c.numberedName().stream().map(this::numbered).toList(), span);
      case NameByRuleContext c ->
          new Naming.ByRule(
              c.nameRule().stream().map(this::rule).toList(),
              Optional.ofNullable(c.otherwiseName()).flatMap(this::otherwise),
              span);
      default -> throw Places.unknown(context);
    };
  }

  private Naming.ByNumber.Numbered numbered(NumberedNameContext context) {
    return new Naming.ByNumber.Numbered(
        tree.literals.literal(context.literal(0)),
        tree.literals.literal(context.literal(1)),
        Places.of(context));
  }

  private Naming.ByRule.Rule rule(NameRuleContext context) {
    return new Naming.ByRule.Rule(
        tree.literals.literal(context.literal()),
        tree.expressions.expression(context.expression()),
        Places.of(context));
  }

  private Optional<Expression> otherwise(OtherwiseNameContext context) {
    return context instanceof OtherwiseTextContext c
        ? Optional.of(tree.literals.literal(c.literal()))
        : Optional.empty();
  }

  Target target(TargetClauseContext context) {
    var once = new Once(problems);
    Optional<Expression> where = Optional.empty();
    List<SortKey> orderBy = List.of();
    Optional<Expression> limit = Optional.empty();
    for (TargetPartContext part : context.targetPart()) {
      Span span = Places.of(part.getStart());
      switch (part) {
        case TargetWhereContext c -> {
          if (where.isPresent()) {
            refuseSecondWhere(span);
          } else {
            where = Optional.of(tree.expressions.expression(c.expression()));
          }
        }
        case TargetOrderContext c -> {
          if (once.first("ORDER BY", span)) {
            orderBy = tree.variables.sortKeys(c.sortKeys());
          }
        }
        case TargetLimitContext c -> {
          if (once.first("LIMIT", span)) {
            limit = Optional.of(tree.literals.literal(c.literal()));
          }
        }
        default -> throw Places.unknown(part);
      }
    }
    if (where.isEmpty() && orderBy.isEmpty()) {
      problems.add(
          Code.SYNTAX,
          Places.of(context),
          "LIMIT alone does not say which segments TARGET takes.",
          "Add the order, for example `TARGET ORDER BY size DESC LIMIT 3`.");
    }
    return new Target(where, orderBy, limit, Places.of(context));
  }

  private void refuseSecondWhere(Span span) {
    problems.add(
        Code.DUPLICATE_CLAUSE,
        span,
        "TARGET takes this second `WHERE` too, as it follows it directly.",
        "Join both conditions by AND; a WHERE for rows stands before TARGET.");
  }
}
