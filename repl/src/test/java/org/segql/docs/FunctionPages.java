package org.segql.docs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segql.catalog.Type;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;
import org.segql.function.Signature;
import org.segql.session.Options;
import org.segql.session.Session;

/// The page of functions and aggregates. Examples are computed when the page is made, of the first
/// customer where they name columns; so is what comes of NULL.
final class FunctionPages implements AutoCloseable {
  private static final Map<String, ScalarFunction> GROUPS =
      Map.of(
          "Numbers", ScalarFunction.ABS,
          "Choices", ScalarFunction.LEAST,
          "Texts", ScalarFunction.LOWER,
          "Dates", ScalarFunction.YEAR,
          "Over the table", ScalarFunction.NTILE,
          "Over columns", ScalarFunction.ROW_SUM,
          "Casts", ScalarFunction.TO_NUMBER);

  private static final Map<Type, String> NULLS =
      Map.of(
          Type.NUMBER, "n", Type.TEXT, "t", Type.BOOLEAN, "b", Type.DATE, "d", Type.DATETIME, "dt");

  private final Session session;

  FunctionPages() {
    session = Session.open(Options.DEFAULT.in(Page.ROOT));
    session
        .run(
            """
            LOAD customers FROM 'data/customers.csv';
            LOAD orders FROM 'data/orders.csv';
            TABLE first AS FROM customers LIMIT 1;
            TABLE nothing AS FROM first
              SELECT *, NULLIF(1, 1) AS n, NULLIF('a', 'a') AS t, NULLIF(TRUE, TRUE) AS b,
                     DATE(NULLIF('a', 'a')) AS d, DATETIME(NULLIF('a', 'a')) AS dt;
            """)
        .orThrow();
  }

  String page() {
    var aggregates =
        table(
            Stream.of(AggregateFunction.values())
                .map(f -> row(f.text(), f.types(), f.summary(), f.example(), ofRows(f), ""))
                .toList());
    var parts =
        GROUPS.keySet().stream()
            .collect(Collectors.toMap(g -> g.replace(' ', '-'), g -> table(scalars(g))));
    parts.put("Aggregates", aggregates);
    return Template.fill("functions.md", parts);
  }

  private List<List<String>> scalars(String group) {
    List<List<String>> rows = new ArrayList<>();
    for (ScalarFunction f : ScalarFunction.callables().toList()) {
      if (group(f).equals(group)) {
        String value = value("first", f.example()).orElse("");
        rows.add(row(f.text(), f.types(), f.summary(), f.example(), value, ofNull(f)));
      }
    }
    return rows;
  }

  private static String group(ScalarFunction f) {
    return GROUPS.entrySet().stream()
        .filter(g -> g.getValue().compareTo(f) <= 0)
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private static String table(List<List<String>> rows) {
    boolean nulls = rows.stream().anyMatch(r -> !r.getLast().isEmpty());
    var head = List.of("call", "gives", "example", "value", "of NULL");
    int columns = nulls ? 5 : 4;
    return new Markdown()
        .table(head.subList(0, columns), rows.stream().map(r -> r.subList(0, columns)).toList())
        .toString();
  }

  private static List<String> row(
      String name, Signature types, String summary, String example, String value, String ofNull) {
    String call =
        "<a id=\"" + name + "\"></a>" + Markdown.code(call(name, types)) + "<br>" + types(types);
    return List.of(
        call,
        Markdown.cell(summary),
        Markdown.code(example),
        Markdown.code(value),
        Markdown.code(ofNull));
  }

  private static String call(String name, Signature types) {
    List<String> arguments = new ArrayList<>();
    types.required().forEach(s -> arguments.add(slot(s)));
    String all = String.join(", ", arguments) + (types.repeats() ? ", …" : "");
    String more =
        types.optional().stream()
            .map(s -> (all.isEmpty() ? "[" : " [, ") + slot(s) + "]")
            .collect(Collectors.joining());
    return name + "(" + all + more + ")";
  }

  private static String types(Signature types) {
    return "→ " + slot(types.result());
  }

  private static String slot(Signature.Slot slot) {
    return switch (slot) {
      case Signature.OneOf one -> types(one.types());
      case Signature.TypeOf of -> of.argument() == 0 ? "type of the first" : "type of the second";
      case Signature.Same _ -> "same type";
    };
  }

  private static String types(Set<Type> types) {
    return types.size() == Type.values().length
        ? "any"
        : types.stream().sorted().map(Type::name).collect(Collectors.joining(" or "));
  }

  private String ofRows(AggregateFunction f) {
    return Stream.of("customers", "orders DERIVE amount = quantity * price")
        .map(table -> only("SHOW FROM " + table + " AGGREGATE x = " + f.example()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  /// What comes of NULL as the first argument, the others as in the example.
  private String ofNull(ScalarFunction f) {
    String example = f.example();
    int open = example.indexOf('(');
    List<String> arguments = arguments(example.substring(open + 1, example.length() - 1));
    if (arguments.isEmpty() || f.types().required().isEmpty() || example.contains("VALUE")) {
      return "";
    }
    Collection<String> columns =
        f.types().required().getFirst() instanceof Signature.OneOf one
            ? one.types().stream().sorted().map(NULLS::get).toList()
            : NULLS.values();
    for (String column : columns) {
      arguments.set(0, column);
      var value =
          value("nothing", example.substring(0, open) + "(" + String.join(", ", arguments) + ")");
      if (value.isPresent()) {
        return value.get();
      }
    }
    return "";
  }

  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      if (c == ',' && !quoted) {
        arguments.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    if (!text.isBlank()) {
      arguments.add(text.substring(from).strip());
    }
    return arguments;
  }

  private Optional<String> value(String table, String expression) {
    return only("SHOW FROM " + table + " SELECT " + expression + " AS x");
  }

  private Optional<String> only(String script) {
    var run = session.run(script + ";");
    return run.ok() ? run.last().map(result -> ReferenceCells.first(result)) : Optional.empty();
  }

  @Override
  public void close() {
    session.close();
  }
}
