package org.segql.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.chart.Charts;
import org.segql.definition.Definition;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;
import org.segql.plan.ExprText;
import org.segql.syntax.CompletionSite;
import org.segql.syntax.CompletionSite.Called;
import org.segql.syntax.CompletionSite.Construct;
import org.segql.syntax.CompletionSite.Want;

/// What could be written at a site, the likeliest first.
final class Completions {
  private static final int MOST = 300;
  private static final int VALUES = 50;
  private static final Set<String> ABOUT_SEGMENTS = Set.of("TARGET", "REQUIRE", "EVERY", "NAME");
  private static final Set<String> ABOUT_GROUPS = Set.of("AGGREGATE");

  private final CompletionSite site;
  private final Catalog catalog;
  private final Lookup lookup;
  private final List<Completion> items = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  Completions(CompletionSite site, Catalog catalog, Lookup lookup) {
    this.site = site;
    this.catalog = catalog;
    this.lookup = lookup;
  }

  List<Completion> all() {
    if (site.inText()) {
      texts();
    } else {
      values();
      arguments();
      wants();
      keywords();
      if (site.prefix().startsWith("$") || site.wants(Construct.VALUE)) {
        parameters();
      }
    }
    String prefix = site.prefix().toLowerCase(Locale.ROOT);
    return items.stream()
        .filter(i -> rank(i, prefix) < 3)
        .sorted(Comparator.comparingInt(i -> rank(i, prefix)))
        .limit(MOST)
        .toList();
  }

  /// 0: begins so; 1: a later word of it begins so; 2: has it inside; 3: no match.
  private static int rank(Completion item, String prefix) {
    if (prefix.isEmpty()) {
      return 0;
    }
    String label = item.label().toLowerCase(Locale.ROOT);
    if (label.startsWith(prefix) || item.text().toLowerCase(Locale.ROOT).startsWith(prefix)) {
      return 0;
    }
    if (label.contains("_" + prefix) || label.contains(" " + prefix)) {
      return 1;
    }
    return prefix.length() > 1 && label.contains(prefix) ? 2 : 3;
  }

  private void add(
      String text, String label, Completion.Kind kind, String detail, String documentation) {
    if (seen.add(kind + text)) {
      items.add(new Completion(text, label, kind, detail, documentation, site.replaces()));
    }
  }

  private void wants() {
    boolean values = takesValuesOnly();
    boolean groups = site.wants().stream().anyMatch(w -> ABOUT_GROUPS.contains(w.clause()));
    Comparator<Want> order = Comparator.comparing(Want::construct);
    for (Want want : site.wants().stream().sorted(groups ? order.reversed() : order).toList()) {
      boolean expression =
          want.construct() == Construct.COLUMN || want.construct() == Construct.FUNCTION;
      if (!values || !expression) {
        want(want);
      }
    }
  }

  /// Whether the argument under the cursor is a number, a word or another call, so that columns and
  /// functions have no place there.
  private boolean takesValuesOnly() {
    if (site.call().isEmpty() || site.call().get().called() == Called.FUNCTION) {
      return false;
    }
    CompletionSite.Call call = site.call().get();
    if (call.called() == Called.OPTIONS) {
      return true;
    }
    Optional<Definition> d = definition(call);
    if (d.isEmpty() || d.get() == AlgorithmDefinition.RULES) {
      return false;
    }
    return d.flatMap(x -> parameter(x, call))
        .map(p -> !(p.kind() instanceof Kind.Expression || p.kind() instanceof Kind.Condition))
        .orElse(true);
  }

  private void want(Want want) {
    switch (want.construct()) {
      case TABLE -> entries(e -> e.kind() != CatalogEntry.Kind.MODEL);
      case SEGMENTATION -> entries(e -> e.kind() == CatalogEntry.Kind.SEGMENTATION);
      case MODEL ->
          entries(
              e ->
                  e.kind() == CatalogEntry.Kind.MODEL
                      || e.kind() == CatalogEntry.Kind.SEGMENTATION);
      case OBJECT -> {
        entries(_ -> true);
        Definitions.all().forEach(this::definition);
      }
      case COLUMN -> columns(want);
      case FUNCTION -> functions(want);
      case ALGORITHM ->
          Stream.of(AlgorithmDefinition.values()).forEach(d -> call(d, Completion.Kind.ALGORITHM));
      case CHART -> charts();
      case PREPARATION -> preparations(want.clause());
      case OPTION -> options();
      case FILE -> add("''", "'…'", Completion.Kind.FILE, "a path in quotes", "");
      case VALUE, NEW_NAME -> {}
    }
  }

