package org.segql.analysis;

import java.util.Comparator;
import java.util.List;
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
import org.segql.chart.Fits;
import org.segql.definition.Definition;
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
  private static final int VALUES = 50;
  private static final Set<String> ABOUT_SEGMENTS = Set.of("TARGET", "REQUIRE", "EVERY", "NAME");
  private static final Set<String> ABOUT_GROUPS = Set.of("AGGREGATE");

  private final CompletionSite site;
  private final Catalog catalog;
  private final Lookup lookup;
  private final List<CatalogEntry> tables;
  private final CallCompletions calls;
  private final Menu menu;

  Completions(CompletionSite site, Catalog catalog, Lookup lookup) {
    this.site = site;
    this.catalog = catalog;
    this.lookup = lookup;
    this.tables = site.tables().stream().flatMap(t -> catalog.find(t).stream()).toList();
    this.menu = new Menu(site);
    this.calls = new CallCompletions(site, tables, menu);
  }

  List<Completion> all() {
    if (site.inText()) {
      texts();
    } else {
      values();
      calls.arguments();
      wants();
      keywords();
      if (site.prefix().startsWith("$") || site.wants(Construct.VALUE)) {
        parameters();
      }
    }
    return menu.ranked();
  }

  private void wants() {
    boolean values = calls.takesValuesOnly() || site.verb().equals("SET");
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

  private void want(Want want) {
    switch (want.construct()) {
      case TABLE -> entries(e -> e.kind() != CatalogEntry.Kind.MODEL);
      case SEGMENTATION -> entries(e -> isSegmentation(e, want));
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
      case OPTION -> calls.options();
      case FILE -> menu.add("''", "'…'", Completion.Kind.FILE, "a path in quotes", "");
      case VALUE, NEW_NAME -> {}
    }
  }

  /// `SEGMENT t LIKE` takes the winner of a comparison too.
  private boolean isSegmentation(CatalogEntry entry, Want want) {
    boolean like = site.verb().equals("SEGMENT") && want.clause().isEmpty();
    return entry.kind() == CatalogEntry.Kind.SEGMENTATION
        || (like && entry.kind() == CatalogEntry.Kind.BOARD);
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
        menu.add(
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
    menu.add(d.text(), d.text(), kind, d.signature(), Documentation.of(d));
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
      menu.add(ExprText.name(name), name, Completion.Kind.COLUMN, "made above", "");
    }
    for (CatalogEntry entry : tables) {
      for (ColumnInfo column : entry.schema().columns()) {
        menu.column(column, entry);
      }
    }
  }

  /// @param whole whether those about the whole, not those about each segment
  private void facts(boolean whole) {
    String about = whole ? "about the whole" : "about each segment";
    SegmentFacts.names(whole)
        .forEach(name -> menu.add(name, name, Completion.Kind.FACT, about, ""));
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
    menu.add(text, d.text(), kind, d.signature(), Documentation.of(d));
  }

  private void charts() {
    Optional<CatalogEntry> object = tables.stream().findFirst();
    boolean table = object.filter(o -> o.kind() == CatalogEntry.Kind.TABLE).isPresent();
    Charts.ALL.stream()
        .filter(c -> object.isEmpty() || Plots.fits(object.get(), c))
        .sorted(Comparator.comparing(c -> !table && c.fits().contains(Fits.TABLE)))
        .forEach(
            c ->
                menu.add(
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
        menu.add(
            word.text() + (required ? "(" : ""),
            word.text(),
            Completion.Kind.OPTION,
            word.clause().byDefault().equals(word.text()) ? "default" : "",
            Documentation.of(word));
      }
    }
  }

  private void keywords() {
    List<String> keywords =
        calls.beginsRule()
            ? List.of("OTHERWISE")
            : calls.takesValuesOnly() ? List.of() : site.keywords();
    for (String keyword : keywords) {
      Optional<StatementDefinition> statement =
          site.verb().isEmpty() ? StatementDefinition.find(keyword) : Optional.empty();
      if (statement.isPresent()) {
        StatementDefinition d = statement.get();
        menu.add(keyword, keyword, Completion.Kind.STATEMENT, d.summary(), Documentation.of(d));
      } else {
        var help = ClauseHelp.find(keyword);
        menu.add(
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
                menu.add(
                    "$" + name, "$" + name, Completion.Kind.PARAMETER, value.type().name(), ""));
  }

  /// `region = |`: the values of the column, in quotes.
  private void values() {
    for (String value : compared()) {
      String text = "'" + value.replace("'", "''") + "'";
      menu.add(text, text, Completion.Kind.VALUE, site.compared().orElse(""), "");
    }
  }

  private List<String> compared() {
    if (site.compared().isEmpty()) {
      return List.of();
    }
    if (site.verb().equals("SET")) {
      return SessionOptions.texts(site.compared().get());
    }
    for (CatalogEntry entry : tables) {
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
      for (String path : lookup.files(site.prefix(), Menu.MOST)) {
        menu.add(path.replace("'", "''"), path, Completion.Kind.FILE, "", "");
      }
      return;
    }
    for (String value : compared()) {
      menu.add(
          value.replace("'", "''"), value, Completion.Kind.VALUE, site.compared().orElse(""), "");
    }
  }
}
