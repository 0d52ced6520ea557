package org.segql.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Argument;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.ast.Statement;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Command;
import org.segql.plan.Expr;
import org.segql.plan.Location;
import org.segql.plan.Named;
import org.segql.plan.Relation;
import org.segql.plan.rewrite.Rewriter;

/// Gives a statement its meaning: names, types and arguments resolved against what the session
/// knows. Never throws for what a script can get wrong. A statement is analysed alone; {@link
/// ScriptChecker} does so for a whole script before any of it runs.
public final class Analyzer {
  private final Context context;
  private final Source source;

  public Analyzer(Context context, Source source) {
    this.context = context;
    this.source = source;
  }

  public Analyzed analyze(Statement statement) {
    var work = new Work(new Analysis(context, source));
    Optional<Command> command = Optional.ofNullable(work.command(statement));
    return new Analyzed(
        work.analysis.problems().hasErrors() ? Optional.empty() : command.map(Rewriter::rewrite),
        work.analysis.problems().all(),
        Made.of(statement, work.shape, work.stacked()).map(work::unlessWrong),
        Optional.ofNullable(work.origin));
  }

  /// One statement. A null command is one that has errors or cannot be told yet.
  private static final class Work {
    final Analysis analysis;
    final Problems problems;
    @Nullable Origin origin;

    /// The columns of what is made; null where they cannot be told.
    Made.@Nullable Shape shape;

    Work(Analysis analysis) {
      this.analysis = analysis;
      this.problems = analysis.problems();
    }

    /// Whether a SEGMENT makes one segmentation for each value of a column.
    boolean stacked() {
      Origin known = origin;
      return known != null && known.clauses().per().isPresent();
    }

    CatalogEntry unlessWrong(CatalogEntry made) {
      return problems.hasErrors() ? Made.unresolved(made.name(), made.kind()) : made;
    }

    @Nullable Command command(Statement statement) {
      return switch (statement) {
        case Statement.Language s -> language(s);
        case Statement.SetOption s -> new SessionOptions(analysis).of(s);
        case Statement.Parameter s -> parameter(s);
        case Statement.Load s -> load(s);
        case Statement.ShowCatalog s -> new Command.ShowCatalog(s.kind());
        case Statement.ShowTable s -> show(s);
        case Statement.Describe s -> describe(s);
        case Statement.Export s -> export(s);
        case Statement.Drop s -> drop(s);
        case Statement.DeriveTable s -> derive(s);
        case Statement.Segment s -> segment(s);
        case Statement.Profile s -> profile(s);
        case Statement.CompareAlgorithms s -> compare(s);
        case Statement.CompareSegmentations s -> compare(s);
        case Statement.Plot s -> plot(s);
        case Statement.Require s -> require(s);
        case Statement.Explain s -> explain(s);
        case Statement.SaveModel s -> save(s);
        case Statement.LoadModel s -> loadModel(s);
        case Statement.Apply s -> apply(s);
        case Statement.Run s -> run(s);
      };
    }

    private @Nullable Command language(Statement.Language s) {
      Long version = analysis.whole(s.version(), "LANGUAGE", 1);
      if (version != null && version != 1) {
        problems.error(
            Code.WRONG_ARGUMENT,
            s.version().span(),
            "This SegQL knows version 1 of the language, and the script asks for " + version + ".");
      }
      return new Command.Nothing();
    }

    private @Nullable Command parameter(Statement.Parameter s) {
      Expr.Constant value = analysis.constant(s.value());
      if (value == null) {
        return null;
      }
      if (value.value() == null) {
        problems.error(
            Code.WRONG_ARGUMENT, s.value().span(), "A parameter has a value; NULL is none.");
        return null;
      }
      return new Command.DeclareParameter(s.name().text(), value);
    }

    private @Nullable Command load(Statement.Load s) {
      Location location = analysis.location(s.location());
      if (location == null) {
        return null;
      }
      String query = s.query().isEmpty() ? null : analysis.text(s.query().get(), "QUERY");
      if (s.query().isPresent() && !location.jdbc() && location.secret() == null) {
        problems.error(
            Code.MISPLACED_CLAUSE,
            s.query().get().span(),
            "QUERY is for databases, and this is a file.",
            "A JDBC URL begins with `jdbc:`; TABLE … AS FROM "
                + s.table().text()
                + " derives one table from another.");
      }
      var options = new SourceOptions(analysis).of(s.options(), location, false);
      return new Command.Load(s.table().text(), location, query, options);
    }

