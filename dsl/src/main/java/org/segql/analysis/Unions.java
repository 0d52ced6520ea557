package org.segql.analysis;

import java.util.ArrayList;
import org.segql.ast.Step;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.plan.Expr;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// UNION: columns meet by name, and have the same type on both sides.
final class Unions {
  private final Analysis analysis;
  private final Pipelines pipelines;

  Unions(Analysis analysis, Pipelines pipelines) {
    this.analysis = analysis;
    this.pipelines = pipelines;
  }

  Pipelines.State of(Pipelines.State state, Step.Union union) {
    var entry = analysis.table(union.table());
    if (entry.isEmpty()) {
      return state
          .columns(state.relation(), state.rows().place(), true, state.rows().unresolved())
          .broken();
    }
    Pipelines.State other = pipelines.scan(entry.get());
    Schema here = state.rows().schema();
    var items = new ArrayList<Named>();
    boolean fits = true;
    boolean renamed = false;
    for (ColumnInfo column : other.rows().schema().columns()) {
      var matching = state.rows().matching(column.name());
      boolean one = matching.size() == 1;
      fits &= !one || alike(matching.getFirst(), column, union, entry.get().name());
      String name = one ? matching.getFirst().name() : column.name();
      renamed |= !name.equals(column.name());
      items.add(new Named(name, new Expr.Column(column)));
    }
    Relation right = renamed ? new Relation.Project(other.relation(), items) : other.relation();
    var relation = new Relation.Union(state.relation(), right);
    boolean open = here.open() || other.rows().schema().open();
    if (!open && fits && state.whole()) {
      lacks(state.rows().place(), here, right.schema(), union);
      lacks("`" + entry.get().name() + "`", right.schema(), here, union);
    }
    var next = state.columns(relation, "the tables together", open, state.rows().unresolved());
    return fits && other.whole() ? next : next.broken();
  }

  /// Says which columns of one side the other does not have.
  private void lacks(String whose, Schema own, Schema others, Step.Union union) {
    var missing = new ArrayList<>(others.names());
    missing.removeAll(own.names());
    if (missing.isEmpty()) {
      return;
    }
    analysis
        .problems()
        .note(
            Code.UNION_COLUMNS,
            union.table().span(),
            "The rows of "
                + whose
                + " get NULL for what only the other side of UNION has: "
                + Analysis.first(missing)
                + ".");
  }

  private boolean alike(ColumnInfo here, ColumnInfo there, Step.Union union, String table) {
    if (here.type() == there.type()) {
      return true;
    }
    analysis
        .problems()
        .error(
            Code.WRONG_TYPE,
            union.table().span(),
            "`"
                + here.name()
                + "` is of type "
                + here.type()
                + " here and of type "
                + there.type()
                + " in `"
                + table
                + "`.",
            "DERIVE "
                + here.name()
                + " = "
                + there.type()
                + "("
                + here.name()
                + ") before the UNION makes them alike.");
    return false;
  }
}
