package org.segql.syntax;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.ast.Statement;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.SegQLParser.ApplyAsContext;
import org.segql.grammar.SegQLParser.ApplyAsOfContext;
import org.segql.grammar.SegQLParser.ApplyContext;
import org.segql.grammar.SegQLParser.CompareAlgorithmsContext;
import org.segql.grammar.SegQLParser.CompareSegmentationsContext;
import org.segql.grammar.SegQLParser.DeriveTableContext;
import org.segql.grammar.SegQLParser.DescribeContext;
import org.segql.grammar.SegQLParser.DropContext;
import org.segql.grammar.SegQLParser.ExplainContext;
import org.segql.grammar.SegQLParser.ExportContext;
import org.segql.grammar.SegQLParser.LanguageContext;
import org.segql.grammar.SegQLParser.ListingContext;
import org.segql.grammar.SegQLParser.LoadContext;
import org.segql.grammar.SegQLParser.LoadModelContext;
import org.segql.grammar.SegQLParser.LocationContext;
import org.segql.grammar.SegQLParser.ParamContext;
import org.segql.grammar.SegQLParser.PlotContext;
import org.segql.grammar.SegQLParser.ProfileContext;
import org.segql.grammar.SegQLParser.RequireContext;
import org.segql.grammar.SegQLParser.RunContext;
import org.segql.grammar.SegQLParser.SaveModelContext;
import org.segql.grammar.SegQLParser.SegmentContext;
import org.segql.grammar.SegQLParser.SetOptionContext;
import org.segql.grammar.SegQLParser.ShowCatalogContext;
import org.segql.grammar.SegQLParser.ShowTableContext;
import org.segql.grammar.SegQLParser.StatementContext;

/// From ANTLR's tree to ours: one statement. What the grammar cannot say (each clause once, clauses
/// that must stand) is checked on the way.
final class StatementTree {
  final Problems problems;
  final NameTree names;
  final LiteralTree literals;
  final ExpressionTree expressions;
  final CallTree calls;
  final VariableTree variables;
  private final PipelineTree pipelines;
  private final ClauseTree clauses;
  private final SegmentChecks checks;

  StatementTree(Problems problems) {
    this.problems = problems;
    names = new NameTree(problems);
    literals = new LiteralTree(problems, names);
    expressions = new ExpressionTree(problems, names, literals);
    calls = new CallTree(names, literals, expressions);
    variables = new VariableTree(problems, names, expressions, calls);
    pipelines = new PipelineTree(problems, names, literals, expressions, variables);
    clauses = new ClauseTree(this);
    checks = new SegmentChecks(problems);
  }

