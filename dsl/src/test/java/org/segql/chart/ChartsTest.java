package org.segql.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What charts show and say.
class ChartsTest {
  @Test
  void namesAreUniqueIdentifiersAndExamplesNameTheirChart() {
    assertThat(Charts.ALL)
        .extracting(ChartDefinition::text)
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("[a-z][a-z0-9_]*"));
    assertThat(Charts.ALL).allSatisfy(c -> assertThat(c.example()).contains(c.text() + "("));
    assertThat(Charts.find("HISTOGRAM")).contains(Histogram.DEFINITION);
    assertThat(Charts.of(Fits.CHOICE)).contains(Choice.ELBOW).doesNotContain(Pie.DEFINITION);
  }

  @Test
  void aSegmentHasOneColourInEveryChart() {
    var segments = new Segments(new int[] {1, 1, 2, 0, -1}, List.of("a", "b"));
    assertThat(Groups.by(segments).tones())
        .containsExactly(Tone.segment(1), Tone.segment(2), Tone.segment(0));
    assertThat(Palette.segment(1, Theme.LIGHT)).isEqualTo("#0072b2");
    assertThat(Palette.segment(0, Theme.LIGHT)).isEqualTo("#9aa0a6");
    assertThat(IntStream.rangeClosed(0, 40).mapToObj(i -> Palette.segment(i, Theme.DARK)))
        .doesNotHaveDuplicates();
  }

  @Test
  void summariesSayTheMainFigures() {
    var region = new Column.Text("region", new @Nullable String[] {"n", "n", "s", null});
    assertThat(Bar.of(region, null, null, Bar.Stat.MEAN, "value").summary())
        .isEqualTo("Bar chart of rows for 2 values of region; largest n (2), smallest s (1).");
    assertThat(Bar.of(region, null, null, Bar.Stat.MEAN, "value").notes())
        .containsExactly("1 row without `region` left out.");
    var pie = Pie.of(region, null, 0);
    assertThat(pie.summary()).isEqualTo("Pie of region in 2 parts: n 66.7%, s 33.3%.");
    var spend = new Column.Number("spend", new double[] {10, 1, 1, 1, 1, 1, 1, 1, 1, 2});
    assertThat(Pareto.concentration(spend).summary())
        .isEqualTo("The largest 20% of rows hold 60% of spend.");
  }

  @Test
  void nothingToDrawIsSaid() {
    var gone = new Column.Number("gone", new double[] {Double.NaN, Double.NaN});
    var none = Groups.none(2);
    assertThat(Histogram.of(gone, none, 0, false).marks()).isEmpty();
    assertThat(Box.of(gone, none, false).summary()).contains("no values");
    assertThat(Scatter.of(gone, gone, null, Scatter.Options.NONE).summary()).contains("no row");
    assertThat(Series.of(gone, gone, none, Bar.Stat.MEAN, false, false).marks()).isEmpty();
    assertThat(Correlation.of(List.of()).marks()).isEmpty();
    assertThat(Sizes.of(List.of(), new double[0], 0, "rows").marks()).isEmpty();
    assertThat(
            SegmentMap.of(new double[0][], List.of(), new Segments(new int[0], List.of())).marks())
        .isEmpty();
  }

  @Test
  void rareCategoriesBecomeOne() {
    @Nullable String[] values = new @Nullable String[100];
    Arrays.setAll(values, i -> "v" + i * i % 41);
    var bars =
        (Mark.Bars)
            Bar.of(new Column.Text("v", values), null, null, Bar.Stat.MEAN, "value")
                .marks()
                .getFirst();
    assertThat(Arrays.stream(bars.to()).sum()).isEqualTo(100);
    assertThat(bars.to().length).isLessThanOrEqualTo(Categories.LIMIT);
  }

  @Test
  void orderedTextKeepsItsOrder() {
    var level =
        new Column.Text(
            "level", new @Nullable String[] {"high", "low", "high"}, List.of("low", "high"));
    assertThat(Bar.of(level, null, null, Bar.Stat.MEAN, "value").x().ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("low", "high");
  }

  @Test
  void aLogarithmicAxisLeavesOutWhatItCannotShowAndSaysSo() {
    var x = new Column.Number("x", new double[] {0, 1, 10, 100});
    assertThat(Histogram.of(x, Groups.none(4), 0, true).notes())
        .containsExactly("1 row of 0 or less cannot stand on a logarithmic axis.");
  }

  @Test
  void aDendrogramCutsBetweenTheLastJoins() {
    int[][] merges = {{0, 1}, {2, 3}, {4, 5}};
    var segments = new Segments(new int[] {1, 1, 2, 2}, List.of("a", "b"));
    Chart chart = Dendrogram.of(merges, new double[] {1, 2, 6}, segments, 30);
    assertThat(chart.summary())
        .contains("last join is at 6", "cut into 2 segments between 2 and 6");
    assertThat(chart.marks()).filteredOn(m -> m instanceof Mark.Rule r && r.at() == 4).hasSize(1);
    assertThat(chart.x().ticks()).hasSize(4);
  }

  @Test
  void meansAreNotAddedUpInABarForTheOthers() {
    int n = 40;
    @Nullable String[] names = new @Nullable String[n];
    Arrays.setAll(names, i -> "v" + i);
    double[] falling = IntStream.range(0, n).mapToDouble(i -> 10 - i).toArray();
    Chart chart =
        Bar.of(
            new Column.Text("v", names),
            new Column.Number("change", falling),
            null,
            Bar.Stat.MEAN,
            "value");
    assertThat(((Mark.Bars) chart.marks().getFirst()).to())
        .hasSize(29)
        .startsWith(10)
        .endsWith(-18);
    assertThat(chart.notes()).containsExactly("11 smaller categories not shown.");
  }

  @Test
  void aParetoChartSaysWhatItLeavesOut() {
    int n = 400;
    @Nullable String[] names = new @Nullable String[n];
    Arrays.setAll(names, i -> "v" + i);
    assertThat(Pareto.of(new Column.Text("v", names), null).notes())
        .containsExactly("371 smaller categories with 92.8% of the whole are not shown.");
  }

  @Test
  void noCorrelationIsSaidWhereThereIsNone() {
    var a = new Column.Number("a", new double[] {1, 2, 3});
    var b = new Column.Number("b", new double[] {7, 7, 7});
    Chart none = Correlation.of(List.of(a, b));
    assertThat(none.marks()).isEmpty();
    assertThat(none.summary()).contains("no two of the columns vary.");
    assertThat(Scatter.of(a, b, null, Scatter.Options.NONE).summary())
        .isEqualTo("Scatter of 3 points, a 1 to 3, b 7 to 7.");
  }

  @Test
  void labelsOfAnAxisKeepTheirPlacesApart() {
    assertThat(Numbers.labels(new double[] {0, 500_000, 1_000_000, 1_500_000}))
        .containsExactly("0", "500,000", "1M", "1.5M");
    assertThat(Numbers.labels(Numbers.ticks(1_000_000, 1_001_000, 4)))
        .containsExactly(
            "1,000,000", "1,000,200", "1,000,400", "1,000,600", "1,000,800", "1,001,000");
  }

  @Test
  void aViolinIsDrawnWhereMostValuesAreEqual() {
    var x = new Column.Number("x", new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 5});
    assertThat(Box.violin(x, Groups.none(10), false).marks())
        .anyMatch(Mark.Region.class::isInstance);
    assertThat(Box.of(x, Groups.none(10), false).marks()).noneMatch(Mark.Region.class::isInstance);
  }

  @Test
  void aLabelIsOneLineWhereverItIsCut() {
    assertThat(Numbers.within("one\ntwo", 20)).isEqualTo("one two");
    assertThat(Numbers.within("income of the rich >\n= 50_000", 16)).isEqualTo("income…= 50_000");
  }
}
