package org.segql.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;

/// The columns that expressions read.
public final class ExprColumns {
  private ExprColumns() {}

  public static List<ColumnInfo> of(List<Expr> expressions) {
    var found = new LinkedHashMap<String, ColumnInfo>();
    expressions.forEach(e -> collect(e, found));
    return List.copyOf(found.values());
  }

  /// What a segmentation needs to score new rows: the columns of WHERE, of the variables and of the
  /// rules.
  public static List<ColumnInfo> of(SegmentPlan plan) {
    var found = new LinkedHashMap<String, ColumnInfo>();
    collect(plan.where(), found);
    plan.variables().forEach(v -> collect(v.value(), found));
    plan.rules().forEach(r -> collect(r.condition(), found));
    return List.copyOf(found.values());
  }

  public static void collect(@Nullable Expr expr, Map<String, ColumnInfo> into) {
    if (expr instanceof Expr.Column e) {
      into.put(e.name(), e.column());
    } else if (expr != null) {
      ExprTree.children(expr).forEach(child -> collect(child, into));
    }
  }
}
