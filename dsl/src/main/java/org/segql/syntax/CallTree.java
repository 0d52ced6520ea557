package org.segql.syntax;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Argument;
import org.segql.ast.CallOf;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser.AlgorithmContext;
import org.segql.grammar.SegQLParser.ArgumentContext;
import org.segql.grammar.SegQLParser.ArgumentValueContext;
import org.segql.grammar.SegQLParser.ArgumentsContext;
import org.segql.grammar.SegQLParser.ChartContext;
import org.segql.grammar.SegQLParser.ColumnsValueContext;
import org.segql.grammar.SegQLParser.EmptyListContext;
import org.segql.grammar.SegQLParser.ListContext;
import org.segql.grammar.SegQLParser.ListEntryContext;
import org.segql.grammar.SegQLParser.ListOfOneContext;
import org.segql.grammar.SegQLParser.NamedArgumentContext;
import org.segql.grammar.SegQLParser.OtherwiseArgumentContext;
import org.segql.grammar.SegQLParser.PositionalArgumentContext;
import org.segql.grammar.SegQLParser.PreparationContext;
import org.segql.grammar.SegQLParser.RuleArgumentContext;
import org.segql.grammar.SegQLParser.ScalarValueContext;

/// Calls of what has parameters, and lists of options.
final class CallTree {
  private final NameTree names;
  private final LiteralTree literals;
  private final ExpressionTree expressions;

  CallTree(NameTree names, LiteralTree literals, ExpressionTree expressions) {
    this.names = names;
    this.literals = literals;
    this.expressions = expressions;
  }

  CallOf algorithm(AlgorithmContext context) {
    return call(context.name(), context.arguments(), Places.of(context));
  }

  CallOf chart(ChartContext context) {
    return call(context.name(), context.arguments(), Places.of(context));
  }

  CallOf preparation(PreparationContext context) {
    return call(context.clauseName(), context.arguments(), Places.of(context));
  }

  private CallOf call(ParserRuleContext name, @Nullable ArgumentsContext arguments, Span span) {
    Name called = names.name(name);
    return new CallOf(called, arguments == null ? List.of() : arguments(arguments), span);
  }

  List<Argument> arguments(ArgumentsContext context) {
    return context.argument().stream().map(this::argument).toList();
  }

  private Argument argument(ArgumentContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case NamedArgumentContext c ->
          new Argument.Named(names.name(c.optionName()), value(c.argumentValue()), span);
      case PositionalArgumentContext c -> new Argument.Positional(value(c.argumentValue()), span);
      case RuleArgumentContext c ->
          new Argument.Rule(
              literals.literal(c.literal()),
              Optional.of(expressions.expression(c.expression())),
              span);
      case OtherwiseArgumentContext c ->
          new Argument.Rule(literals.literal(c.literal()), Optional.empty(), span);
      default -> throw Places.unknown(context);
    };
  }

  Expression value(ArgumentValueContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case ColumnsValueContext c -> names.columnsLike(c.columnsLike());
      case ScalarValueContext c ->
          expressions.range(
              expressions.arithmetic(c.arithmetic(0)), Optional.ofNullable(c.arithmetic(1)), span);
      case EmptyListContext _ -> new Expression.ListOf(List.of(), span);
      case ListOfOneContext c -> new Expression.ListOf(List.of(entry(c.listEntry())), span);
      case ListContext c ->
          new Expression.ListOf(c.listEntry().stream().map(this::entry).toList(), span);
      default -> throw Places.unknown(context);
    };
  }

  private Expression entry(ListEntryContext context) {
    return expressions.range(
        expressions.expression(context.expression()),
        Optional.ofNullable(context.arithmetic()),
        Places.of(context));
  }
}