  private void entries(Predicate<CatalogEntry> test) {
    for (CatalogEntry entry : catalog.entries()) {
      if (test.test(entry)) {
        Completion.Kind kind =
            switch (entry.kind()) {
              case TABLE, BOARD -> Completion.Kind.TABLE;
              case SEGMENTATION -> Completion.Kind.SEGMENTATION;
              case MODEL -> Completion.Kind.MODEL;
            };
        add(
            ExprText.name(entry.name()),
            entry.name(),
            kind,
            Documentation.size(entry),
            Documentation.of(entry));
      }
    }
  }

  private void definition(Definition d) {
    Completion.Kind kind =
        switch (d) {
          case AlgorithmDefinition _ -> Completion.Kind.ALGORITHM;
          case StatementDefinition _ -> Completion.Kind.STATEMENT;
          case ScalarFunction _, AggregateFunction _ -> Completion.Kind.FUNCTION;
          default -> Completion.Kind.CHART;
        };
    add(d.text(), d.text(), kind, d.signature(), Documentation.of(d));
  }

  private boolean insideAggregate() {
    return site.call()
        .filter(c -> c.called() == Called.FUNCTION)
        .flatMap(c -> AggregateFunction.find(c.name()))
        .isPresent();
  }

  private void columns(Want want) {
    boolean segments = ABOUT_SEGMENTS.contains(want.clause()) && !insideAggregate();
    if (segments) {
      facts(want.clause().equals("REQUIRE"));
      return;
    }
    for (String name : site.derived()) {
      add(ExprText.name(name), name, Completion.Kind.COLUMN, "made above", "");
    }
    for (CatalogEntry entry : tables()) {
      for (ColumnInfo column : entry.schema().columns()) {
        column(column, entry);
      }
    }
  }

  /// @param whole whether those about the whole, not those about each segment
  private void facts(boolean whole) {
    String about = whole ? "about the whole" : "about each segment";
    SegmentFacts.names(whole).forEach(name -> add(name, name, Completion.Kind.FACT, about, ""));
  }

  private void column(ColumnInfo column, CatalogEntry entry) {
    add(
        ExprText.name(column.name()),
        column.name(),
        Completion.Kind.COLUMN,
        column.type().name(),
        Documentation.of(column, entry.name()));
  }

  private List<CatalogEntry> tables() {
    return site.tables().stream().flatMap(t -> catalog.find(t).stream()).toList();
  }

  private void functions(Want want) {
    boolean many =
        (ABOUT_SEGMENTS.contains(want.clause()) || ABOUT_GROUPS.contains(want.clause()))
            && !insideAggregate();
    if (many) {
      Stream.of(AggregateFunction.values()).forEach(d -> call(d, Completion.Kind.FUNCTION));
    }
    ScalarFunction.callables().forEach(d -> call(d, Completion.Kind.FUNCTION));
  }

  private void call(Definition d, Completion.Kind kind) {
    String text =
        d.parameters().isEmpty() && kind == Completion.Kind.FUNCTION
            ? d.text() + "()"
            : d.text() + "(";
    add(text, d.text(), kind, d.signature(), Documentation.of(d));
  }

  private void charts() {
    Optional<CatalogEntry> object = tables().stream().findFirst();
    Charts.ALL.stream()
        .filter(c -> object.isEmpty() || Plots.fits(object.get(), c))
        .forEach(
            c ->
                add(
                    c.parameters().isEmpty() ? c.text() : c.text() + "(",
                    c.text(),
                    Completion.Kind.CHART,
                    c.signature(),
                    Documentation.of(c)));
  }

