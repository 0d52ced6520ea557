package org.segql.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Statement;
import org.segql.catalog.CatalogEntry;
import org.segql.chart.ChartDefinition;
import org.segql.chart.Charts;
import org.segql.chart.Fits;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Command;

/// PLOT: the charts, what they are drawn of, and their arguments.
final class Plots {
  private final Analysis analysis;
  private final Problems problems;

  Plots(Analysis analysis) {
    this.analysis = analysis;
    this.problems = analysis.problems();
  }

  @Nullable List<Command.Plot.Item> items(List<Statement.Plot.Item> written) {
    var items = new ArrayList<Command.Plot.Item>();
    for (Statement.Plot.Item item : written) {
      Command.Plot.Item resolved = item(item);
      if (resolved != null) {
        items.add(resolved);
      }
    }
    return items.size() == written.size() ? items : null;
  }

  private Command.Plot.@Nullable Item item(Statement.Plot.Item item) {
    Optional<CatalogEntry> entry = analysis.entry(item.object());
    Optional<ChartDefinition> chart = Charts.find(item.chart().name().text());
    if (chart.isEmpty()) {
      unknown(item, entry);
    }
    if (entry.isEmpty() || chart.isEmpty() || !fits(item, entry.get(), chart.get())) {
      return null;
    }
    var rows = Scope.Rows.of(entry.get().name(), entry.get().schema());
    var values =
        new ArgumentList(analysis, rows)
            .check(chart.get(), item.chart().arguments(), item.chart().span());
    return values == null
        ? null
        : new Command.Plot.Item(entry.get().name(), chart.get().text(), values);
  }

  private void unknown(Statement.Plot.Item item, Optional<CatalogEntry> entry) {
    String name = item.chart().name().text();
    var names =
        entry.map(this::fitting).orElseGet(() -> Charts.ALL).stream()
            .map(ChartDefinition::text)
            .toList();
    var hints = new ArrayList<String>();
    Suggestions.hint(name, Charts.ALL.stream().map(ChartDefinition::text).toList())
        .ifPresent(hints::add);
    if (hints.isEmpty()) {
      hints.add("Charts that fit are " + Suggestions.and(names) + ".");
    }
    problems.error(
        Code.UNKNOWN_CHART, item.chart().name().span(), "There is no chart `" + name + "`.", hints);
  }

  private List<ChartDefinition> fitting(CatalogEntry entry) {
    Set<Fits> kinds = kinds(entry);
    return Charts.ALL.stream().filter(c -> c.fits().stream().anyMatch(kinds::contains)).toList();
  }

  /// Whether a chart can be drawn of an object.
  static boolean fits(CatalogEntry entry, ChartDefinition chart) {
    return chart.fits().stream().anyMatch(kinds(entry)::contains);
  }

  private static Set<Fits> kinds(CatalogEntry entry) {
    return switch (entry.kind()) {
      case TABLE -> EnumSet.of(Fits.TABLE);
      case SEGMENTATION -> EnumSet.of(Fits.TABLE, Fits.SEGMENTATION, Fits.CHOICE, Fits.TARGETS);
      case BOARD -> EnumSet.of(Fits.TABLE, Fits.CHOICE);
      case MODEL -> EnumSet.noneOf(Fits.class);
    };
  }

  private boolean fits(Statement.Plot.Item item, CatalogEntry entry, ChartDefinition chart) {
    var fitting = fitting(entry);
    if (fitting.contains(chart)) {
      return true;
    }
    String shown = String.join(" or ", chart.fits().stream().sorted().map(Fits::text).toList());
    problems.error(
        Code.CHART_DOES_NOT_FIT,
        item.chart().name().span(),
        "The chart `"
            + chart.text()
            + "` shows "
            + shown
            + ", and `"
            + entry.name()
            + "` is a "
            + entry.kind().text()
            + ".",
        analysis.parts(entry).isPresent()
            ? analysis.parts(entry).get()
            : fitting.isEmpty()
                ? "No chart shows a " + entry.kind().text() + "."
                : "Charts that fit are "
                    + Suggestions.and(fitting.stream().map(ChartDefinition::text).toList())
                    + ".");
    return false;
  }
}
