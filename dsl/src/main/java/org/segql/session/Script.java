package org.segql.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.analysis.Analyzer;
import org.segql.analysis.Context;
import org.segql.analysis.PerValues;
import org.segql.analysis.ScriptChecker;
import org.segql.ast.Statement;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Severity;
import org.segql.diagnostic.Source;
import org.segql.engine.Outcome;
import org.segql.engine.Work;
import org.segql.plan.Command;
import org.segql.plan.Expr;
import org.segql.plan.Relation;
import org.segql.result.Result;
import org.segql.syntax.Parsed;
import org.segql.syntax.Parser;

/// Runs one script in a session: checks the whole, then analyses and executes one statement after
/// the other.
final class Script {
  private final Session session;
  private final Source source;
  private final Listener listener;
  private final ListenerProgress progress;
  private final SessionSources sources;
  private final List<Run.StatementResult> results = new ArrayList<>();
  private final List<String> running;

  /// @param running the scripts that run each other, outermost first: one that runs itself is an
  ///   error
  Script(
      Session session, Source source, Listener listener, List<String> running, boolean checkOnly) {
    this.session = session;
    this.source = source;
    this.listener = listener;
    this.progress = new ListenerProgress(listener);
    this.sources = new SessionSources(session.engine(), work(), checkOnly);
    this.running = running;
  }

  Run run() {
    Parsed parsed = Parser.parse(source);
    List<Diagnostic> found = check(parsed);
    List<Diagnostic> errors = errors(found);
    if (!errors.isEmpty()) {
      // A file is looked at before anything runs, and that can be stopped too.
      Optional<Diagnostic> stop =
          errors.stream().filter(e -> e.code() == Code.CANCELLED).findFirst();
      return stop.isPresent()
          ? new Run(Run.Status.CANCELLED, List.of(), List.of(stop.get()))
          : new Run(Run.Status.FAILED, List.of(), errors);
    }
    return statements(parsed.script().statements());
  }

  List<Diagnostic> check(Parsed parsed) {
    return ScriptChecker.check(parsed, source, context(null));
  }

  private Context context(@Nullable PerValues values) {
    return new Context(
        session.catalog(), session.origins(), sources, values, session.seed(), Set.of());
  }

  private Run statements(List<Statement> statements) {
    for (Statement statement : statements) {
      listener.begins(statement.span());
      try {
        List<Diagnostic> failures = statement(statement);
        if (!failures.isEmpty()) {
          return new Run(Run.Status.NOT_MET, results, placed(failures, statement));
        }
      } catch (SegqlException e) {
        List<Diagnostic> placed = placed(e.diagnostics(), statement);
        boolean stopped = placed.getFirst().code() == Code.CANCELLED;
        boolean gate = placed.getFirst().code() == Code.REQUIRE_NOT_MET;
        return new Run(
            stopped ? Run.Status.CANCELLED : gate ? Run.Status.NOT_MET : Run.Status.FAILED,
            results,
            placed);
      }
    }
    return new Run(Run.Status.DONE, results, List.of());
  }

  private List<Diagnostic> placed(List<Diagnostic> diagnostics, Statement statement) {
    return diagnostics.stream().map(d -> placed(d, statement)).toList();
  }

  private Diagnostic placed(Diagnostic d, Statement statement) {
    return d.source() != null
        ? d
        : d.span() != null
            ? new Diagnostic(
                d.severity(), d.code(), d.message(), source, d.span(), d.hints(), d.related())
            : d.at(source, statement.span());
  }

  private List<Diagnostic> statement(Statement statement) {
    var analyzed = new Analyzer(context(this::distinct), source).analyze(statement);
    List<Diagnostic> errors = errors(analyzed.diagnostics());
    if (!errors.isEmpty()) {
      throw new SegqlException(errors, null);
    }
    Command command =
        analyzed
            .command()
            .orElseThrow(() -> new IllegalStateException("no command for " + statement));
    Outcome outcome = execute(command, statement);
    var notes = new ArrayList<>(analyzed.diagnostics());
    for (CatalogEntry made : outcome.makes()) {
      var origin = Explanation.origin(command, made, session.catalog(), session.made());
      notes.addAll(keep(made));
      session.made().put(made.name(), origin);
      analyzed
          .origin()
          .ifPresentOrElse(
              o -> session.origins().put(made.name(), o.with(LikeClauses.of(o.clauses(), made))),
              () -> session.origins().remove(made.name()));
    }
    Result result = outcome.result().noting(List.of());
    Result whole =
        new Result(
            result.title(),
            result.name(),
            result.parts(),
            Stream.concat(notes.stream(), result.notes().stream())
                .distinct()
                .filter(d -> !session.silenced(d))
                .map(d -> d.span() != null && d.source() == null ? placed(d, statement) : d)
                .toList());
    if (!whole.parts().isEmpty() || !whole.notes().isEmpty()) {
      results.add(new Run.StatementResult(statement.span(), whole));
      listener.result(statement.span(), whole);
    }
    return outcome.failures();
  }

