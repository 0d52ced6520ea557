package org.segql.plan.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segql.catalog.ColumnInfo;
import org.segql.plan.Expr;
import org.segql.plan.ExprTree;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// Moves conditions towards the scan, through all steps that neither make the columns they look at
/// nor depend on the rows they leave out; at the scan they become its filter.
final class FilterIntoScan implements Rule {
  @Override
  public Relation apply(Relation relation) {
    return push(relation, List.of());
  }

  /// The relation with conditions about its columns applied as deep as they go.
  private static Relation push(Relation relation, List<Expr> conditions) {
    return switch (relation) {
      case Relation.Scan r -> scan(r, conditions);
      case Relation.Filter r -> {
        var all = new ArrayList<>(conditions);
        // A condition that looks at other rows must see those that later ones leave out.
        if (ExprTree.overTable(r.condition())) {
          yield above(new Relation.Filter(push(r.input(), List.of()), r.condition()), conditions);
        }
        all.addAll(0, ExprTree.conjuncts(r.condition()));
        yield push(r.input(), all);
      }
      case Relation.Derive r -> derive(r, conditions);
      case Relation.Project r -> project(r, conditions);
      case Relation.Aggregate r -> aggregate(r, conditions);
      case Relation.Join r -> join(r, conditions);
      case Relation.Union r ->
          above(
              new Relation.Union(push(r.input(), List.of()), push(r.other(), List.of())),
              conditions);
      case Relation.Distinct r ->
          r.on().isEmpty()
              ? new Relation.Distinct(push(r.input(), conditions), r.on())
              : above(new Relation.Distinct(push(r.input(), List.of()), r.on()), conditions);
      case Relation.Sort r ->
          r.keys().stream().anyMatch(k -> ExprTree.overTable(k.value()))
              ? above(new Relation.Sort(push(r.input(), List.of()), r.keys()), conditions)
              : new Relation.Sort(push(r.input(), conditions), r.keys());
      case Relation.Limit r ->
          above(new Relation.Limit(push(r.input(), List.of()), r.count()), conditions);
    };
  }

  private static Relation above(Relation relation, List<Expr> conditions) {
    return conditions.isEmpty()
        ? relation
        : new Relation.Filter(relation, ExprTree.and(conditions));
  }

  private static Relation scan(Relation.Scan r, List<Expr> conditions) {
    if (conditions.isEmpty()) {
      return r;
    }
    var all = new ArrayList<>(conditions);
    Expr filter = r.filter();
    if (filter != null) {
      all.addAll(0, ExprTree.conjuncts(filter));
    }
    return new Relation.Scan(r.table(), r.columns(), ExprTree.and(all));
  }

  private static Relation derive(Relation.Derive r, List<Expr> conditions) {
    var made = new HashSet<String>();
    boolean overTable = false;
    for (Named item : r.items()) {
      made.add(item.name());
      overTable |= ExprTree.overTable(item.value());
    }
    var down = new ArrayList<Expr>();
    var here = new ArrayList<Expr>();
    for (Expr condition : conditions) {
      boolean free = !overTable && ExprTree.columns(condition).stream().noneMatch(made::contains);
      (free ? down : here).add(condition);
    }
    return above(new Relation.Derive(push(r.input(), down), r.items()), here);
  }

  /// Through a SELECT that hands the columns on, under their names below it.
  private static Relation project(Relation.Project r, List<Expr> conditions) {
    boolean overTable = r.items().stream().anyMatch(i -> ExprTree.overTable(i.value()));
    Map<String, Expr> plain = plain(r.items());
    var down = new ArrayList<Expr>();
    var here = new ArrayList<Expr>();
    for (Expr condition : conditions) {
      boolean free = !overTable && plain.keySet().containsAll(ExprTree.columns(condition));
      if (free) {
        down.add(renamed(condition, plain));
      } else {
        here.add(condition);
      }
    }
    return above(new Relation.Project(push(r.input(), down), r.items()), here);
  }

  private static Map<String, Expr> plain(List<Named> items) {
    var plain = new HashMap<String, Expr>();
    for (Named item : items) {
      if (item.value() instanceof Expr.Column) {
        plain.put(item.name(), item.value());
      }
    }
    return plain;
  }

  private static Expr renamed(Expr e, Map<String, Expr> names) {
    return e instanceof Expr.Column c
        ? names.getOrDefault(c.name(), c)
        : ExprTree.map(e, child -> renamed(child, names));
  }

  /// What is asked of plain keys can be asked of the rows.
  private static Relation aggregate(Relation.Aggregate r, List<Expr> conditions) {
    Map<String, Expr> keys = plain(r.keys());
    var down = new ArrayList<Expr>();
    var here = new ArrayList<Expr>();
    for (Expr condition : conditions) {
      Set<String> columns = ExprTree.columns(condition);
      if (!columns.isEmpty() && keys.keySet().containsAll(columns)) {
        down.add(renamed(condition, keys));
      } else {
        here.add(condition);
      }
    }
    return above(
        new Relation.Aggregate(push(r.input(), down), r.keys(), r.items(), r.open()), here);
  }

  private static Relation join(Relation.Join r, List<Expr> conditions) {
    Set<String> leftNames = new HashSet<>(r.left().schema().names());
    var rightNames = new HashMap<String, Expr>();
    Set<String> kept = new HashSet<>(r.rightColumns());
    for (ColumnInfo c : r.right().schema().columns()) {
      if (kept.contains(c.name())) {
        rightNames.put(r.renamed().getOrDefault(c.name(), c.name()), new Expr.Column(c));
      }
    }
    var left = new ArrayList<Expr>();
    var right = new ArrayList<Expr>();
    var here = new ArrayList<Expr>();
    for (Expr condition : conditions) {
      Set<String> columns = ExprTree.columns(condition);
      if (!columns.isEmpty() && leftNames.containsAll(columns)) {
        left.add(condition);
      } else if (!r.outer() && !columns.isEmpty() && rightNames.keySet().containsAll(columns)) {
        right.add(renamed(condition, rightNames));
      } else {
        here.add(condition);
      }
    }
    return above(
        new Relation.Join(
            push(r.left(), left),
            push(r.right(), right),
            r.rightName(),
            r.keys(),
            r.outer(),
            r.rightColumns(),
            r.renamed()),
        here);
  }
}
