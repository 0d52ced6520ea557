package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.ast.Pipeline;
import org.segql.ast.SelectItem;
import org.segql.ast.Step;
import org.segql.ast.VariableItem;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser.AggregateContext;
import org.segql.grammar.SegQLParser.AggregateStepContext;
import org.segql.grammar.SegQLParser.AggregatesContext;
import org.segql.grammar.SegQLParser.AsOfStepContext;
import org.segql.grammar.SegQLParser.DerivationContext;
import org.segql.grammar.SegQLParser.DeriveEachContext;
import org.segql.grammar.SegQLParser.DeriveOneContext;
import org.segql.grammar.SegQLParser.DeriveStepContext;
import org.segql.grammar.SegQLParser.DistinctBracketedContext;
import org.segql.grammar.SegQLParser.DistinctKeysContext;
import org.segql.grammar.SegQLParser.DistinctPlainContext;
import org.segql.grammar.SegQLParser.DistinctStepContext;
import org.segql.grammar.SegQLParser.GroupStepContext;
import org.segql.grammar.SegQLParser.JoinKeyContext;
import org.segql.grammar.SegQLParser.JoinStepContext;
import org.segql.grammar.SegQLParser.LimitStepContext;
import org.segql.grammar.SegQLParser.OrderStepContext;
import org.segql.grammar.SegQLParser.SelectAllContext;
import org.segql.grammar.SegQLParser.SelectColumnContext;
import org.segql.grammar.SegQLParser.SelectColumnsContext;
import org.segql.grammar.SegQLParser.SelectItemContext;
import org.segql.grammar.SegQLParser.SelectStepContext;
import org.segql.grammar.SegQLParser.StepContext;
import org.segql.grammar.SegQLParser.TableNameContext;
import org.segql.grammar.SegQLParser.UnionStepContext;
import org.segql.grammar.SegQLParser.WhereStepContext;

/// The steps of TABLE and SHOW.
final class PipelineTree {
  private final Problems problems;
  private final NameTree names;
  private final LiteralTree literals;
  private final ExpressionTree expressions;
  private final VariableTree variables;

  PipelineTree(
      Problems problems,
      NameTree names,
      LiteralTree literals,
      ExpressionTree expressions,
      VariableTree variables) {
    this.problems = problems;
    this.names = names;
    this.literals = literals;
    this.expressions = expressions;
    this.variables = variables;
  }

  /// A pipeline, and the AS OF that stood among its steps.
  record Dated(Pipeline pipeline, Optional<Expression> asOf) {}

  Dated pipeline(TableNameContext source, List<StepContext> contexts) {
    Name table = names.name(source);
    Span span = table.span();
    var steps = new ArrayList<Step>();
    Optional<Expression> asOf = Optional.empty();
    var once = new Once(problems);
    for (StepContext context : contexts) {
      span = span.to(Places.of(context));
      if (context instanceof AsOfStepContext c) {
        if (once.first("AS OF", Places.of(c))) {
          asOf = Optional.of(literals.literal(c.literal()));
        }
      } else {
        steps.add(step(context));
      }
    }
    return new Dated(new Pipeline(table, steps, span), asOf);
  }

  private Step step(StepContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case JoinStepContext c -> {
        List<Step.Join.Key> keys = c.joinKey().stream().map(this::joinKey).toList();
        yield new Step.Join(c.LEFT() != null, names.name(c.tableName()), keys, span);
      }
      case WhereStepContext c -> new Step.Where(expressions.expression(c.expression()), span);
      case DeriveStepContext c ->
          new Step.Derive(c.derivation().stream().map(this::derivation).toList(), span);
      case GroupStepContext c -> {
        List<VariableItem> keys = c.groupKey().stream().map(variables::key).toList();
        yield new Step.Aggregate(keys, aggregates(c.aggregates()), span);
      }
      case AggregateStepContext c ->
          new Step.Aggregate(List.of(), aggregates(c.aggregates()), span);
      case SelectStepContext c ->
          new Step.Select(c.selectItem().stream().map(this::selectItem).toList(), span);
      case DistinctStepContext c ->
          new Step.Distinct(
              c.distinctKeys() == null ? List.of() : distinctKeys(c.distinctKeys()), span);
      case UnionStepContext c -> new Step.Union(names.name(c.tableName()), span);
      case OrderStepContext c -> new Step.OrderBy(variables.sortKeys(c.sortKeys()), span);
      case LimitStepContext c -> new Step.Limit(literals.literal(c.literal()), span);
      default -> throw Places.unknown(context);
    };
  }

  private Step.Join.Key joinKey(JoinKeyContext context) {
    Expression.Reference left = names.reference(context.columnReference(0));
    Expression.Reference right =
        context.columnReference().size() == 1 ? left : names.reference(context.columnReference(1));
    return new Step.Join.Key(left, right, Places.of(context));
  }

  private Step.Derive.Item derivation(DerivationContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case DeriveOneContext c ->
          new Step.Derive.One(
              names.name(c.newName()), expressions.expression(c.expression()), span);
      case DeriveEachContext c ->
          new Step.Derive.Each(
              names.columnsLike(c.columnsLike()), expressions.expression(c.expression()), span);
      default -> throw Places.unknown(context);
    };
  }

  private List<Step.Aggregate.Item> aggregates(AggregatesContext context) {
    return context.aggregate().stream().map(this::aggregate).toList();
  }

  private Step.Aggregate.Item aggregate(AggregateContext context) {
    return new Step.Aggregate.Item(
        names.name(context.newName()),
        expressions.expression(context.expression()),
        Optional.ofNullable(context.arithmetic()).map(expressions::arithmetic),
        Places.of(context));
  }

  private SelectItem selectItem(SelectItemContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case SelectAllContext c ->
          new SelectItem.All(
              c.columnList() == null ? List.of() : names.names(c.columnList()), span);
      case SelectColumnsContext c -> names.columnsLike(c.columnsLike());
      case SelectColumnContext c ->
          new SelectItem.Column(
              expressions.expression(c.expression()),
              Optional.ofNullable(c.newName()).map(names::name),
              span);
      default -> throw Places.unknown(context);
    };
  }

  private List<Name> distinctKeys(DistinctKeysContext context) {
    return switch (context) {
      case DistinctBracketedContext c -> names.names(c.columnList());
      case DistinctPlainContext c -> names.names(c.columnName().stream());
      default -> throw Places.unknown(context);
    };
  }
}
