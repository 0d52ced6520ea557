package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;

/// How much of the whole the few largest make.
public final class Pareto {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "pareto",
          "How much of the whole the few largest make: of a category, bars and what they add up to;"
              + " of a number, the share of its sum that the largest rows hold.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          List.of(
              Parameter.required(
                  "x", new Kind.Column(), "A category, or the number whose sum is divided."),
              Parameter.optional(
                  "y",
                  new Kind.Column(Type.NUMBER),
                  null,
                  "With a category: the number that is summed; without it rows are counted.")),
          "PLOT customers AS pareto(spend);");

  private Pareto() {}

  /// Bars of the categories, largest first, and a line through their running total.
  ///
  /// @param y null: rows are counted
  public static Chart of(Column x, Column.@Nullable Number y) {
    Column.Text categories = x.asText();
    Map<String, Double> sums = new HashMap<>();
    for (int i = 0; i < categories.size(); i++) {
      String value = categories.values()[i];
      double amount = y == null ? 1 : y.values()[i];
      if (value != null && Double.isFinite(amount)) {
        sums.merge(value, amount, Double::sum);
      }
    }
    String title = (y == null ? "" : y.name() + " by ") + x.name() + ", largest first";
    double total = sums.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(total > 0)) {
      return Chart.empty("pareto", title, "nothing to add up.");
    }
    List<String> names = categories.distinct().stream().filter(sums::containsKey).toList();
    Categories shown =
        Categories.of(
            names,
            names.stream().mapToDouble(n -> sums.getOrDefault(n, 0.0)).toArray(),
            Categories.Order.VALUE,
            Categories.LIMIT,
            Categories.REST);
    int n = shown.names().size();
    double[] at = IntStream.range(0, n).asDoubleStream().toArray();
    double[] running = shown.values().clone();
    Arrays.parallelPrefix(running, Double::sum);
    List<String> hover =
        IntStream.range(0, n)
            .mapToObj(
                i -> shown.names().get(i) + " and larger: " + Numbers.percent(running[i] / total))
            .toList();
    int needed = needed(sums.values(), 0.8 * total);
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Bars(
            "",
            at,
            new double[n],
            shown.values(),
            Bar.filled(n, 0.72),
            false,
            List.of(Tone.ACCENT),
            List.of(),
            Bar.hover(shown.names(), shown.values())));
    marks.add(new Mark.Line("", at, running, Tone.Plain.STRONG, 2, false, true, hover));
    if (running[n - 1] >= 0.8 * total) {
      marks.add(new Mark.Rule("", 0.8 * total, false, Tone.MUTED, true, "80%"));
    }
    String summary =
        "Pareto chart of %s: %s make 80%% of %s; %s alone makes %s."
            .formatted(
                title,
                NumberText.count(needed, "category", "categories"),
                Numbers.text(total),
                shown.names().getFirst(),
                Numbers.percent(shown.values()[0] / total));
    return new Chart(
            "pareto",
            title,
            Axis.categories(x.name(), shown.names()),
            Axis.of(y == null ? "rows" : "sum of " + y.name()),
            marks,
            Chart.Look.PLAIN,
            List.of(),
            summary)
        .noting(
            shown.summed() || shown.others() == 0
                ? ""
                : shown.left()
                    + " with "
                    + Numbers.percent(1 - running[n - 1] / total)
                    + " of the whole are not shown.");
  }

  /// How many of the largest add up to a sum.
  private static int needed(Collection<Double> values, double sum) {
    double[] ascending = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double running = 0;
    int count = 0;
    while (count < ascending.length && running < sum) {
      running += ascending[ascending.length - ++count];
    }
    return count;
  }

  /// The share of the sum that the largest rows hold, along the share of rows.
  public static Chart concentration(Column.Number x) {
    double[] ascending =
        Arrays.stream(Numbers.sorted(x.values())).map(v -> Math.max(0, v)).toArray();
    double total = Arrays.stream(ascending).sum();
    String title = "Concentration of " + x.name();
    if (!(total > 0)) {
      return Chart.empty("pareto", title, "`" + x.name() + "` has no values above 0.");
    }
    int n = ascending.length;
    int points = Math.min(n, 200);
    double[] running = new double[n + 1];
    for (int i = 0; i < n; i++) {
      running[i + 1] = running[i] + ascending[n - 1 - i];
    }
    double[] rows =
        IntStream.rangeClosed(0, points)
            .mapToDouble(i -> 100.0 * Math.round((double) i * n / points) / n)
            .toArray();
    double[] held =
        Arrays.stream(rows)
            .map(r -> 100 * running[(int) Math.round(r / 100 * n)] / total)
            .toArray();
    double fifth = running[Math.max(1, (int) Math.round(0.2 * n))] / total;
    List<Mark> marks =
        List.of(
            new Mark.Line(
                "",
                new double[] {0, 100},
                new double[] {0, 100},
                Tone.MUTED,
                1.2,
                true,
                false,
                List.of()),
            new Mark.Line(
                "",
                rows,
                held,
                Tone.ACCENT,
                2.4,
                false,
                false,
                IntStream.range(0, rows.length)
                    .mapToObj(
                        i ->
                            "the largest "
                                + Numbers.percent(rows[i] / 100)
                                + " hold "
                                + Numbers.percent(held[i] / 100))
                    .toList()),
            new Mark.Rule(
                "", 20, true, Tone.Plain.STRONG, true, "20% of rows: " + Numbers.percent(fifth)));
    return new Chart(
        "pareto",
        title,
        Axis.of("% of rows, largest first").between(0, 100),
        Axis.of("% of " + x.name()).between(0, 102),
        marks,
        Chart.Look.PLAIN,
        List.of(),
        "The largest 20%% of rows hold %s of %s.".formatted(Numbers.percent(fifth), x.name()));
  }
}
