package org.segql.plan.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.plan.Expr;
import org.segql.plan.ExprText;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// The operations of a relation, what is done last on top.
final class RelationTree {
  private static final int SHOWN = 8;

  private final RowEstimates rows;
  private final Function<String, Schema> schemas;

  RelationTree(RowEstimates rows, Function<String, Schema> schemas) {
    this.rows = rows;
    this.schemas = schemas;
  }

  RowEstimates rows() {
    return rows;
  }

  Tree of(Relation relation) {
    return switch (relation) {
      case Relation.Scan r -> new Tree(counted(scan(r), r));
      case Relation.Filter r ->
          new Tree(counted("keep where " + ExprText.of(r.condition()), r), of(r.input()));
      case Relation.Derive r -> new Tree("derive " + named(r.items()), of(r.input()));
      case Relation.Project r -> new Tree("select " + named(r.items()), of(r.input()));
      case Relation.Aggregate r -> new Tree(counted(aggregate(r), r), of(r.input()));
      case Relation.Join r -> new Tree(counted(join(r), r), of(r.left()), of(r.right()));
      case Relation.Union r -> new Tree(counted("union by name", r), of(r.input()), of(r.other()));
      case Relation.Distinct r ->
          new Tree(
              counted(
                  "first row of each " + (r.on().isEmpty() ? "distinct row" : names(r.on())), r),
              of(r.input()));
      case Relation.Sort r -> new Tree("sort by " + keys(r.keys()), of(r.input()));
      case Relation.Limit r -> new Tree("first " + r.count() + " rows", of(r.input()));
    };
  }

  /// A line with the rows to be expected of it.
  private String counted(String line, Relation relation) {
    String count = rows.of(relation).text();
    return count.isEmpty() ? line : line + ", " + count;
  }

  private String scan(Relation.Scan r) {
    int all = schemas.apply(r.table()).columns().size();
    var text = new StringBuilder("read ").append(ExprText.name(r.table())).append(": ");
    text.append(r.columns().size());
    if (all > r.columns().size()) {
      text.append(" of ").append(all);
    }
    text.append(r.columns().size() == 1 && all <= 1 ? " column (" : " columns (")
        .append(names(r.columns().stream().map(ColumnInfo::name).toList()))
        .append(')');
    Expr filter = r.filter();
    if (filter != null) {
      text.append(" where ").append(ExprText.of(filter));
    }
    return text.toString();
  }

  private static String aggregate(Relation.Aggregate r) {
    String items = named(r.items());
    return r.keys().isEmpty()
        ? "aggregate " + items
        : "group by " + named(r.keys()) + (r.items().isEmpty() ? "" : ": " + items);
  }

  private static String join(Relation.Join r) {
    String keys =
        r.keys().stream()
            .map(
                k ->
                    k.left().equals(k.right())
                        ? ExprText.name(k.left())
                        : ExprText.name(k.left()) + " = " + ExprText.name(k.right()))
            .collect(Collectors.joining(" and "));
    return (r.outer() ? "left join " : "join ") + ExprText.name(r.rightName()) + " on " + keys;
  }

  static String keys(List<Relation.SortExpr> keys) {
    return keys.stream()
        .map(k -> ExprText.of(k.value()) + (k.descending() ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  /// `age, basket = spend / visits`.
  static String named(List<Named> items) {
    var texts = new ArrayList<String>();
    for (Named item : items) {
      boolean plain = item.value() instanceof Expr.Column c && c.name().equals(item.name());
      texts.add(
          plain
              ? ExprText.name(item.name())
              : ExprText.name(item.name()) + " = " + ExprText.of(item.value()));
    }
    return some(texts);
  }

  static String names(List<String> names) {
    return some(names.stream().map(ExprText::name).toList());
  }

  /// The first of a long list.
  static String some(List<String> texts) {
    return texts.size() <= SHOWN + 1
        ? String.join(", ", texts)
        : String.join(", ", texts.subList(0, SHOWN)) + " and " + (texts.size() - SHOWN) + " more";
  }
}
