package org.segql.codegen;

import java.util.List;
import java.util.stream.Collectors;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.plan.Expr;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// Relations as statements, each of which makes a table of the one before it.
final class JavaRelation {
  private final Lines lines;
  private final Tables tables;

  JavaRelation(Lines lines, Tables tables) {
    this.lines = lines;
    this.tables = tables;
  }

  /// Writes what makes the relation.
  ///
  /// @return the variable that holds it
  String of(Relation relation) {
    return switch (relation) {
      case Relation.Scan r -> scan(r);
      case Relation.Filter r -> filter(of(r.input()), r.condition());
      case Relation.Derive r -> derive(r);
      case Relation.Project r -> project(r);
      case Relation.Aggregate r -> aggregate(r);
      case Relation.Join r -> join(r);
      case Relation.Union r -> step("union", "union(" + of(r.input()) + ", " + of(r.other()) + ")");
      case Relation.Distinct r -> distinct(r);
      case Relation.Sort r -> {
        String in = of(r.input());
        yield step("sorted", "sort(" + in + keys(rows(in), r.keys(), "Row") + ")");
      }
      case Relation.Limit r -> {
        String in = of(r.input());
        yield step(
            "first", in + ".first((int) Math.min(" + r.count() + "L, " + in + ".rowCount()))");
      }
    };
  }

  private JavaExpr rows(String table) {
    return new JavaExpr(Scope.rows(lines, table, tables));
  }

  /// `, List.of(new Key<Row>(r -> …, true))`.
  static String keys(JavaExpr expressions, List<Relation.SortExpr> keys, String of) {
    return keys.stream()
        .map(
            k ->
                "new Key<"
                    + of
                    + ">("
                    + expressions.scope().row()
                    + " -> "
                    + expressions.ordered(k.value(), k.value().levels())
                    + ", "
                    + k.descending()
                    + ")")
        .collect(Collectors.joining(", ", ", List.of(", ")"));
  }

  private String filter(String in, Expr condition) {
    return step("kept", "where(" + in + ", " + rows(in).predicate(condition) + ")");
  }

  private String scan(Relation.Scan r) {
    String table = tables.variable(r.table());
    String kept = r.filter() == null ? table : filter(table, r.filter());
    List<String> names = r.schema().names();
    return names.isEmpty() || names.equals(tables.columns(r.table()))
        ? kept
        : step("chosen", kept + ".selectColumns(" + JavaText.quoted(names) + ")");
  }

  private String derive(Relation.Derive r) {
    String in = of(r.input());
    String out =
        r.input() instanceof Relation.Scan s && s.filter() == null
            ? step("derived", in + ".copy()")
            : in;
    var names = new java.util.HashSet<>(r.input().schema().names());
    for (Named item : r.items()) {
      String column = computed(out, item);
      boolean exists = names.stream().anyMatch(item.name()::equalsIgnoreCase);
      lines.add(
          out
              + (exists
                  ? ".replaceColumn(" + JavaText.quoted(item.name()) + ", " + column + ");"
                  : ".addColumns(" + column + ");"));
      names.add(item.name());
    }
    return out;
  }

  private String computed(String table, Named item) {
    return "computed("
        + create(item.name(), item.value().type())
        + ", "
        + table
        + ", "
        + rows(table).lambda(item.value())
        + ")";
  }

  static String create(String name, Type type) {
    return JavaExpr.column(type) + ".create(" + JavaText.quoted(name) + ")";
  }

  /// A column of missing values.
  static String create(String name, Type type, String rows) {
    return JavaExpr.column(type) + ".create(" + JavaText.quoted(name) + ", " + rows + ")";
  }

  private String project(Relation.Project r) {
    String in = of(r.input());
    boolean plain = r.items().stream().allMatch(i -> same(i) && i.name().equals(column(i)));
    if (plain) {
      return step(
          "chosen",
          in
              + ".selectColumns("
              + JavaText.quoted(r.items().stream().map(Named::name).toList())
              + ")");
    }
    String columns =
        r.items().stream()
            .map(
                i ->
                    same(i)
                        ? in
                            + ".column("
                            + JavaText.quoted(column(i))
                            + ").copy().setName("
                            + JavaText.quoted(i.name())
                            + ")"
                        : computed(in, i))
            .collect(Collectors.joining(",\n        "));
    return step("chosen", "Table.create(\n        " + columns + ")");
  }

  private static boolean same(Named item) {
    return item.value() instanceof Expr.Column;
  }

  private static String column(Named item) {
    return ((Expr.Column) item.value()).name();
  }

  private String aggregate(Relation.Aggregate r) {
    String in = of(r.input());
    String group = lines.fresh("group");
    var rows = rows(in);
    var groups = new JavaExpr(rows.scope().groups(group));
    // Written first: what looks at the whole table must be computed before the loop.
    List<String> values =
        java.util.stream.Stream.concat(r.keys().stream(), r.items().stream())
            .map(i -> groups.of(i.value()).text())
            .toList();
    List<ColumnInfo> columns = r.schema().columns();
    String out =
        step(
            "groups",
            "Table.create("
                + columns.stream()
                    .map(c -> create(c.name(), c.type()))
                    .collect(Collectors.joining(", "))
                + ")");
    String all =
        r.keys().isEmpty()
            ? "List.of(" + in + ")"
            : "groups("
                + in
                + ", r -> Arrays.asList("
                + rows.list(r.keys().stream().map(Named::value).toList())
                + "))";
    lines.add("for (Table " + group + " : " + all + ") {");
    for (int i = 0; i < columns.size(); i++) {
      Type type = columns.get(i).type();
      lines.add(
          out
              + "."
              + accessor(type)
              + "("
              + JavaText.quoted(columns.get(i).name())
              + ").append("
              + (type == Type.NUMBER && values.get(i).startsWith("(double) ")
                  ? values.get(i).substring("(double) ".length())
                  : values.get(i))
              + ");");
    }
    lines.add("}");
    return out;
  }

  static String accessor(Type type) {
    return switch (type) {
      case NUMBER -> "doubleColumn";
      case TEXT -> "stringColumn";
      case BOOLEAN -> "booleanColumn";
      case DATE -> "dateColumn";
      case DATETIME -> "dateTimeColumn";
    };
  }

  private String join(Relation.Join r) {
    String left = of(r.left());
    String right = of(r.right());
    String columns =
        r.rightColumns().stream()
            .map(
                c ->
                    "{"
                        + JavaText.quoted(c)
                        + ", "
                        + JavaText.quoted(r.renamed().getOrDefault(c, c))
                        + "}")
            .collect(Collectors.joining(", ", "new String[][] {", "}"));
    return step(
        "joined",
        "join("
            + left
            + ", List.of("
            + JavaText.quoted(r.keys().stream().map(Relation.Join.Key::left).toList())
            + "), "
            + right
            + ", List.of("
            + JavaText.quoted(r.keys().stream().map(Relation.Join.Key::right).toList())
            + "), "
            + r.outer()
            + ",\n        "
            + columns
            + ")");
  }

  private String distinct(Relation.Distinct r) {
    String in = of(r.input());
    List<String> on = r.on().isEmpty() ? r.input().schema().names() : r.on();
    String seen = lines.variable("Set<List<Object>>", "seen", "new HashSet<>()");
    return step(
        "distinct",
        "where(" + in + ", r -> " + seen + ".add(key(r, " + JavaText.quoted(on) + ")))");
  }

  private String step(String wanted, String expression) {
    return lines.variable("Table", wanted, expression);
  }
}