  private void preparations(String clause) {
    for (PreparationWord word : PreparationWord.values()) {
      if (word.clause().name().equals(clause)) {
        boolean required = word.parameters().stream().anyMatch(Parameter::required);
        add(
            word.text() + (required ? "(" : ""),
            word.text(),
            Completion.Kind.OPTION,
            word.clause().byDefault().equals(word.text()) ? "default" : "",
            Documentation.of(word));
      }
    }
  }

  /// The definition that a call around the cursor is of.
  static Optional<Definition> definition(CompletionSite.Call call) {
    String name = call.name();
    return switch (call.called()) {
      case ALGORITHM -> AlgorithmDefinition.find(name).map(Definition.class::cast);
      case CHART -> Charts.find(name).map(Definition.class::cast);
      case FUNCTION ->
          ScalarFunction.find(name)
              .map(Definition.class::cast)
              .or(() -> AggregateFunction.find(name).map(Definition.class::cast));
      case PREPARATION ->
          Stream.of(PreparationWord.values())
              .filter(w -> w.text().equalsIgnoreCase(name))
              .map(Definition.class::cast)
              .findFirst();
      case OPTIONS -> Optional.empty();
    };
  }

  private void options() {
    if (site.verb().equals("SET")) {
      SessionOptions.NAMES.forEach(n -> option(n, "", ""));
    }
    site.call().ifPresent(this::options);
  }

  private void options(CompletionSite.Call call) {
    if (call.called() == Called.OPTIONS) {
      listed(call);
      return;
    }
    definition(call)
        .ifPresent(
            d -> {
              List<Parameter> places = d.positional();
              for (Parameter p : d.parameters()) {
                int place = places.indexOf(p);
                boolean given = place >= 0 && place < call.argument();
                if (!given && !call.used().contains(p.name())) {
                  String otherwise =
                      p.defaultText() == null ? p.kind().text() : "default " + p.defaultText();
                  option(p.name(), otherwise, Documentation.of(p));
                }
              }
            });
  }

  private void option(String name, String detail, String documentation) {
    add(name + " = ", name, Completion.Kind.OPTION, detail, documentation);
  }

  private void listed(CompletionSite.Call call) {
    switch (call.name().toUpperCase(Locale.ROOT)) {
      case "LOAD", "EXPORT" -> {
        for (SourceOption o : SourceOption.all(call.name().equalsIgnoreCase("EXPORT"))) {
          if (!call.used().contains(o.text())) {
            option(o.text(), o.sample(), o.summary());
          }
        }
      }
      case "BY" -> {
        for (PreparationWord.Clause c : PreparationWord.Clause.values()) {
          if (!call.used().contains(c.option())) {
            option(c.option(), "default " + c.byDefault().toLowerCase(Locale.ROOT), "");
          }
        }
        if (!call.used().contains("weight")) {
          option("weight", "default 1", "How much the variable counts.");
        }
      }
      default -> {}
    }
  }

  /// What the parameter under the cursor takes.
  private void arguments() {
    site.call()
        .ifPresent(
            call -> {
              if (call.called() == Called.OPTIONS) {
                call.option().ifPresent(o -> listedValues(call.name(), o));
              } else {
                definition(call).flatMap(d -> parameter(d, call)).ifPresent(this::kind);
              }
            });
  }

  private void listedValues(String list, String option) {
    if (list.equalsIgnoreCase("BY")) {
      for (PreparationWord word : PreparationWord.values()) {
        if (word.clause().option().equalsIgnoreCase(option)) {
          String text = word.text().toLowerCase(Locale.ROOT);
          boolean required = word.parameters().stream().anyMatch(Parameter::required);
          add(
              required ? text + "(" : text,
              text,
              Completion.Kind.OPTION,
              "",
              Documentation.of(word));
        }
      }
      return;
    }
    SourceOption.find(option.toLowerCase(Locale.ROOT), false)
        .ifPresent(
            o -> {
              add(o.sample(), o.sample(), Completion.Kind.VALUE, "for example", o.summary());
              if (o.shape() == SourceOption.Shape.FLAG) {
                add("TRUE", "TRUE", Completion.Kind.VALUE, "", o.summary());
              }
            });
  }

