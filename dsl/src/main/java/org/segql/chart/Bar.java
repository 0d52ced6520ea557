package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;
import org.segql.measure.Quantiles;

/// A bar for each value of a column: how many rows have it, or a figure of another column over
/// them.
public final class Bar {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "bar",
          "A bar for each value of `x`: how many rows have it, or the mean, sum or median of `y`"
              + " over them.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          List.of(
              Parameter.required("x", new Kind.Column(), "The categories."),
              Parameter.optional(
                  "y",
                  new Kind.Column(Type.NUMBER),
                  null,
                  "A number; without it rows are counted."),
              Parameters.BY,
              Parameter.option(
                  "stat",
                  new Kind.Choice("mean", "sum", "median"),
                  "mean",
                  "What is taken of `y` over the rows of a category."),
              Parameters.SORT,
              Parameters.FACET),
          "PLOT customers AS bar(region, income);");

  /// What is taken of a number over the rows of a category.
  public enum Stat {
    MEAN,
    SUM,
    MEDIAN;

    double of(double[] values) {
      double[] sorted = Numbers.sorted(values);
      return sorted.length == 0
          ? Double.NaN
          : switch (this) {
            case MEAN -> Numbers.mean(sorted);
            case SUM -> Arrays.stream(sorted).sum();
            case MEDIAN -> Quantiles.ofSorted(sorted, 0.5);
          };
    }
  }

  private Bar() {}

  /// @param y null: rows are counted
  /// @param by null: one bar for each category
  /// @param sort `value`, `name` or `none`
  public static Chart of(
      Column x, Column.@Nullable Number y, @Nullable Column by, Stat stat, String sort) {
    Column.Text categories = x.asText();
    String title = title(x, y, by, stat);
    Map<String, int[]> rows = rows(categories);
    if (rows.isEmpty()) {
      return Chart.empty("bar", title, "`" + x.name() + "` has no values.");
    }
    List<String> names = categories.distinct();
    double[] values =
        names.stream().mapToDouble(n -> value(y, stat, rows.getOrDefault(n, new int[0]))).toArray();
    boolean ordered = !categories.levels().isEmpty();
    var order =
        ordered ? Categories.Order.NONE : Categories.Order.valueOf(sort.toUpperCase(Locale.ROOT));
    boolean summable = by == null && (y == null || stat == Stat.SUM);
    Categories shown =
        Categories.of(names, values, order, Categories.LIMIT, summable ? Categories.REST : 0);
    String label = y == null ? "rows" : label(y, stat, rows, x.size());
    int missing = x.size() - rows.values().stream().mapToInt(r -> r.length).sum();
    Chart chart =
        by == null
            ? single(title, x.name(), label, shown)
            : grouped(title, x.name(), label, shown, rows, Groups.by(by.asText()), y, stat);
    return chart
        .noting(
            missing == 0
                ? ""
                : NumberText.count(missing, "row") + " without `" + x.name() + "` left out.")
        .noting(shown.note());
  }

  /// One bar for each category, in one colour.
  static Chart single(String title, String category, String label, Categories shown) {
    double[] at = IntStream.range(0, shown.names().size()).asDoubleStream().toArray();
    List<String> labels = Arrays.stream(shown.values()).mapToObj(Numbers::tick).toList();
    boolean lying = Categories.lying(shown.names());
    var bars =
        new Mark.Bars(
            "",
            at,
            new double[at.length],
            shown.values(),
            filled(at.length, 0.72),
            lying,
            List.of(Tone.ACCENT),
            labels,
            hover(shown.names(), shown.values()));
    int top = argMax(shown.values());
    String summary =
        "Bar chart of %s for %s; largest %s (%s), smallest %s (%s)."
            .formatted(
                label,
                NumberText.count(shown.names().size(), "value") + " of " + category,
                shown.names().get(top),
                Numbers.text(shown.values()[top]),
                shown.names().get(argMin(shown.values())),
                Numbers.text(shown.values()[argMin(shown.values())]));
    return framed(
        "bar", title, category, label, shown.names(), List.of(bars), lying, 1, summary, false);
  }

  /// A chart with categories on one axis and numbers from 0 on the other.
  static Chart framed(
      String kind,
      String title,
      String category,
      String label,
      List<String> names,
      List<Mark> marks,
      boolean lying,
      int inEach,
      String summary,
      boolean legend) {
    Axis categories = Axis.categories(category, names);
    Axis numbers = Axis.of(label);
    var look =
        new Chart.Look(
            720, lying ? Categories.height(names.size(), inEach) : 440, legend, true, false);
    return lying
        ? new Chart(kind, title, numbers, categories.reverse(), marks, look, List.of(), summary)
        : new Chart(kind, title, categories, numbers, marks, look, List.of(), summary);
  }

  private static Chart grouped(
      String title,
      String category,
      String label,
      Categories shown,
      Map<String, int[]> rows,
      Groups groups,
      Column.@Nullable Number y,
      Stat stat) {
    int n = shown.names().size();
    boolean stacked = y == null;
    double width = stacked ? 0.72 : 0.8 / groups.count();
    boolean lying = Categories.lying(shown.names());
    double[] base = new double[n];
    List<Mark> marks = new ArrayList<>();
    for (int g = 0; g < groups.count(); g++) {
      double[] at = new double[n];
      double[] from = stacked ? base.clone() : new double[n];
      double[] to = new double[n];
      List<String> hover = new ArrayList<>();
      for (int c = 0; c < n; c++) {
        double value =
            value(y, stat, groups.rows(g, rows.getOrDefault(shown.names().get(c), new int[0])));
        at[c] = stacked ? c : c - 0.4 + width * (g + 0.5);
        to[c] = from[c] + value;
        base[c] += stacked ? value : 0;
        hover.add(shown.names().get(c) + ", " + groups.names().get(g) + ": " + Numbers.text(value));
      }
      marks.add(
          new Mark.Bars(
              groups.names().get(g),
              at,
              from,
              to,
              filled(n, width * 0.96),
              lying,
              List.of(groups.tones().get(g)),
              List.of(),
              hover));
    }
    String summary =
        "Bar chart of %s for %s, in %s."
            .formatted(
                label,
                NumberText.count(n, "value") + " of " + category,
                NumberText.count(groups.count(), "group"));
    return framed(
        "bar",
        title,
        category,
        label,
        shown.names(),
        marks,
        lying,
        stacked ? 1 : groups.count(),
        summary,
        true);
  }

  private static Map<String, int[]> rows(Column.Text categories) {
    Map<String, List<Integer>> lists = new HashMap<>();
    for (int i = 0; i < categories.size(); i++) {
      String value = categories.values()[i];
      if (value != null) {
        lists.computeIfAbsent(value, _ -> new ArrayList<>()).add(i);
      }
    }
    Map<String, int[]> rows = new HashMap<>();
    lists.forEach((k, v) -> rows.put(k, v.stream().mapToInt(Integer::intValue).toArray()));
    return rows;
  }

  private static double value(Column.@Nullable Number y, Stat stat, int[] rows) {
    return y == null ? rows.length : stat.of(y.rows(rows).values());
  }

  private static String label(Column.Number y, Stat stat, Map<String, int[]> rows, int size) {
    return rows.size() == size
        ? y.name()
        : stat.name().toLowerCase(Locale.ROOT) + " of " + y.name();
  }

  private static String title(Column x, Column.@Nullable Number y, @Nullable Column by, Stat stat) {
    String what = y == null ? x.name() : y.name() + " by " + x.name();
    return by == null ? what : what + " and " + by.name();
  }

  static double[] filled(int n, double value) {
    return Collections.nCopies(n, value).stream().mapToDouble(Double::doubleValue).toArray();
  }

  static List<String> hover(List<String> names, double[] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> names.get(i) + ": " + Numbers.text(values[i]))
        .toList();
  }

  static int argMax(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .max(
            Comparator.comparingDouble(
                i -> Double.isNaN(values[i]) ? Double.NEGATIVE_INFINITY : values[i]))
        .orElse(0);
  }

  static int argMin(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .min(
            Comparator.comparingDouble(
                i -> Double.isNaN(values[i]) ? Double.POSITIVE_INFINITY : values[i]))
        .orElse(0);
  }
}
