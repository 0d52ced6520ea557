package org.segql.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.segql.ast.Expression;
import org.segql.ast.SelectItem;
import org.segql.ast.Step;
import org.segql.catalog.ColumnInfo;
import org.segql.diagnostic.Code;
import org.segql.plan.Expr;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// SELECT: which columns, in which order, under which names. A column that is written out takes the
/// place of one of its name from `*`.
final class Selections {
  private final Analysis analysis;
  private final Problems problems;

  Selections(Analysis analysis) {
    this.analysis = analysis;
    this.problems = analysis.problems();
  }

  Pipelines.State of(Pipelines.State state, Step.Select select) {
    var items = new LinkedHashMap<String, Named>();
    var written = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    var unresolved = new LinkedHashSet<String>();
    boolean whole = state.whole();
    boolean open = false;
    for (SelectItem item : select.items()) {
      switch (item) {
        case SelectItem.All all -> {
          open |= state.rows().schema().open();
          unresolved.addAll(state.rows().unresolved());
          whole &= star(state.rows(), all, items);
        }
        case Expression.ColumnsLike like -> {
          open |= state.rows().schema().open();
          whole &= like(state.rows(), like, items);
        }
        case SelectItem.Column column ->
            whole &= column(state.rows(), column, items, written, unresolved);
      }
    }
    var relation = new Relation.Project(state.relation(), new ArrayList<>(items.values()));
    var next = state.columns(relation, "the table at this step", open, unresolved);
    return whole ? next : next.broken();
  }

  private boolean star(Scope.Rows rows, SelectItem.All all, Map<String, Named> items) {
    var except = new Columns(problems, rows).all(all.except());
    for (ColumnInfo column : rows.schema().columns()) {
      if (!except.contains(column)) {
        items.putIfAbsent(column.name(), new Named(column.name(), new Expr.Column(column)));
      }
    }
    return except.size() == all.except().size();
  }

  private boolean like(Scope.Rows rows, Expression.ColumnsLike like, Map<String, Named> items) {
    var columns = new Columns(problems, rows).like(like);
    if (columns == null) {
      return false;
    }
    columns.forEach(c -> items.putIfAbsent(c.name(), new Named(c.name(), new Expr.Column(c))));
    return true;
  }

  private boolean column(
      Scope.Rows rows,
      SelectItem.Column column,
      Map<String, Named> items,
      Set<String> written,
      Set<String> unresolved) {
    Expr value = new Expressions(analysis, rows).value(column.value());
    if (value == null) {
      column.alias().ifPresent(a -> unresolved.add(a.text()));
      if (column.alias().isEmpty() && column.value().bare() instanceof Expression.Reference r) {
        unresolved.add(r.name().text());
      }
      return false;
    }
    String name =
        column
            .alias()
            .map(a -> a.text())
            .orElseGet(() -> Pipelines.name(analysis, column.value(), value));
    if (!written.add(name)) {
      problems.error(
          Code.DUPLICATE_NAME,
          column.span(),
          "Two columns of this SELECT would be called `" + name + "`.",
          "Give one of them another name: `… AS name`.");
      return false;
    }
    items.keySet().removeIf(before -> before.equalsIgnoreCase(name) && !before.equals(name));
    items.put(name, new Named(name, value));
    return true;
  }
}