    private @Nullable Command show(Statement.ShowTable s) {
      var pipelines = new Pipelines(analysis, s.asOf());
      Pipelines.State state = pipelines.of(s.pipeline());
      Relation.AsOf asOf = pipelines.asOf(state == null ? null : state.relation());
      return state == null || !state.whole() ? null : new Command.ShowTable(state.relation(), asOf);
    }

    private @Nullable Command derive(Statement.DeriveTable s) {
      var pipelines = new Pipelines(analysis, s.asOf());
      Pipelines.State state = pipelines.of(s.pipeline());
      Relation.AsOf asOf = pipelines.asOf(state == null ? null : state.relation());
      if (state != null) {
        shape = new Made.Shape(state.rows().schema(), pipelines.names());
      }
      return state == null || !state.whole()
          ? null
          : new Command.DeriveTable(s.name().text(), state.relation(), asOf);
    }

    private @Nullable Command describe(Statement.Describe s) {
      var found = analysis.context().catalog().find(s.object().text());
      if (found.isEmpty()) {
        return definition(s);
      }
      CatalogEntry entry = found.get();
      Optional<String> as = s.as().map(Name::text);
      if (s.by().isEmpty() && entry.kind() != CatalogEntry.Kind.TABLE) {
        return new Command.DescribeSegmentation(entry.name(), as);
      }
      var state = new Pipelines(analysis).scan(entry);
      Expr by =
          s.by().isEmpty() ? null : new Expressions(analysis, state.rows()).value(s.by().get());
      return s.by().isPresent() && by == null
          ? null
          : new Command.DescribeTable(entry.name(), state.relation(), by, as);
    }

    private @Nullable Command definition(Statement.Describe s) {
      String name = s.object().text();
      var definition = Definitions.find(name);
      if (definition.isPresent() && s.by().isEmpty()) {
        return new Command.DescribeDefinition(definition.get());
      }
      if (definition.isPresent()) {
        analysis.table(s.object());
        return null;
      }
      var names = new ArrayList<>(Definitions.names());
      analysis.context().catalog().entries().forEach(e -> names.add(e.name()));
      var hints = new ArrayList<String>();
      Suggestions.hint(name, names).ifPresent(hints::add);
      if (hints.isEmpty()) {
        hints.add(
            "SHOW TABLES, SHOW ALGORITHMS, SHOW CHARTS and SHOW FUNCTIONS list what there is.");
      }
      problems.error(
          Code.UNKNOWN_NAME,
          s.object().span(),
          "`" + name + "` is no table, algorithm, function, chart or statement.",
          hints);
      return null;
    }

    private @Nullable Command export(Statement.Export s) {
      var entry = analysis.table(s.object());
      Location location = analysis.location(s.location());
      if (location == null) {
        return null;
      }
      var options = new SourceOptions(analysis).of(s.options(), location, true);
      return entry
          .map(e -> new Command.Export(e.name(), location, s.overwrite(), options))
          .orElse(null);
    }

    private @Nullable Command drop(Statement.Drop s) {
      return analysis.entry(s.object()).map(e -> new Command.Drop(e.name())).orElse(null);
    }

    private @Nullable Command segment(Statement.Segment s) {
      var planned = new Segments(analysis).of(s.clauses(), s.as(), "_segments");
      origin = planned.origin().orElse(null);
      var catalog = analysis.context().catalog();
      Name source = s.clauses().source();
      shape =
          planned
              .origin()
              .flatMap(o -> o.clauses().per())
              .map(per -> Made.stacked(catalog, source, per))
              .orElseGet(() -> Made.segmentation(catalog, source));
      return planned.plans().isEmpty() ? null : new Command.Segment(planned.plans().getFirst());
    }

    private @Nullable Command compare(Statement.CompareAlgorithms s) {
      var planned = new Segments(analysis).of(s.clauses(), s.as(), "_comparison");
      origin = planned.origin().orElse(null);
      return planned.plans().isEmpty()
          ? null
          : new Command.CompareAlgorithms(planned.plans(), planned.plans().getFirst().name());
    }

    private @Nullable Command compare(Statement.CompareSegmentations s) {
      var left = analysis.segmentation(s.left(), false);
      var right = analysis.segmentation(s.right(), false);
      if (left.isEmpty() || right.isEmpty()) {
        return null;
      }
      if (s.id().isPresent()) {
        column(left.get(), s.id().get());
        column(right.get(), s.id().get());
      }
      Optional<String> id =
          s.id()
              .map(n -> left.get().schema().matching(n.text()))
              .filter(m -> m.size() == 1)
              .map(m -> m.getFirst().name());
      return new Command.CompareSegmentations(
          left.get().name(), right.get().name(), id, s.as().map(Name::text));
    }