  Statement statement(StatementContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case LanguageContext c -> new Statement.Language(literals.literal(c.literal()), span);
      case SetOptionContext c ->
          new Statement.SetOption(names.name(c.optionName()), calls.value(c.argumentValue()), span);
      case ParamContext c ->
          new Statement.Parameter(names.name(c.newName()), literals.literal(c.literal()), span);
      case LoadContext c -> clauses.load(c, span);
      case LoadModelContext c ->
          new Statement.LoadModel(names.name(c.newName()), location(c.location()), span);
      case ShowCatalogContext c -> new Statement.ShowCatalog(kind(c.listing()), span);
      case ShowTableContext c -> {
        PipelineTree.Dated dated = pipelines.pipeline(c.tableName(), c.step());
        yield new Statement.ShowTable(dated.pipeline(), dated.asOf(), span);
      }
      case DescribeContext c -> clauses.describe(c, span);
      case ExportContext c -> clauses.export(c, span);
      case DropContext c -> new Statement.Drop(names.name(c.tableName()), span);
      case DeriveTableContext c -> {
        PipelineTree.Dated dated = pipelines.pipeline(c.tableName(), c.step());
        yield new Statement.DeriveTable(
            names.name(c.newName()), dated.pipeline(), dated.asOf(), span);
      }
      case SegmentContext c -> segment(c, span);
      case CompareAlgorithmsContext c -> compare(c, span);
      case CompareSegmentationsContext c -> clauses.compareSegmentations(c, span);
      case ProfileContext c -> clauses.profile(c, span);
      case PlotContext c -> clauses.plot(c, span);
      case RequireContext c ->
          new Statement.Require(names.name(c.segmentationName()), variables.gates(c.gates()), span);
      case ExplainContext c -> explain(c, span);
      case SaveModelContext c -> clauses.saveModel(c, span);
      case ApplyContext c -> apply(c, span);
      case RunContext c -> clauses.run(c, span);
      default -> throw Places.unknown(context);
    };
  }

  private Statement segment(SegmentContext context, Span span) {
    var tree = new SegmentTree(problems, this);
    var gathered =
        tree.clauses(context.tableName(), context.likeClause(), context.segmentClause(), span);
    checks.segment(context, gathered);
    return new Statement.Segment(gathered, tree.as(), span);
  }

  private Statement compare(CompareAlgorithmsContext context, Span span) {
    var tree = new SegmentTree(problems, this);
    var gathered =
        tree.clauses(context.tableName(), context.likeClause(), context.segmentClause(), span);
    checks.compare(context, gathered);
    return new Statement.CompareAlgorithms(gathered, tree.as(), span);
  }

  private Statement explain(ExplainContext context, Span span) {
    if (context.statement() instanceof ExplainContext inner) {
      problems.add(
          Code.SYNTAX, Places.of(inner.getStart()), "EXPLAIN does not explain an EXPLAIN.");
    }
    return new Statement.Explain(context.JAVA() != null, statement(context.statement()), span);
  }

  private Statement apply(ApplyContext context, Span span) {
    var once = new Once(problems);
    Optional<Expression> asOf = Optional.empty();
    Optional<Name> as = Optional.empty();
    for (var clause : context.applyClause()) {
      Span place = Places.of(clause.getStart());
      switch (clause) {
        case ApplyAsOfContext c -> {
          if (once.first("AS OF", place)) {
            asOf = Optional.of(literals.literal(c.literal()));
          }
        }
        case ApplyAsContext c -> {
          if (once.first("AS", place)) {
            as = Optional.of(names.name(c.newName()));
          }
        }
        default -> throw Places.unknown(clause);
      }
    }
    return new Statement.Apply(
        names.name(context.modelName()), names.name(context.tableName()), asOf, as, span);
  }

  Expression location(LocationContext context) {
    return literals.literal(context.literal());
  }

  /// A location that must be written; where it is not, an error stands at the verb.
  Expression required(
      @Nullable LocationContext context, StatementContext statement, String clause) {
    if (context != null) {
      return location(context);
    }
    Span verb = Places.of(statement.getStart());
    String text = problems.quote(verb).toUpperCase(Locale.ROOT);
    problems.add(
        Code.MISSING_CLAUSE,
        verb,
        "This " + text + " does not say where " + (clause.equals("TO") ? "to." : "from."),
        "Add `" + clause + " 'path/of/the/file'`.");
    return new Expression.TextLiteral("", verb);
  }

  private static Statement.ShowCatalog.Kind kind(ListingContext context) {
    return switch (context.getStart().getType()) {
      case SegQLParser.TABLES -> Statement.ShowCatalog.Kind.TABLES;
      case SegQLParser.ALGORITHMS -> Statement.ShowCatalog.Kind.ALGORITHMS;
      case SegQLParser.CHARTS -> Statement.ShowCatalog.Kind.CHARTS;
      case SegQLParser.FUNCTIONS -> Statement.ShowCatalog.Kind.FUNCTIONS;
      case SegQLParser.SEGMENTATIONS -> Statement.ShowCatalog.Kind.SEGMENTATIONS;
      case SegQLParser.PARAMS -> Statement.ShowCatalog.Kind.PARAMS;
      default -> throw Places.unknown(context);
    };
  }
}
