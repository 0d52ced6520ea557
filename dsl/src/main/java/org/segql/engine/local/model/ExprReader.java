package org.segql.engine.local.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression.Duration.Unit;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import tools.jackson.databind.JsonNode;

/// Expressions from a JSON tree. Functions are those of the language and no others.
final class ExprReader {
  private ExprReader() {}

  static Expr expr(JsonNode node) {
    if (node.has("column")) {
      return new Expr.Column(
          new ColumnInfo(Fields.text(node, "column"), type(node), Fields.texts(node, "levels")));
    }
    if (node.has("constant")) {
      Type type = type(node);
      return new Expr.Constant(type, constant(type, Fields.field(node, "constant")));
    }
    if (node.has("call")) {
      return new Expr.Call(
          Fields.one(ScalarFunction.class, Fields.text(node, "call")),
          Fields.list(node, "arguments", ExprReader::expr),
          type(node),
          Fields.texts(node, "levels"));
    }
    if (node.has("shift")) {
      return new Expr.Shift(
          expr(Fields.field(node, "date")),
          expr(Fields.field(node, "amount")),
          Fields.one(Unit.class, Fields.text(node, "shift")));
    }
    if (node.has("case")) {
      JsonNode otherwise = node.get("else");
      return new Expr.Case(
          Fields.list(
              node,
              "case",
              b ->
                  new Expr.Case.Branch(
                      expr(Fields.field(b, "when")), expr(Fields.field(b, "then")))),
          otherwise == null ? null : expr(otherwise),
          type(node));
    }
    if (node.has("in_table")) {
      return new Expr.InTable(
          expr(Fields.field(node, "value")),
          Fields.text(node, "in_table"),
          Fields.text(node, "in_column"));
    }
    throw new ModelReader.Malformed("an expression is of no known kind");
  }

  private static Type type(JsonNode node) {
    return Fields.one(Type.class, Fields.text(node, "type"));
  }

  private static @Nullable Object constant(Type type, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    try {
      return switch (type) {
        case NUMBER -> Fields.number(value, Double.NaN);
        case TEXT -> value.asString();
        case BOOLEAN -> value.asBoolean();
        case DATE -> LocalDate.parse(value.asString());
        case DATETIME -> LocalDateTime.parse(value.asString());
      };
    } catch (DateTimeException e) {
      throw new ModelReader.Malformed("'" + value.asString() + "' is no date");
    }
  }
}
