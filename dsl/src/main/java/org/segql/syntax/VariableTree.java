package org.segql.syntax;

import java.util.List;
import java.util.Optional;
import org.segql.ast.Argument;
import org.segql.ast.Expression;
import org.segql.ast.Gate;
import org.segql.ast.Name;
import org.segql.ast.SortKey;
import org.segql.ast.VariableItem;
import org.segql.diagnostic.Code;
import org.segql.grammar.SegQLParser.GateContext;
import org.segql.grammar.SegQLParser.GatesContext;
import org.segql.grammar.SegQLParser.GroupColumnContext;
import org.segql.grammar.SegQLParser.GroupColumnsContext;
import org.segql.grammar.SegQLParser.GroupKeyContext;
import org.segql.grammar.SegQLParser.SortKeyContext;
import org.segql.grammar.SegQLParser.SortKeysContext;
import org.segql.grammar.SegQLParser.VariableColumnContext;
import org.segql.grammar.SegQLParser.VariableColumnsContext;
import org.segql.grammar.SegQLParser.VariableContext;

/// The lists that several clauses share: variables, keys, gates.
final class VariableTree {
  private final Problems problems;
  private final NameTree names;
  private final ExpressionTree expressions;
  private final CallTree calls;

  VariableTree(Problems problems, NameTree names, ExpressionTree expressions, CallTree calls) {
    this.problems = problems;
    this.names = names;
    this.expressions = expressions;
    this.calls = calls;
  }

  List<VariableItem> variables(List<VariableContext> contexts) {
    return contexts.stream().map(this::variable).toList();
  }

  private VariableItem variable(VariableContext context) {
    return switch (context) {
      case VariableColumnsContext c -> names.columnsLike(c.columnsLike());
      case VariableColumnContext c -> {
        Optional<Name> name = Optional.ofNullable(c.newName()).map(names::name);
        Expression value = expressions.arithmetic(c.arithmetic());
        List<Argument> with = c.arguments() == null ? List.of() : calls.arguments(c.arguments());
        yield new VariableItem.Variable(name, value, c.LOG() != null, with, Places.of(c));
      }
      default -> throw Places.unknown(context);
    };
  }

  VariableItem key(GroupKeyContext context) {
    return switch (context) {
      case GroupColumnsContext c -> names.columnsLike(c.columnsLike());
      case GroupColumnContext c ->
          new VariableItem.Variable(
              Optional.ofNullable(c.newName()).map(names::name),
              expressions.arithmetic(c.arithmetic()),
              false,
              List.of(),
              Places.of(c));
      default -> throw Places.unknown(context);
    };
  }

  List<SortKey> sortKeys(SortKeysContext context) {
    return context.sortKey().stream().map(this::sortKey).toList();
  }

  private SortKey sortKey(SortKeyContext context) {
    Expression value = expressions.expression(context.expression());
    return new SortKey(value, context.DESC() != null, Places.of(context));
  }

  List<Gate> gates(GatesContext context) {
    return context.gate().stream().map(this::gate).toList();
  }

  private Gate gate(GateContext context) {
    Expression condition = expressions.expression(context.expression());
    if (condition instanceof Expression.NumberLiteral) {
      problems
          .decimalComma(condition.span())
          .ifPresent(
              both ->
                  problems.add(
                      Code.BAD_NUMBER,
                      both,
                      "A comma separates two gates; decimals are written with a point.",
                      "Write `" + problems.quote(both).replace(',', '.') + "`."));
    }
    return new Gate(context.EVERY() != null, condition, Places.of(context));
  }
}
