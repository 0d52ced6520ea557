package org.segql.plan.rewrite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.segql.catalog.ColumnInfo;
import org.segql.plan.ExprTree;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// Reads only the columns that something above asks for, and computes no others.
final class ProjectionIntoScan implements Rule {
  @Override
  public Relation apply(Relation relation) {
    return keep(relation, new LinkedHashSet<>(relation.schema().names()));
  }

  /// The relation with at least the columns asked for. Something that has rows keeps a column, so
  /// that they can be counted.
  static Relation keep(Relation relation, Set<String> asked) {
    return switch (relation) {
      case Relation.Scan r -> scan(r, asked);
      case Relation.Filter r ->
          new Relation.Filter(
              keep(r.input(), with(asked, ExprTree.columns(r.condition()))), r.condition());
      case Relation.Derive r -> derive(r, asked);
      case Relation.Project r -> project(r, asked);
      case Relation.Aggregate r -> aggregate(r, asked);
      case Relation.Join r -> join(r, asked);
      case Relation.Union r -> new Relation.Union(keep(r.input(), asked), keep(r.other(), asked));
      case Relation.Distinct r ->
          new Relation.Distinct(
              keep(
                  r.input(),
                  r.on().isEmpty()
                      ? new LinkedHashSet<>(r.input().schema().names())
                      : with(asked, r.on())),
              r.on());
      case Relation.Sort r -> {
        var more = new LinkedHashSet<>(asked);
        r.keys().forEach(k -> more.addAll(ExprTree.columns(k.value())));
        yield new Relation.Sort(keep(r.input(), more), r.keys());
      }
      case Relation.Limit r -> new Relation.Limit(keep(r.input(), asked), r.count());
    };
  }

  private static Set<String> with(Set<String> asked, Collection<String> more) {
    var all = new LinkedHashSet<>(asked);
    all.addAll(more);
    return all;
  }

  private static Relation scan(Relation.Scan r, Set<String> asked) {
    Set<String> all = with(asked, ExprTree.columns(r.filter()));
    List<ColumnInfo> columns = r.columns().stream().filter(c -> all.contains(c.name())).toList();
    if (columns.isEmpty() && !r.columns().isEmpty()) {
      columns = List.of(r.columns().getFirst());
    }
    return new Relation.Scan(r.table(), columns, r.filter());
  }

  private static Relation derive(Relation.Derive r, Set<String> asked) {
    var needed = new LinkedHashSet<>(asked);
    var items = new ArrayList<Named>();
    for (Named item : r.items().reversed()) {
      if (needed.remove(item.name())) {
        needed.addAll(ExprTree.columns(item.value()));
        items.addFirst(item);
      }
    }
    Relation input = keep(r.input(), needed);
    return items.isEmpty() ? input : new Relation.Derive(input, items);
  }

  private static Relation project(Relation.Project r, Set<String> asked) {
    List<Named> items = some(r.items(), asked);
    var needed = new LinkedHashSet<String>();
    items.forEach(i -> needed.addAll(ExprTree.columns(i.value())));
    return new Relation.Project(keep(r.input(), needed), items);
  }

  private static List<Named> some(List<Named> items, Set<String> asked) {
    List<Named> kept = items.stream().filter(i -> asked.contains(i.name())).toList();
    return kept.isEmpty() && !items.isEmpty() ? List.of(items.getFirst()) : kept;
  }

  private static Relation aggregate(Relation.Aggregate r, Set<String> asked) {
    List<Named> items =
        r.keys().isEmpty()
            ? some(r.items(), asked)
            : r.items().stream().filter(i -> asked.contains(i.name())).toList();
    var needed = new LinkedHashSet<String>();
    r.keys().forEach(k -> needed.addAll(ExprTree.columns(k.value())));
    items.forEach(i -> needed.addAll(ExprTree.columns(i.value())));
    return new Relation.Aggregate(keep(r.input(), needed), r.keys(), items, r.open());
  }

  private static Relation join(Relation.Join r, Set<String> asked) {
    var left = new LinkedHashSet<String>(asked);
    var right = new LinkedHashSet<String>();
    List<String> columns =
        r.rightColumns().stream()
            .filter(c -> asked.contains(r.renamed().getOrDefault(c, c)))
            .toList();
    right.addAll(columns);
    r.keys()
        .forEach(
            k -> {
              left.add(k.left());
              right.add(k.right());
            });
    return new Relation.Join(
        keep(r.left(), left),
        keep(r.right(), right),
        r.rightName(),
        r.keys(),
        r.outer(),
        columns,
        r.renamed());
  }
}