    private void column(CatalogEntry entry, Name name) {
      new Columns(problems, Scope.Rows.of(entry.name(), entry.schema())).find(name);
    }

    private @Nullable Command profile(Statement.Profile s) {
      var entry = analysis.segmentation(s.segmentation(), false);
      if (entry.isEmpty()) {
        return null;
      }
      var rows = Scope.Rows.of(entry.get().name(), entry.get().schema());
      List<Named> on = new Variables(analysis, rows).plain(s.on());
      Expr.Constant of = s.of().isEmpty() ? null : segment(s.of().get());
      Expr.Constant against = s.against().isEmpty() ? null : segment(s.against().get());
      if (against != null && of == null && s.of().isEmpty()) {
        problems.error(
            Code.MISSING_CLAUSE,
            s.against().orElseThrow().span(),
            "AGAINST needs OF: which segment is compared.",
            "For example: `PROFILE " + entry.get().name() + " OF 1 AGAINST 2`.");
      }
      return new Command.Profile(entry.get().name(), on, of, against, s.as().map(Name::text));
    }

    /// A segment's name or number.
    private Expr.@Nullable Constant segment(Expression e) {
      Expr.Constant constant = analysis.constant(e);
      boolean fits =
          constant == null
              || constant.value() instanceof String
              || constant.value() instanceof Double;
      if (!fits) {
        problems.error(
            Code.WRONG_ARGUMENT,
            e.span(),
            "A segment is given by its name in quotes or its number.");
      }
      return fits ? constant : null;
    }

    private @Nullable Command plot(Statement.Plot s) {
      var items = new Plots(analysis).items(s.items());
      String title = s.title().isEmpty() ? null : analysis.text(s.title().get(), "TITLE");
      Location file = s.location().isEmpty() ? null : analysis.location(s.location().get());
      return items == null ? null : new Command.Plot(items, title, file, s.overwrite());
    }

    private @Nullable Command require(Statement.Require s) {
      return analysis
          .segmentation(s.segmentation(), false)
          .map(e -> new Command.Require(e.name(), new Segments(analysis).gates(e, s.gates())))
          .orElse(null);
    }

    private @Nullable Command explain(Statement.Explain s) {
      boolean program =
          s.statement() instanceof Statement.Segment
              || s.statement() instanceof Statement.DeriveTable
              || s.statement() instanceof Statement.ShowTable;
      if (s.java() && !program) {
        problems.error(
            Code.MISPLACED_CLAUSE,
            s.span(),
            "EXPLAIN JAVA writes programs for SEGMENT, TABLE and SHOW.",
            "EXPLAIN without JAVA shows the plan of any statement.");
        return null;
      }
      Command command = command(s.statement());
      return command == null ? null : new Command.Explain(s.java(), command);
    }

    private @Nullable Command save(Statement.SaveModel s) {
      var entry = analysis.segmentation(s.segmentation(), true);
      Location location = analysis.location(s.location());
      return entry.isEmpty() || location == null
          ? null
          : new Command.SaveModel(entry.get().name(), location, s.overwrite());
    }

    private @Nullable Command loadModel(Statement.LoadModel s) {
      Location location = analysis.location(s.location());
      return location == null ? null : new Command.LoadModel(s.name().text(), location);
    }

    private @Nullable Command apply(Statement.Apply s) {
      var model = analysis.segmentation(s.model(), true);
      var table = analysis.table(s.table());
      Relation.AsOf asOf = new AsOfs(analysis).of(s.asOf(), List.of(), List.of());
      if (model.isEmpty() || table.isEmpty()) {
        return null;
      }
      var state = new Pipelines(analysis).scan(table.get());
      shape = Made.segmentation(analysis.context().catalog(), s.table());
      return new Command.Apply(
          model.get().name(), table.get().name(), state.relation(), asOf, s.as().map(Name::text));
    }

    private @Nullable Command run(Statement.Run s) {
      Location location = analysis.location(s.location());
      var parameters = new LinkedHashMap<String, Expr.Constant>();
      for (Argument argument : s.parameters()) {
        if (argument instanceof Argument.Named named) {
          Expr.Constant value = analysis.constant(named.value());
          if (value != null) {
            parameters.put(named.name().text(), value);
          }
        } else {
          problems.error(
              Code.WRONG_ARGUMENT,
              argument.span(),
              "The parameters of a script have names.",
              "For example: `WITH (country = 'UK')`.");
        }
      }
      return location == null ? null : new Command.Run(location, parameters);
    }
  }

  /// A name in small letters, as options are compared.
  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
