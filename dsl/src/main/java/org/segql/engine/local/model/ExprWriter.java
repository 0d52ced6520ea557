package org.segql.engine.local.model;

import java.util.List;
import org.segql.plan.Expr;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An expression as a JSON tree, beside its text for people.
final class ExprWriter {
  private final JsonMapper json;

  ExprWriter(JsonMapper json) {
    this.json = json;
  }

  ObjectNode expr(Expr expr) {
    ObjectNode node = json.createObjectNode();
    switch (expr) {
      case Expr.Column e -> {
        node.put("column", e.name()).put("type", e.type().name());
        texts(node, e.levels());
      }
      case Expr.Constant e -> {
        node.put("type", e.type().name());
        switch (e.value()) {
          case null -> node.putNull("constant");
          case Double d -> node.put("constant", d);
          case Boolean b -> node.put("constant", b);
          case Object o -> node.put("constant", o.toString());
        }
      }
      case Expr.Call e -> {
        node.put("call", e.function().name()).put("type", e.type().name());
        texts(node, e.levels());
        list(node, "arguments", e.arguments());
      }
      case Expr.Shift e -> {
        node.put("shift", e.unit().name());
        node.set("date", expr(e.date()));
        node.set("amount", expr(e.amount()));
      }
      case Expr.Case e -> {
        node.put("type", e.type().name());
        ArrayNode branches = node.putArray("case");
        e.branches()
            .forEach(
                b -> {
                  ObjectNode one = branches.addObject();
                  one.set("when", expr(b.condition()));
                  one.set("then", expr(b.result()));
                });
        if (e.otherwise() != null) {
          node.set("else", expr(e.otherwise()));
        }
      }
      case Expr.InTable e -> {
        node.put("in_table", e.table()).put("in_column", e.column());
        node.set("value", expr(e.value()));
      }
      case Expr.Aggregate _, Expr.Fact _ ->
          throw new IllegalArgumentException("a model sees rows, not segments: " + expr);
    }
    return node;
  }

  private void list(ObjectNode node, String name, List<Expr> all) {
    ArrayNode array = node.putArray(name);
    all.forEach(a -> array.add(expr(a)));
  }

  private static void texts(ObjectNode node, List<String> levels) {
    if (!levels.isEmpty()) {
      ArrayNode array = node.putArray("levels");
      levels.forEach(array::add);
    }
  }
}
