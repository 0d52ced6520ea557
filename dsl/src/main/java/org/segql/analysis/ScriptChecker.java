package org.segql.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Statement;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.plan.Command;
import org.segql.plan.Location;
import org.segql.syntax.Parsed;
import org.segql.syntax.Parser;

/// Finds every error of a script before any of it runs: each statement is analysed against what the
/// statements before it will have made. One mistake gives one error: what a wrong statement would
/// have made is known by its name and nothing is said about its columns.
public final class ScriptChecker {
  private static final String NAME = "(`[^`\\n]+`|[\\p{L}_][\\p{L}\\p{Nd}_]*)";
  private static final List<Pattern> MAKES =
      List.of(
          Pattern.compile("(?i)\\bTABLE\\s+" + NAME + "\\s+AS\\b"),
          Pattern.compile("(?i)\\bLOAD\\s+(?:MODEL\\s+)?" + NAME + "\\s+FROM\\b"),
          Pattern.compile("(?i)\\bAS\\s+" + NAME + "\\s*(?:;|$)"));
  private static final Pattern DECLARES =
      Pattern.compile("(?i)\\bPARAM\\s+([\\p{L}_][\\p{L}\\p{Nd}_]*)");

  private final Catalog catalog;
  private final Origins origins;
  private final Sources sources;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> unresolvedParameters = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private long seed;

  private ScriptChecker(Context context) {
    this.catalog = context.catalog().copy();
    this.origins = context.origins().copy();
    this.sources = context.sources();
    this.seed = context.seed();
  }

  /// Everything that is wrong with a script or may be, its syntax included, in the order of the
  /// text. The context's catalog is left as it is.
  public static List<Diagnostic> check(Parsed parsed, Source source, Context context) {
    var checker = new ScriptChecker(context);
    checker.script(parsed, source, List.of(source.name()));
    return checker.found;
  }

  /// What will be known after a script, without looking at any file: what it loads is known by its
  /// name alone.
  static Catalog after(Parsed parsed, Source source, Context context) {
    return blind(parsed, source, context).catalog;
  }

  /// Everything that is wrong with a script as far as that shows without looking at any file.
  static List<Diagnostic> blindly(Parsed parsed, Source source, Context context) {
    return blind(parsed, source, context).found;
  }

  private static ScriptChecker blind(Parsed parsed, Source source, Context context) {
    var checker =
        new ScriptChecker(
            new Context(
                context.catalog(),
                context.origins(),
                Sources.NONE,
                null,
                context.seed(),
                Set.of()));
    checker.script(parsed, source, List.of(source.name()));
    return checker;
  }

  /// @param running the names of the scripts that run each other, outermost first
  private void script(Parsed parsed, Source source, List<String> running) {
    var diagnostics = new ArrayList<>(parsed.diagnostics());
    if (!parsed.isClean()) {
      guess(source.text());
    }
    int before = found.size();
    for (Statement statement : parsed.script().statements()) {
      statement(statement, source, running);
    }
    var own = new ArrayList<>(found.subList(before, found.size()));
    found.subList(before, found.size()).clear();
    diagnostics.addAll(own);
    diagnostics.sort(
        Comparator.comparingInt(
            d -> {
              Span span = d.span();
              return span == null || d.source() != source ? Integer.MAX_VALUE : span.start();
            }));
    found.addAll(diagnostics);
  }

  /// A statement that could not be parsed may make anything: all names that the text seems to make
  /// are taken for known until a statement says what they are.
  private void guess(String text) {
    for (Pattern pattern : MAKES) {
      var names = pattern.matcher(text);
      while (names.find()) {
        String name = names.group(1).replace("`", "");
        if (catalog.find(name).isEmpty()) {
          catalog.put(Made.unresolved(name, CatalogEntry.Kind.SEGMENTATION));
        }
      }
    }
    var parameters = DECLARES.matcher(text);
    while (parameters.find()) {
      unresolvedParameters.add(parameters.group(1));
    }
  }