  static Optional<Parameter> parameter(Definition d, CompletionSite.Call call) {
    if (call.option().isPresent()) {
      return d.parameter(call.option().get());
    }
    List<Parameter> places = d.positional();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    boolean beyond = call.argument() >= places.size();
    return beyond ? Optional.empty() : Optional.of(places.get(call.argument()));
  }

  private void kind(Parameter p) {
    switch (p.kind()) {
      case Kind.Choice choice ->
          choice
              .values()
              .forEach(
                  v ->
                      add(
                          v,
                          v,
                          Completion.Kind.VALUE,
                          v.equals(p.defaultText()) ? "default" : "",
                          p.summary()));
      case Kind.Column c -> columns(c.types());
      case Kind.Columns c -> columns(c.types());
      case Kind.Expression c -> columns(c.types());
      case Kind.Flag _ -> {
        add("TRUE", "TRUE", Completion.Kind.VALUE, "", p.summary());
        add("FALSE", "FALSE", Completion.Kind.VALUE, "", p.summary());
      }
      case Kind.K k -> {
        if (k.range()) {
          add("AUTO", "AUTO", Completion.Kind.VALUE, "2..10, by vote", p.summary());
          add("2..8", "2..8", Completion.Kind.VALUE, "by vote", p.summary());
        }
        add("5", "5", Completion.Kind.VALUE, "a number", p.summary());
      }
      case Kind.Number n -> {
        if (n.auto()) {
          add("AUTO", "AUTO", Completion.Kind.VALUE, "", p.summary());
        }
      }
      case Kind.Algorithm _, Kind.Algorithms _ ->
          Algorithms.names().forEach(n -> add(n, n, Completion.Kind.ALGORITHM, "", ""));
      case Kind.Condition _,
          Kind.Numbers _,
          Kind.Text _,
          Kind.Level _,
          Kind.Date _,
          Kind.Duration _ -> {}
    }
  }

  /// Columns of these types, before all others.
  private void columns(Set<Type> types) {
    for (CatalogEntry entry : tables()) {
      for (ColumnInfo column : entry.schema().columns()) {
        if (types.isEmpty() || types.contains(column.type())) {
          column(column, entry);
        }
      }
    }
  }

  private void keywords() {
    if (takesValuesOnly()) {
      return;
    }
    for (String keyword : site.keywords()) {
      Optional<StatementDefinition> statement =
          site.verb().isEmpty() ? StatementDefinition.find(keyword) : Optional.empty();
      if (statement.isPresent()) {
        StatementDefinition d = statement.get();
        add(keyword, keyword, Completion.Kind.STATEMENT, d.summary(), Documentation.of(d));
      } else {
        var help = ClauseHelp.find(keyword);
        add(
            keyword,
            keyword,
            Completion.Kind.KEYWORD,
            help.map(ClauseHelp::summary).orElse(""),
            help.map(ClauseHelp::markdown).orElse(""));
      }
    }
  }

  private void parameters() {
    catalog
        .parameters()
        .forEach(
            (name, value) ->
                add("$" + name, "$" + name, Completion.Kind.PARAMETER, value.type().name(), ""));
  }

  /// `region = |`: the values of the column, in quotes.
  private void values() {
    for (String value : compared()) {
      String text = "'" + value.replace("'", "''") + "'";
      add(text, text, Completion.Kind.VALUE, site.compared().orElse(""), "");
    }
  }

  private List<String> compared() {
    if (site.compared().isEmpty()) {
      return List.of();
    }
    for (CatalogEntry entry : tables()) {
      var columns = entry.schema().matching(site.compared().get());
      if (columns.size() == 1 && columns.getFirst().type() == Type.TEXT) {
        ColumnInfo column = columns.getFirst();
        return column.levels().isEmpty()
            ? lookup.values(entry.name(), column.name(), VALUES)
            : column.levels();
      }
    }
    return List.of();
  }

  private void texts() {
    if (site.wants(Construct.FILE)) {
      for (String path : lookup.files(site.prefix(), MOST)) {
        add(path.replace("'", "''"), path, Completion.Kind.FILE, "", "");
      }
      return;
    }
    for (String value : compared()) {
      add(value.replace("'", "''"), value, Completion.Kind.VALUE, site.compared().orElse(""), "");
    }
  }
}
