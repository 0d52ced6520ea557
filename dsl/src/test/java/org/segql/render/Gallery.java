package org.segql.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Bar;
import org.segql.chart.Chart;
import org.segql.chart.Column;
import org.segql.chart.Figure;
import org.segql.chart.Scatter;
import org.segql.chart.Segments;

/// One figure of every chart, and of the awkward cases: long names, many categories, nothing at
/// all.
final class Gallery {
  static final int ROWS = 600;
  static final Segments SEGMENTS = segments();
  static final Column.Number AGE = number("age", 40, 12, 11);
  static final Column.Number INCOME = number("income", 60_000, 15_000, 12);
  static final Column.Number VISITS = number("visits", 6, 2, 13);
  static final Column.Text REGION = text("region", List.of("north", "south", "east", "west"), 14);
  static final Column.Text GENDER = text("gender", List.of("Female", "Male"), 15);

  private Gallery() {}

  static Map<String, Figure> figures() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("bar", one(Bar.of(REGION, null, null, Bar.Stat.MEAN, "value")));
    all.put("bar-by", one(Bar.of(REGION, INCOME, GENDER, Bar.Stat.MEAN, "value")));
    all.put("bar-stacked", one(Bar.of(REGION, null, GENDER, Bar.Stat.MEAN, "value")));
    all.put("bar-40", one(Bar.of(many(40), null, null, Bar.Stat.MEAN, "value")));
    all.put(
        "bar-one",
        one(
            Bar.of(
                text("only", List.of("<b>one & only</b>"), 3),
                null,
                null,
                Bar.Stat.MEAN,
                "value")));
    all.put(
        "bar-empty",
        one(
            Bar.of(
                new Column.Text("gone", new @Nullable String[5]),
                null,
                null,
                Bar.Stat.MEAN,
                "value")));
    all.put("scatter", one(Scatter.of(AGE, INCOME, SEGMENTS, Scatter.Options.NONE)));
    all.put(
        "scatter-shade",
        one(Scatter.of(AGE, INCOME, null, new Scatter.Options(VISITS, VISITS, false, true))));
    return all;
  }

  static Figure one(Chart chart) {
    return new Figure(chart);
  }

  private static Segments segments() {
    int[] labels = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      labels[i] = i % 17 == 0 ? 0 : i % 3 == 0 ? 1 : i % 3 == 1 ? 2 : i % 2 == 0 ? 3 : 4;
    }
    return new Segments(
        labels,
        List.of(
            "High income, low visits",
            "Young savers",
            "Families",
            "Older, rarely here, and with a long name"));
  }

  static Column.Number number(String name, double mean, double sd, long seed) {
    var random = new Random(seed);
    double[] values = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double shift = SEGMENTS.labels()[i] * (seed % 2 == 0 ? 1 : -0.7);
      values[i] =
          i % 50 == 7
              ? Double.NaN
              : Math.max(mean / 50, mean + sd * (random.nextGaussian() * 0.6 + shift));
    }
    return new Column.Number(name, values);
  }

  static Column.Text text(String name, List<String> values, long seed) {
    var random = new Random(seed);
    @Nullable String[] texts = new @Nullable String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      texts[i] =
          i % 40 == 3
              ? null
              : values.get((int) (values.size() * Math.pow(random.nextDouble(), 1.6)));
    }
    return new Column.Text(name, texts);
  }

  static Column.Text many(int n) {
    return text(
        "product group",
        java.util.stream.IntStream.range(0, n)
            .mapToObj(i -> "Product group no. " + (char) ('A' + i % 26) + i)
            .toList(),
        5);
  }
}
