package org.segql.codegen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import org.segql.plan.ExprText;
import org.segql.plan.ExprTree;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;
import org.segql.plan.SegmentPlan.Naming;

/// Takes NTILE and RANK out of a plan: they look at a whole table, and everything else in a program
/// looks at rows. They become columns that are computed first.
final class Lifting {
  private final Map<Expr.Call, String> lifted = new LinkedHashMap<>();

  SegmentPlan of(SegmentPlan p) {
    return new SegmentPlan(
        p.source(),
        p.input(),
        without(p.where()),
        p.variables().stream()
            .map(
                v -> new SegmentPlan.Variable(v.name(), lift(v.value()), v.preparation(), v.span()))
            .toList(),
        p.describedBy(),
        p.id(),
        p.weight(),
        p.algorithm(),
        cases(p.rules()),
        p.seed(),
        p.gates().stream()
            .map(g -> new SegmentPlan.GatePlan(g.every(), lift(g.condition()), g.text(), g.span()))
            .toList(),
        naming(p.naming()),
        target(p.target()),
        p.asOf(),
        p.per(),
        p.name(),
        p.defaults());
  }

  private List<SegmentPlan.RuleCase> cases(List<SegmentPlan.RuleCase> rules) {
    var out = new ArrayList<SegmentPlan.RuleCase>();
    for (var r : rules) {
      out.add(new SegmentPlan.RuleCase(r.label(), without(r.condition()), r.span()));
    }
    return out;
  }

  private Naming naming(Naming naming) {
    return naming instanceof Naming.ByRule n
        ? new Naming.ByRule(cases(n.rules()), n.otherwise())
        : naming;
  }

  private SegmentPlan.@Nullable Target target(SegmentPlan.@Nullable Target t) {
    return t == null
        ? null
        : new SegmentPlan.Target(
            without(t.where()),
            t.orderBy().stream()
                .map(k -> new Relation.SortExpr(lift(k.value()), k.descending()))
                .toList(),
            t.limit(),
            t.text());
  }

  private @Nullable Expr without(@Nullable Expr e) {
    return e == null ? null : lift(e);
  }

  private Expr lift(Expr e) {
    if (e instanceof Expr.Call c
        && (c.function() == ScalarFunction.NTILE || c.function() == ScalarFunction.RANK)) {
      String name = lifted.computeIfAbsent(c, ExprText::of);
      return new Expr.Column(new ColumnInfo(name, Type.NUMBER));
    }
    return ExprTree.map(e, this::lift);
  }

  /// Writes what adds the columns to a table.
  ///
  /// @return the variable of the table that has them
  String columns(Lines lines, String table, Tables tables) {
    if (lifted.isEmpty()) {
      return table;
    }
    String with = lines.variable("Table", "ranked", table + ".copy()");
    lifted.forEach(
        (call, name) ->
            lines.add(
                with
                    + ".addColumns(DoubleColumn.create("
                    + JavaText.quoted(name)
                    + ", "
                    + new JavaExpr(Scope.rows(lines, table, tables)).ofWhole(call)
                    + "));"));
    return with;
  }
}