  /// Puts what was made into the catalog; says what it replaces and what is stale now.
  private List<Diagnostic> keep(CatalogEntry made) {
    var notes = new ArrayList<Diagnostic>();
    boolean exists =
        session.catalog().entries().stream().anyMatch(e -> e.name().equals(made.name()));
    List<String> stale = session.catalog().put(made);
    if (exists) {
      notes.add(
          Diagnostic.note(
              Code.REPLACED,
              "`"
                  + made.name()
                  + "` existed and is replaced"
                  + (stale.isEmpty()
                      ? "."
                      : "; made from the old one and stale now: "
                          + String.join(", ", stale)
                          + ".")));
    }
    return notes;
  }

  private List<Object> distinct(Expr value, Relation input, Relation.AsOf asOf) {
    return session.engine().distinct(value, input, asOf, PerValues.LIMIT + 1, work());
  }

  private Work work() {
    return new Work(session.catalog(), progress, session.threads(), session.secrets());
  }

  private Outcome execute(Command command, Statement statement) {
    return switch (command) {
      case Command.Nothing _ -> Outcome.of(new Result("", null, List.of(), List.of()));
      case Command.SetOption c -> {
        session.set(c.option(), c.value());
        yield Outcome.of(new Result("", null, List.of(), List.of()));
      }
      case Command.DeclareParameter c -> {
        session.declare(c);
        yield Outcome.of(new Result("", null, List.of(), List.of()));
      }
      case Command.ShowCatalog c -> Outcome.of(Listings.of(c.kind(), session.catalog()));
      case Command.DescribeDefinition c -> Outcome.of(Listings.of(c.definition()));
      case Command.Drop c -> drop(c);
      case Command.Explain c -> Outcome.of(Explanation.of(c, session.catalog(), session.made()));
      case Command.Run c -> inner(c, statement);
      case Command.Load _,
          Command.ShowTable _,
          Command.DescribeTable _,
          Command.DescribeSegmentation _,
          Command.Export _,
          Command.DeriveTable _,
          Command.Segment _,
          Command.Profile _,
          Command.CompareAlgorithms _,
          Command.CompareSegmentations _,
          Command.Plot _,
          Command.Require _,
          Command.SaveModel _,
          Command.LoadModel _,
          Command.Apply _ ->
          session.engine().execute(command, work());
    };
  }

  private Outcome drop(Command.Drop drop) {
    session.origins().remove(drop.object());
    List<String> stale = session.catalog().remove(drop.object());
    return Outcome.of(
        Result.text(
            "Dropped `"
                + drop.object()
                + "`"
                + (stale.isEmpty() ? "." : "; stale now: " + String.join(", ", stale) + ".")));
  }

  /// RUN: another script in this session, its parameters seen by it alone.
  private Outcome inner(Command.Run run, Statement statement) {
    Source other = sources.script(run.location());
    String key = other.folder() + "/" + other.name();
    if (running.contains(key)) {
      throw new SegqlException(
          Diagnostic.error(
              Code.CYCLE,
              "The scripts run each other in a circle: "
                  + String.join(" → ", running)
                  + " → "
                  + key
                  + "."));
    }
    Map<String, Catalog.ParameterValue> before = new HashMap<>(session.catalog().parameters());
    run.parameters()
        .forEach(
            (name, value) -> {
              Object x = value.value();
              if (x != null) {
                session
                    .catalog()
                    .parameter(
                        name, new Catalog.ParameterValue(value.type(), x, Catalog.Giver.RUN));
              }
            });
    var chain = new ArrayList<>(running);
    chain.add(key);
    Run done = new Script(session, other, listener, chain, false).run();
    session.catalog().parametersBecome(before);
    results.addAll(
        done.results().stream()
            .map(r -> new Run.StatementResult(statement.span(), r.result()))
            .toList());
    if (!done.ok()) {
      throw new SegqlException(done.errors(), null);
    }
    return Outcome.of(new Result("", null, List.of(), List.of()));
  }

  static List<Diagnostic> errors(List<Diagnostic> all) {
    return all.stream().filter(d -> d.severity() == Severity.ERROR).toList();
  }
}
