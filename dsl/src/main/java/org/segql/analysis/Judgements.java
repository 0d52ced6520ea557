package org.segql.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.Gate;
import org.segql.ast.Naming;
import org.segql.ast.SegmentClauses;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.plan.Expr;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;

/// What is said about segments once they exist: REQUIRE, NAME, TARGET.
final class Judgements {
  private final Analysis analysis;
  private final Problems problems;
  private final Expressions segments;
  private final Expressions whole;

  Judgements(Analysis analysis, Scope.Segments segments, Scope.Rows members) {
    this.analysis = analysis;
    this.problems = analysis.problems();
    this.segments = new Expressions(analysis, segments);
    this.whole = new Expressions(analysis, new Scope.Segments(members, true));
  }

  List<SegmentPlan.GatePlan> gates(List<Gate> gates) {
    var plans = new ArrayList<SegmentPlan.GatePlan>();
    for (Gate gate : gates) {
      Expr condition = condition(gate);
      if (condition != null) {
        String text = text(gate.condition().span());
        plans.add(
            new SegmentPlan.GatePlan(
                gate.every(),
                condition,
                gate.every() ? "EVERY " + text : text,
                problems.shown(gate.span())));
      }
    }
    return plans;
  }

  private @Nullable Expr condition(Gate gate) {
    boolean alone =
        gate.condition() instanceof Expression.Reference r
            && r.name().text().equalsIgnoreCase("EVERY")
            && !r.name().quoted();
    if (alone) {
      problems.error(
          Code.GATE_WITHOUT_CONDITION,
          gate.condition().span(),
          "EVERY is followed by the condition that each segment has to meet.",
          "For example: `EVERY share >= 5%`.");
      return null;
    }
    Expressions scope = gate.every() ? segments : whole;
    Expr value = scope.value(gate.condition());
    if (value == null || value.type() == Type.BOOLEAN) {
      return value;
    }
    String written = analysis.written(gate.condition().span());
    boolean constant = value instanceof Expr.Constant;
    problems.error(
        Code.GATE_WITHOUT_CONDITION,
        gate.condition().span(),
        "A gate of REQUIRE is a condition, and `" + written + "` is only a value.",
        "Compare it with what it should reach: `"
            + (constant ? "EVERY share >= 5%" : written + " " + bound(value))
            + "`.");
    return null;
  }

  /// What such a value could be compared with.
  private static String bound(Expr value) {
    return switch (value) {
      case Expr.Fact f -> SegmentFacts.bound(f.kind());
      case Expr e when e.type() == Type.NUMBER -> ">= 10";
      case Expr e when Typing.isDate(e.type()) -> ">= DATE '2026-01-01'";
      case Expr _ -> "= '…'";
    };
  }

  private String text(Span span) {
    return analysis.written(span).strip().replaceAll("\\s+", " ");
  }

  SegmentPlan.Naming naming(Optional<Naming> naming) {
    return naming.isEmpty()
        ? new SegmentPlan.Naming.Auto()
        : switch (naming.get()) {
          case Naming.Auto _ -> new SegmentPlan.Naming.Auto();
          case Naming.From from -> from(from);
          case Naming.ByNumber byNumber -> byNumber(byNumber);
          case Naming.ByRule byRule -> byRule(byRule);
        };
  }

  private SegmentPlan.Naming from(Naming.From from) {
    Optional<CatalogEntry> entry = analysis.segmentation(from.segmentation(), true);
    return new SegmentPlan.Naming.From(
        entry.map(CatalogEntry::name).orElse(from.segmentation().text()));
  }

  private SegmentPlan.Naming byNumber(Naming.ByNumber byNumber) {
    var names = new LinkedHashMap<Integer, String>();
    for (Naming.ByNumber.Numbered one : byNumber.names()) {
      Long number = analysis.whole(one.number(), "NAME", 1);
      String name = analysis.text(one.name(), "The name of a segment");
      if (number == null || name == null) {
        continue;
      }
      if (names.containsKey(number.intValue())) {
        problems.error(Code.DUPLICATE_NAME, one.span(), "Segment " + number + " is named twice.");
      } else if (names.containsValue(name)) {
        problems.error(
            Code.DUPLICATE_NAME,
            one.span(),
            "Two segments are called '" + name + "'.",
            "Names of segments are unique.");
      } else {
        names.put(number.intValue(), name);
      }
    }
    return new SegmentPlan.Naming.ByNumber(names);
  }

  private SegmentPlan.Naming byRule(Naming.ByRule byRule) {
    var rules = new ArrayList<SegmentPlan.RuleCase>();
    for (Naming.ByRule.Rule rule : byRule.rules()) {
      String name = analysis.text(rule.name(), "The name of a segment");
      Expr condition = segments.condition(rule.condition());
      if (name != null && condition != null) {
        rules.add(new SegmentPlan.RuleCase(name, condition, problems.shown(rule.span())));
      }
    }
    String otherwise =
        byRule.otherwise().isEmpty()
            ? null
            : analysis.text(byRule.otherwise().get(), "The name of a segment");
    return new SegmentPlan.Naming.ByRule(rules, otherwise);
  }

  SegmentPlan.@Nullable Target target(SegmentClauses.Target target) {
    Expr where = target.where().isEmpty() ? null : segments.condition(target.where().get());
    List<Relation.SortExpr> keys = Pipelines.sortKeys(segments, target.orderBy());
    Long limit =
        target.limit().isEmpty()
            ? Long.valueOf(-1)
            : analysis.whole(target.limit().get(), "LIMIT", 1);
    if (target.limit().isPresent() && target.orderBy().isEmpty()) {
      problems.note(
          Code.MISSING_CLAUSE,
          target.limit().get().span(),
          "Without ORDER BY the largest segments come first.");
    }
    boolean wrong = where == null && target.where().isPresent() || keys == null || limit == null;
    if (wrong || keys == null || limit == null) {
      return null;
    }
    return new SegmentPlan.Target(where, keys, limit, text(target.span()));
  }
}
