package org.segql.codegen;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.segql.plan.ExprColumns;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// Relations as statements, each of which makes a table of the one before it.
final class JavaRelation {
  private final Lines lines;

  JavaRelation(Lines lines) {
    this.lines = lines;
  }

  /// Writes what makes the relation.
  ///
  /// @return the variable that holds it
  String of(Relation relation) {
    return switch (relation) {
      case Relation.Scan r -> scan(r);
      case Relation.Filter r -> {
        String in = of(r.input());
        yield step("keep(" + in + ", " + JavaExpr.ofRows(in).lambda(r.condition()) + ")");
      }
      case Relation.Derive r -> derive(r);
      case Relation.Project r -> {
        String in = of(r.input());
        yield step("select(" + in + items(in, r.items()) + ")");
      }
      case Relation.Aggregate r -> aggregate(r);
      case Relation.Join r -> join(r);
      case Relation.Union r -> step("union(" + of(r.input()) + ", " + of(r.other()) + ")");
      case Relation.Distinct r ->
          step("distinct(" + of(r.input()) + ", List.of(" + JavaText.quoted(r.on()) + "))");
      case Relation.Sort r -> {
        String in = of(r.input());
        yield step("sort(" + in + keys(in, r.keys()) + ")");
      }
      case Relation.Limit r -> step("limit(" + of(r.input()) + ", " + r.count() + ")");
    };
  }

  static String keys(String table, List<Relation.SortExpr> keys) {
    return keys.stream()
        .map(
            k ->
                ", new Key("
                    + JavaExpr.ofRows(table).lambda(k.value())
                    + ", "
                    + k.descending()
                    + ")")
        .collect(Collectors.joining());
  }

  private String scan(Relation.Scan r) {
    String table = JavaText.identifier(r.table());
    String named =
        r.columns().isEmpty()
            ? table
            : step(table + ".selectColumns(" + JavaText.quoted(r.schema().names()) + ")");
    return r.filter() == null
        ? named
        : step(
            "keep("
                + table(r, table, named)
                + ", "
                + JavaExpr.ofRows(table(r, table, named)).lambda(r.filter())
                + ")");
  }

  /// A filter may look at columns that the scan does not give: then it is applied to the whole
  /// table.
  private static String table(Relation.Scan r, String whole, String chosen) {
    boolean seen =
        ExprColumns.of(List.of(Objects.requireNonNull(r.filter()))).stream()
            .allMatch(c -> r.schema().column(c.name()).isPresent());
    return seen ? chosen : whole;
  }

  private String derive(Relation.Derive r) {
    String in = of(r.input());
    for (Named item : r.items()) {
      in = step("with(" + in + ", " + item(in, item) + ")");
    }
    return in;
  }

  private static String items(String table, List<Named> items) {
    return items.stream().map(i -> ",\n        " + item(table, i)).collect(Collectors.joining());
  }

  private static String item(String table, Named item) {
    return "new Item("
        + JavaText.quoted(item.name())
        + ", "
        + JavaExpr.type(item.value().type())
        + ", "
        + JavaExpr.ofRows(table).lambda(item.value())
        + ")";
  }

  private String aggregate(Relation.Aggregate r) {
    String in = of(r.input());
    String keys = r.keys().stream().map(k -> item(in, k)).collect(Collectors.joining(", "));
    String items =
        r.items().stream()
            .map(
                i ->
                    "\n        new Summary("
                        + JavaText.quoted(i.name())
                        + ", "
                        + JavaExpr.type(i.value().type())
                        + ", rows -> "
                        + JavaExpr.ofGroups(in).of(i.value())
                        + ")")
            .collect(Collectors.joining(","));
    return step("aggregate(" + in + ", List.of(" + keys + "), List.of(" + items + "))");
  }

  private String join(Relation.Join r) {
    String left = of(r.left());
    String right = of(r.right());
    return step(
        "join("
            + left
            + ", "
            + right
            + ", new String[] {"
            + JavaText.quoted(r.keys().stream().map(Relation.Join.Key::left).toList())
            + "}, new String[] {"
            + JavaText.quoted(r.keys().stream().map(Relation.Join.Key::right).toList())
            + "}, "
            + r.outer()
            + ", new String[] {"
            + JavaText.quoted(r.rightColumns())
            + "}, new String[] {"
            + JavaText.quoted(
                r.rightColumns().stream().map(c -> r.renamed().getOrDefault(c, c)).toList())
            + "})");
  }

  private String step(String expression) {
    return lines.variable("Table", "t", expression);
  }
}