  private void statement(Statement statement, Source source, List<String> running) {
    var context =
        new Context(catalog, origins, sources, null, seed, Set.copyOf(unresolvedParameters));
    Analyzed analyzed = new Analyzer(context, source).analyze(statement);
    found.addAll(analyzed.diagnostics());
    if (analyzed.hasErrors() && statement instanceof Statement.Parameter p) {
      unresolvedParameters.add(p.name().text());
    }
    analyzed
        .makes()
        .ifPresent(
            made -> {
              make(made, statement);
              analyzed
                  .origin()
                  .ifPresentOrElse(
                      o -> origins.put(made.name(), o), () -> origins.remove(made.name()));
            });
    analyzed.command().ifPresent(c -> effect(c, statement, source, running));
  }

  /// A file that is loaded again is taken to be what it was, until it is looked at.
  private void make(CatalogEntry made, Statement statement) {
    boolean again = statement instanceof Statement.Load && catalog.find(made.name()).isPresent();
    if (!again || sources != Sources.NONE) {
      catalog.put(made);
    }
  }

  private void effect(Command command, Statement statement, Source source, List<String> running) {
    switch (command) {
      case Command.SetOption set -> {
        if (set.option().equals("seed") && set.value() instanceof Double x) {
          seed = x.longValue();
        }
      }
      case Command.DeclareParameter p -> declare(p);
      case Command.Load load -> load(load, ((Statement.Load) statement).location().span(), source);
      case Command.LoadModel load ->
          load(load, ((Statement.LoadModel) statement).location().span(), source);
      case Command.Run run ->
          run(run, ((Statement.Run) statement).location().span(), source, running);
      case Command.Drop drop -> catalog.remove(drop.object());
      case Command.Export export -> written.add(export.location().text());
      case Command.SaveModel save -> written.add(save.location().text());
      case Command.Nothing _,
          Command.ShowCatalog _,
          Command.ShowTable _,
          Command.DescribeTable _,
          Command.DescribeSegmentation _,
          Command.DescribeDefinition _,
          Command.DeriveTable _,
          Command.Segment _,
          Command.Profile _,
          Command.CompareAlgorithms _,
          Command.CompareSegmentations _,
          Command.Plot _,
          Command.Require _,
          Command.Explain _,
          Command.Apply _ -> {}
    }
  }

  private void declare(Command.DeclareParameter p) {
    Object value = p.value().value();
    if (value != null) {
      catalog.parameter(
          p.name(), new Catalog.ParameterValue(p.value().type(), value, Catalog.Giver.PARAM));
    }
  }

  private void load(Command.Load load, Span place, Source source) {
    if (written.contains(load.location().text())) {
      return;
    }
    var description = asked(() -> sources.describe(load), place, source);
    if (description != null) {
      var shape = new Made.Shape(description.schema(), List.of());
      catalog.put(Made.entry(load.table(), CatalogEntry.Kind.TABLE, shape));
    }
  }

  private void load(Command.LoadModel load, Span place, Source source) {
    if (written.contains(load.location().text())) {
      return;
    }
    var description = asked(() -> sources.describe(load), place, source);
    if (description != null) {
      var shape = new Made.Shape(description.schema(), List.of());
      catalog.put(Made.entry(load.name(), CatalogEntry.Kind.MODEL, shape));
    }
  }

  private void run(Command.Run run, Span place, Source source, List<String> running) {
    if (written.contains(run.location().text())) {
      return;
    }
    Location location = run.location();
    Source script = asked(() -> sources.script(location), place, source);
    if (script == null) {
      return;
    }
    if (running.contains(script.name())) {
      var path = new ArrayList<>(running.subList(running.indexOf(script.name()), running.size()));
      path.add(script.name());
      found.add(
          Diagnostic.error(
                  Code.CYCLE,
                  "This script would run itself without end: " + String.join(" → ", path) + ".")
              .at(source, place));
      return;
    }
    var before = catalog.parameters();
    run.parameters()
        .forEach(
            (name, value) -> {
              Object x = value.value();
              if (x != null) {
                catalog.parameter(
                    name, new Catalog.ParameterValue(value.type(), x, Catalog.Giver.RUN));
              }
            });
    var deeper = new ArrayList<>(running);
    deeper.add(script.name());
    script(Parser.parse(script), script, deeper);
    catalog.parametersBecome(before);
  }

  /// What the world outside says, or null with its diagnostics said.
  private <T> @Nullable T asked(Supplier<T> question, Span place, Source source) {
    try {
      return question.get();
    } catch (SegqlException e) {
      e.diagnostics().forEach(d -> found.add(d.at(source, place)));
      return null;
    }
  }
}
