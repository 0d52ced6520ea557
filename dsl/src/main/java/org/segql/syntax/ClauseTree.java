package org.segql.syntax;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Argument;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.ast.Statement;
import org.segql.ast.VariableItem;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser.ArgumentsContext;
import org.segql.grammar.SegQLParser.CompareAsContext;
import org.segql.grammar.SegQLParser.CompareIdContext;
import org.segql.grammar.SegQLParser.CompareSegmentationsContext;
import org.segql.grammar.SegQLParser.DescribeAsContext;
import org.segql.grammar.SegQLParser.DescribeByContext;
import org.segql.grammar.SegQLParser.DescribeContext;
import org.segql.grammar.SegQLParser.ExportContext;
import org.segql.grammar.SegQLParser.ExportOverwriteContext;
import org.segql.grammar.SegQLParser.ExportToContext;
import org.segql.grammar.SegQLParser.ExportWithContext;
import org.segql.grammar.SegQLParser.LoadContext;
import org.segql.grammar.SegQLParser.LoadFromContext;
import org.segql.grammar.SegQLParser.LoadQueryContext;
import org.segql.grammar.SegQLParser.LoadWithContext;
import org.segql.grammar.SegQLParser.LocationContext;
import org.segql.grammar.SegQLParser.PlotContext;
import org.segql.grammar.SegQLParser.PlotItemContext;
import org.segql.grammar.SegQLParser.PlotOverwriteContext;
import org.segql.grammar.SegQLParser.PlotTitleContext;
import org.segql.grammar.SegQLParser.PlotToContext;
import org.segql.grammar.SegQLParser.ProfileAgainstContext;
import org.segql.grammar.SegQLParser.ProfileAsContext;
import org.segql.grammar.SegQLParser.ProfileContext;
import org.segql.grammar.SegQLParser.ProfileOfContext;
import org.segql.grammar.SegQLParser.ProfileOnContext;
import org.segql.grammar.SegQLParser.RunContext;
import org.segql.grammar.SegQLParser.SaveModelContext;
import org.segql.grammar.SegQLParser.SaveOverwriteContext;
import org.segql.grammar.SegQLParser.SaveToContext;

/// The statements with a few clauses of their own.
final class ClauseTree {
  private final StatementTree tree;

  ClauseTree(StatementTree tree) {
    this.tree = tree;
  }

  Statement load(LoadContext context, Span span) {
    var once = new Once(tree.problems);
    LocationContext from = null;
    Optional<Expression> query = Optional.empty();
    List<Argument> options = List.of();
    for (var clause : context.loadClause()) {
      Span place = Places.of(clause.getStart());
      switch (clause) {
        case LoadFromContext c when once.first("FROM", place) -> from = c.location();
        case LoadQueryContext c when once.first("QUERY", place) ->
            query = Optional.of(tree.literals.literal(c.queryText().literal()));
        case LoadWithContext c when once.first("WITH", place) -> options = arguments(c.arguments());
        default -> {}
      }
    }
    return new Statement.Load(
        tree.names.name(context.newName()),
        tree.required(from, context, "FROM"),
        query,
        options,
        span);
  }

  Statement describe(DescribeContext context, Span span) {
    var once = new Once(tree.problems);
    Optional<Expression> by = Optional.empty();
    Optional<Name> as = Optional.empty();
    for (var clause : context.describeClause()) {
      Span place = Places.of(clause.getStart());
      switch (clause) {
        case DescribeByContext c when once.first("BY", place) ->
            by = Optional.of(tree.expressions.arithmetic(c.arithmetic()));
        case DescribeAsContext c when once.first("AS", place) ->
            as = Optional.of(tree.names.name(c.newName()));
        default -> {}
      }
    }
    return new Statement.Describe(tree.names.name(context.objectName()), by, as, span);
  }

  Statement export(ExportContext context, Span span) {
    var once = new Once(tree.problems);
    LocationContext to = null;
    List<Argument> options = List.of();
    for (var clause : context.exportClause()) {
      Span place = Places.of(clause.getStart());
      switch (clause) {
        case ExportToContext c when once.first("TO", place) -> to = c.location();
        case ExportWithContext c when once.first("WITH", place) ->
            options = arguments(c.arguments());
        case ExportOverwriteContext _ -> once.first("OVERWRITE", place);
        default -> {}
      }
    }
    return new Statement.Export(
        tree.names.name(context.tableName()),
        tree.required(to, context, "TO"),
        once.has("OVERWRITE"),
        options,
        span);
  }

