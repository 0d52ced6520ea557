package org.segql.codegen;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import org.segql.plan.ExprTree;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;

/// The tables that a command speaks of, in the order in which it does, and the columns of one that
/// it uses.
final class References {
  private final Set<String> tables = new LinkedHashSet<>();
  private boolean asksForDate;

  Set<String> tables() {
    return tables;
  }

  boolean asksForDate() {
    return asksForDate;
  }

  References of(Relation relation) {
    switch (relation) {
      case Relation.Scan r -> {
        tables.add(r.table());
        of(r.filter());
      }
      case Relation.Filter r -> of(r.input()).of(r.condition());
      case Relation.Derive r -> {
        of(r.input());
        r.items().forEach(i -> of(i.value()));
      }
      case Relation.Project r -> {
        of(r.input());
        r.items().forEach(i -> of(i.value()));
      }
      case Relation.Aggregate r -> {
        of(r.input());
        r.keys().forEach(i -> of(i.value()));
        r.items().forEach(i -> of(i.value()));
      }
      case Relation.Join r -> of(r.left()).of(r.right());
      case Relation.Union r -> of(r.input()).of(r.other());
      case Relation.Distinct r -> of(r.input());
      case Relation.Sort r -> {
        of(r.input());
        r.keys().forEach(k -> of(k.value()));
      }
      case Relation.Limit r -> of(r.input());
    }
    return this;
  }

  References of(SegmentPlan plan) {
    tables.add(plan.source());
    of(plan.where());
    plan.variables().forEach(v -> of(v.value()));
    plan.rules().forEach(r -> of(r.condition()));
    plan.gates().forEach(g -> of(g.condition()));
    if (plan.naming() instanceof SegmentPlan.Naming.ByRule n) {
      n.rules().forEach(r -> of(r.condition()));
    }
    if (plan.target() != null) {
      of(plan.target().where());
      plan.target().orderBy().forEach(k -> of(k.value()));
    }
    return this;
  }

  References of(@Nullable Expr expr) {
    if (expr == null) {
      return this;
    }
    if (expr instanceof Expr.InTable in) {
      tables.add(in.table());
    }
    asksForDate |= expr instanceof Expr.Call c && c.function() == ScalarFunction.AS_OF;
    ExprTree.children(expr).forEach(this::of);
    return this;
  }
}
