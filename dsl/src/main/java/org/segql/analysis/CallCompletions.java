package org.segql.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.chart.Charts;
import org.segql.definition.Definition;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;
import org.segql.syntax.CompletionSite;
import org.segql.syntax.CompletionSite.Called;

/// What could be written inside a call or a list of options.
final class CallCompletions {
  private final CompletionSite site;
  private final List<CatalogEntry> tables;
  private final Menu menu;

  /// @param tables those that the statement reads
  CallCompletions(CompletionSite site, List<CatalogEntry> tables, Menu menu) {
    this.site = site;
    this.tables = tables;
    this.menu = menu;
  }

  /// Whether the argument under the cursor is a number, a word or another call, so that columns and
  /// functions have no place there.
  boolean takesValuesOnly() {
    if (site.call().isEmpty() || site.call().get().called() == Called.FUNCTION) {
      return false;
    }
    CompletionSite.Call call = site.call().get();
    if (call.called() == Called.OPTIONS) {
      return true;
    }
    Optional<Definition> d = definition(call);
    if (d.isEmpty() || d.get() == AlgorithmDefinition.RULES) {
      return d.isPresent() && beginsRule();
    }
    return d.flatMap(x -> parameter(x, call))
        .map(p -> !(p.kind() instanceof Kind.Expression || p.kind() instanceof Kind.Condition))
        .orElse(true);
  }

  /// Whether a case of `rules(…)` begins here: a text, or OTHERWISE.
  boolean beginsRule() {
    return site.keywords().contains("OTHERWISE")
        && site.call().filter(c -> c.name().equalsIgnoreCase("rules")).isPresent();
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

  /// Names of parameters and options that are not given yet.
  void options() {
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
    menu.add(name + " = ", name, Completion.Kind.OPTION, detail, documentation);
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
  void arguments() {
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
          menu.add(
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
              menu.add(o.sample(), o.sample(), Completion.Kind.VALUE, "for example", o.summary());
              if (o.shape() == SourceOption.Shape.FLAG) {
                menu.add("TRUE", "TRUE", Completion.Kind.VALUE, "", o.summary());
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
    Parameter last = places.getLast();
    boolean beyond = call.argument() >= places.size();
    return !beyond
        ? Optional.of(places.get(call.argument()))
        : last.name().endsWith("…") ? Optional.of(last) : Optional.empty();
  }

  private void kind(Parameter p) {
    switch (p.kind()) {
      case Kind.Choice choice ->
          choice
              .values()
              .forEach(
                  v ->
                      menu.add(
                          v,
                          v,
                          Completion.Kind.VALUE,
                          v.equals(p.defaultText()) ? "default" : "",
                          p.summary()));
      case Kind.Column c -> columns(c.types());
      case Kind.Columns c -> columns(c.types());
      case Kind.Expression c -> columns(c.types());
      case Kind.Flag _ -> {
        menu.add("TRUE", "TRUE", Completion.Kind.VALUE, "", p.summary());
        menu.add("FALSE", "FALSE", Completion.Kind.VALUE, "", p.summary());
      }
      case Kind.K k -> {
        if (k.range()) {
          menu.add("AUTO", "AUTO", Completion.Kind.VALUE, "2..10, by vote", p.summary());
          menu.add("2..8", "2..8", Completion.Kind.VALUE, "by vote", p.summary());
        }
        menu.add("5", "5", Completion.Kind.VALUE, "a number", p.summary());
      }
      case Kind.Number n -> {
        if (n.auto()) {
          menu.add("AUTO", "AUTO", Completion.Kind.VALUE, "", p.summary());
        }
      }
      case Kind.Algorithm _, Kind.Algorithms _ ->
          Algorithms.names().forEach(n -> menu.add(n, n, Completion.Kind.ALGORITHM, "", ""));
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
    for (CatalogEntry entry : tables) {
      for (ColumnInfo column : entry.schema().columns()) {
        if (types.isEmpty() || types.contains(column.type())) {
          menu.column(column, entry);
        }
      }
    }
  }
}
