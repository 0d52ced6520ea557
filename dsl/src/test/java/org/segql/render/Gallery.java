package org.segql.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Bar;
import org.segql.chart.Box;
import org.segql.chart.Boxes;
import org.segql.chart.Chart;
import org.segql.chart.Choice;
import org.segql.chart.Column;
import org.segql.chart.Correlation;
import org.segql.chart.DecisionTree;
import org.segql.chart.Dendrogram;
import org.segql.chart.Facets;
import org.segql.chart.Figure;
import org.segql.chart.Groups;
import org.segql.chart.Histogram;
import org.segql.chart.Importance;
import org.segql.chart.Mosaic;
import org.segql.chart.Parallel;
import org.segql.chart.Pareto;
import org.segql.chart.Pie;
import org.segql.chart.Profiles;
import org.segql.chart.Scatter;
import org.segql.chart.Scatter3d;
import org.segql.chart.SegmentMap;
import org.segql.chart.Segments;
import org.segql.chart.Series;
import org.segql.chart.Silhouette;
import org.segql.chart.Sizes;

/// One figure of every chart, and of the awkward cases: long names, many categories, nothing at
/// all.
final class Gallery {
  static final int ROWS = 600;
  static final Segments SEGMENTS = segments();
  static final Column.Number AGE = number("age", 40, 12, 11);
  static final Column.Number INCOME = number("income", 60_000, 15_000, 12);
  static final Column.Number VISITS = number("visits", 6, 2, 13);
  static final Column.Time DAYS = days();
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
    Groups none = Groups.none(ROWS);
    all.put("histogram", one(Histogram.of(AGE, none, 0, false)));
    all.put("histogram-log", one(Histogram.of(INCOME, none, 0, true)));
    all.put("histogram-by", one(Histogram.of(AGE, Groups.by(SEGMENTS), 0, false)));
    all.put("histogram-dates", one(Histogram.of(DAYS, none, 0, false)));
    all.put(
        "histogram-constant",
        one(
            Histogram.of(
                new Column.Number("always 3", new double[] {3, 3, 3}), Groups.none(3), 0, false)));
    all.put(
        "histogram-missing",
        one(
            Histogram.of(
                new Column.Number("gone", new double[] {Double.NaN}), Groups.none(1), 0, false)));
    all.put("pie", one(Pie.of(GENDER, null, 0)));
    all.put("pie-hole", one(Pie.of(REGION, INCOME, 0.5)));
    all.put("pie-40", one(Pie.of(many(40), null, 0)));
    all.put("box", one(Box.of(INCOME, none, false)));
    all.put("box-by", one(Box.of(INCOME, Groups.by(SEGMENTS), false)));
    all.put("violin", one(Box.violin(INCOME, Groups.by(REGION), true)));
    all.put(
        "correlation",
        one(
            Correlation.of(
                List.of(AGE, INCOME, VISITS, new Column.Number("constant", new double[ROWS])))));
    all.put("line", one(Series.of(DAYS, INCOME, Groups.by(GENDER), Bar.Stat.SUM, false, false)));
    all.put("line-one", one(Series.of(REGION, INCOME, none, Bar.Stat.MEAN, false, false)));
    all.put("pareto", one(Pareto.of(many(14), INCOME)));
    all.put("concentration", one(Pareto.concentration(INCOME)));
    all.put(
        "facets",
        Facets.of(
            REGION, rows -> Histogram.of(AGE.rows(rows), Groups.none(rows.length), 0, false)));
    choice(all);
    segmentation(all);
    return all;
  }

  private static void choice(Map<String, Figure> all) {
    int[] k = {1, 2, 3, 4, 5, 6, 7, 8};
    all.put(
        "elbow", one(Choice.elbow(k, new double[] {980, 610, 340, 220, 190, 170, 160, 152}, 4)));
    all.put(
        "silhouette_by_k",
        one(
            Choice.silhouetteByK(
                k, new double[] {Double.NaN, 0.4, 0.48, 0.55, 0.5, 0.44, 0.41, 0.4}, 4)));
    all.put(
        "gap",
        one(
            Choice.gap(
                k,
                new double[] {0.1, 0.2, 0.4, 0.6, 0.58, 0.57, 0.55, 0.54},
                new double[] {.02, .02, .03, .02, .02, .03, .03, .03},
                4)));
    all.put(
        "votes",
        one(
            Choice.votes(
                k,
                List.of("silhouette", "gap", "stability", "Calinski-Harabasz"),
                new int[] {4, 4, 3, 4},
                4)));
    var random = new Random(3);
    int n = 60;
    int[][] merges = new int[n - 1][];
    double[] heights = new double[n - 1];
    List<Integer> open = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 3 + 1;
    }
    for (int i = 0; i < n - 1; i++) {
      int at = 0;
      int with = 1;
      if (open.size() > 3) {
        while (at == with
            || open.get(at) % 3 != open.get(with) % 3 && open.get(at) < n && open.get(with) < n) {
          at = random.nextInt(open.size());
          with = random.nextInt(open.size());
        }
      }
      merges[i] = new int[] {open.get(at), open.get(with)};
      heights[i] = (i + 1) * 0.1 + (i > n - 4 ? 3 * (i - n + 4) : 0);
      open.removeAll(List.of(merges[i][0], merges[i][1]));
      open.add(n + i);
    }
    all.put(
        "dendrogram",
        one(Dendrogram.of(merges, heights, new Segments(labels, List.of("A", "B", "C")), 30)));
  }

  private static void segmentation(Map<String, Figure> all) {
    double[][] prepared = new double[ROWS][];
    double[] silhouette = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      prepared[i] =
          new double[] {
            (AGE.values()[i] - 40) / 12,
            (INCOME.values()[i] - 6e4) / 15e3,
            (VISITS.values()[i] - 6) / 2
          };
      silhouette[i] = SEGMENTS.labels()[i] == 0 ? Double.NaN : 0.5 - (i * 7919 % 100) / 130.0;
    }
    all.put("map", one(SegmentMap.of(prepared, List.of("age", "income", "visits"), SEGMENTS)));
    all.put(
        "sizes", one(Sizes.of(SEGMENTS.names(), new double[] {1812, 950, 333, 12}, 40, "rows")));
    all.put("treemap", one(Sizes.treemap(SEGMENTS.names(), new double[] {1812, 950, 333, 12})));
    all.put("silhouette", one(Silhouette.of(silhouette, SEGMENTS)));
    List<Profiles.Variable> variables =
        List.of(
            new Profiles.Variable(
                "age",
                new double[] {25, 38, 41, 66},
                40,
                13,
                new boolean[] {true, false, false, true},
                false),
            new Profiles.Variable(
                "income",
                new double[] {91_000, 38_000, 52_000, 47_000},
                57_000,
                21_000,
                new boolean[] {true, true, false, false},
                false),
            new Profiles.Variable(
                "visits a year",
                new double[] {2.4, 5.1, 9.2, 1.1},
                4.4,
                3,
                new boolean[] {false, false, true, true},
                false),
            new Profiles.Variable(
                "channel = email",
                new double[] {0.6, 0.21, 0.34, 0.05},
                0.36,
                0.48,
                new boolean[] {true, false, false, true},
                true),
            new Profiles.Variable(
                "a variable with a rather long name",
                new double[] {-2, 1, 3, 4},
                1,
                2,
                new boolean[] {true, false, false, true},
                false));
    all.put("profile", Profiles.profile(variables, SEGMENTS.names()));
    all.put("heatmap", one(Profiles.heatmap(variables, SEGMENTS.names())));
    all.put("snake", one(Profiles.snake(variables, SEGMENTS.names())));
    all.put("radar", one(Profiles.radar(variables, SEGMENTS.names())));
    all.put("mosaic", one(Mosaic.of(REGION, SEGMENTS)));
    all.put(
        "importance",
        one(Importance.of(List.of("age", "income", "region"), new double[] {0.41, 0.62, 0.07})));
    all.put("parallel", one(Parallel.of(List.of(AGE, INCOME, VISITS), SEGMENTS)));
    all.put("scatter3d", one(Scatter3d.of(AGE, INCOME, VISITS, Groups.by(SEGMENTS))));
    var left = new DecisionTree.Node("Young savers", "120 rows, 31%", "age < 35", 1, List.of());
    var right =
        new DecisionTree.Node(
            "income",
            "480 rows, 12%",
            "age >= 35",
            0,
            List.of(
                new DecisionTree.Node("Families", "200 rows, 9%", "< 60,000", 2, List.of()),
                new DecisionTree.Node(
                    "High income, low visits", "280 rows, 14%", ">= 60,000", 3, List.of())));
    all.put(
        "tree",
        one(
            DecisionTree.of(
                new DecisionTree.Node("age", "600 rows, 16%", "", 0, List.of(left, right)), 0.93)));
    all.put("boxes", Boxes.of(List.of(AGE, INCOME, VISITS), SEGMENTS));
    all.put(
        "side-by-side",
        new Figure(
            "Two of a kind",
            List.of(
                Sizes.of(SEGMENTS.names(), new double[] {5, 4, 3, 2}, 0, "rows"),
                Scatter.of(AGE, INCOME, SEGMENTS, Scatter.Options.NONE))));
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

  private static Column.Time days() {
    var random = new Random(9);
    double[] values = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = 19_000 + 30 * random.nextInt(14);
    }
    return new Column.Time("order date", values);
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
        IntStream.range(0, n)
            .mapToObj(i -> "Product group no. " + (char) ('A' + i % 26) + i)
            .toList(),
        5);
  }
}