  Statement compareSegmentations(CompareSegmentationsContext context, Span span) {
    var once = new Once(tree.problems);
    Optional<Name> id = Optional.empty();
    Optional<Name> as = Optional.empty();
    for (var clause : context.compareClause()) {
      Span place = Places.of(clause.getStart());
      switch (clause) {
        case CompareIdContext c when once.first("ID", place) ->
            id = Optional.of(tree.names.name(c.clauseColumn()));
        case CompareAsContext c when once.first("AS", place) ->
            as = Optional.of(tree.names.name(c.newName()));
        default -> {}
      }
    }
    return new Statement.CompareSegmentations(
        tree.names.name(context.segmentationName(0)),
        tree.names.name(context.segmentationName(1)),
        id,
        as,
        span);
  }

  Statement profile(ProfileContext context, Span span) {
    var once = new Once(tree.problems);
    List<VariableItem> on = List.of();
    Optional<Expression> of = Optional.empty();
    Optional<Expression> against = Optional.empty();
    Optional<Name> as = Optional.empty();
    for (var clause : context.profileClause()) {
      Span place = Places.of(clause.getStart());
      switch (clause) {
        case ProfileOnContext c when once.first("ON", place) ->
            on = tree.variables.variables(c.variable());
        case ProfileOfContext c when once.first("OF", place) ->
            of = Optional.of(tree.literals.literal(c.literal()));
        case ProfileAgainstContext c when once.first("AGAINST", place) ->
            against = Optional.of(tree.literals.literal(c.literal()));
        case ProfileAsContext c when once.first("AS", place) ->
            as = Optional.of(tree.names.name(c.newName()));
        default -> {}
      }
    }
    return new Statement.Profile(
        tree.names.name(context.segmentationName()), on, of, against, as, span);
  }

  Statement plot(PlotContext context, Span span) {
    var once = new Once(tree.problems);
    Optional<Expression> title = Optional.empty();
    Optional<Expression> to = Optional.empty();
    for (var clause : context.plotClause()) {
      Span place = Places.of(clause.getStart());
      switch (clause) {
        case PlotTitleContext c when once.first("TITLE", place) ->
            title = Optional.of(tree.literals.literal(c.literal()));
        case PlotToContext c when once.first("TO", place) ->
            to = Optional.of(tree.location(c.location()));
        case PlotOverwriteContext _ -> once.first("OVERWRITE", place);
        default -> {}
      }
    }
    List<Statement.Plot.Item> items = context.plotItem().stream().map(this::plotItem).toList();
    return new Statement.Plot(items, title, to, once.has("OVERWRITE"), span);
  }

  private Statement.Plot.Item plotItem(PlotItemContext context) {
    return new Statement.Plot.Item(
        tree.names.name(context.tableName()),
        tree.calls.chart(context.chart()),
        Places.of(context));
  }

  Statement saveModel(SaveModelContext context, Span span) {
    var once = new Once(tree.problems);
    LocationContext to = null;
    for (var clause : context.saveClause()) {
      Span place = Places.of(clause.getStart());
      switch (clause) {
        case SaveToContext c when once.first("TO", place) -> to = c.location();
        case SaveOverwriteContext _ -> once.first("OVERWRITE", place);
        default -> {}
      }
    }
    return new Statement.SaveModel(
        tree.names.name(context.segmentationName()),
        tree.required(to, context, "TO"),
        once.has("OVERWRITE"),
        span);
  }

  Statement run(RunContext context, Span span) {
    List<Argument> parameters =
        context.runClause() == null ? List.of() : arguments(context.runClause().arguments());
    return new Statement.Run(tree.location(context.location()), parameters, span);
  }

  private List<Argument> arguments(@Nullable ArgumentsContext context) {
    return context == null ? List.of() : tree.calls.arguments(context);
  }
}
