package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
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

/// The parts of a whole.
public final class Pie {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "pie",
          "The parts of a whole: the share of rows, or of the sum of `y`, of each value of `x`."
              + " More than eight parts: the smallest become one.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          List.of(
              Parameter.required("x", new Kind.Column(), "The categories."),
              Parameter.optional(
                  "y",
                  new Kind.Column(Type.NUMBER),
                  null,
                  "A number that is summed; without it rows are counted."),
              Parameter.option(
                  "hole", new Kind.Number(0, 0.9), "0", "The part of the radius that stays empty."),
              Parameters.FACET),
          "PLOT customers AS pie(gender);");
  private static final int MOST = 8;

  private Pie() {}

  /// @param y null: rows are counted; negative values count as none
  public static Chart of(Column x, Column.@Nullable Number y, double hole) {
    Column.Text categories = x.asText();
    Map<String, Double> sums = new HashMap<>();
    for (int i = 0; i < categories.size(); i++) {
      String value = categories.values()[i];
      double amount = y == null ? 1 : y.values()[i];
      if (value != null && amount > 0) {
        sums.merge(value, amount, Double::sum);
      }
    }
    String title = y == null ? x.name() : y.name() + " by " + x.name();
    if (sums.isEmpty()) {
      return Chart.empty("pie", title, "nothing to divide.");
    }
    List<String> names = categories.distinct().stream().filter(sums::containsKey).toList();
    double[] values = names.stream().mapToDouble(n -> sums.getOrDefault(n, 0.0)).toArray();
    var order = categories.levels().isEmpty() ? Categories.Order.VALUE : Categories.Order.NONE;
    Categories shown = Categories.of(names, values, order, MOST, Double.POSITIVE_INFINITY);
    int missing = (int) Arrays.stream(categories.values()).filter(v -> v == null).count();
    return drawn("pie", title, shown.names(), shown.values(), tones(shown), hole)
        .noting(
            missing == 0
                ? ""
                : NumberText.count(missing, "row") + " without `" + x.name() + "` left out.");
  }

  static Chart drawn(
      String kind,
      String title,
      List<String> names,
      double[] values,
      List<Tone> tones,
      double hole) {
    double total = Arrays.stream(values).sum();
    String parts =
        IntStream.range(0, Math.min(4, names.size()))
            .mapToObj(i -> names.get(i) + " " + Numbers.percent(values[i] / total))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    String summary =
        "Pie of %s in %s: %s.".formatted(title, NumberText.count(names.size(), "part"), parts);
    return new Chart(
        kind,
        title,
        Axis.of(""),
        Axis.of(""),
        List.of(new Mark.Slices("", names, values, tones, hole)),
        Chart.Look.PLAIN.sized(640, 340).withoutAxes(),
        List.of(),
        summary);
  }

  private static List<Tone> tones(Categories shown) {
    List<Tone> tones = new ArrayList<>();
    IntStream.rangeClosed(1, shown.names().size()).forEach(i -> tones.add(Tone.series(i)));
    if (shown.others() > 0) {
      tones.set(tones.size() - 1, Tone.MUTED);
    }
    return tones;
  }
}
