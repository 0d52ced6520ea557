package org.segql.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.segql.chart.Bar;
import org.segql.chart.Column;
import org.segql.chart.Figure;
import org.segql.chart.Groups;
import org.segql.chart.Histogram;
import org.segql.chart.Theme;

/// What users wrote stays text, and pages need no network.
class HtmlChartTest {
  private static final String ATTACK =
      "</script><img src=x onerror=alert(1)>'\"\\ \u2028 <!-- ]]> ${x}";

  private static Figure attacked() {
    var column = new Column.Text(ATTACK, new String[] {ATTACK, "b", ATTACK});
    return new Figure(
        ATTACK,
        List.of(
            Bar.of(column, null, column, Bar.Stat.MEAN, "value").titled(ATTACK).noting(ATTACK),
            Bar.of(column, null, null, Bar.Stat.MEAN, "value")));
  }

  @Test
  void textsOfUsersCannotLeaveTheirPlace() {
    for (String html : List.of(HtmlChart.page(attacked()), HtmlChart.snippet(attacked(), "c1"))) {
      assertThat(html)
          .doesNotContain("<img src=x")
          .doesNotContain("<!-- ]]>")
          .doesNotContain("\u2028");
      assertThat(
              Pattern.compile("</script", Pattern.CASE_INSENSITIVE).matcher(html).results().count())
          .isEqualTo(
              Pattern.compile("<script", Pattern.CASE_INSENSITIVE).matcher(html).results().count());
    }
  }

  @Test
  void labelsReachPlotlyWithTheirSignsEscaped() {
    assertThat(PlotlyText.plain("<b>&\u0001")).isEqualTo("&lt;b&gt;&amp; ");
    assertThat(PlotlyText.json(List.of("<", "\\"))).isEqualTo("[\"\\u003c\",\"\\\\\"]");
  }

  @Test
  void aPageLoadsNothing() {
    String page = HtmlChart.page(attacked());
    assertThat(page).doesNotContain("<link").doesNotContain("script src");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_200_000);
  }

  @Test
  void aPageHasPlotlyOnceHoweverManyFigures() {
    var figure = new Figure(Histogram.of(Gallery.AGE, Groups.none(Gallery.ROWS), 0, false));
    String page = HtmlChart.page("two", List.of(figure, figure));
    assertThat(page.split("plotly.js \\(cartesian", -1)).hasSize(2);
    assertThat(page).contains("id=\"chart-1\"").contains("id=\"chart-2\"");
  }

  @Test
  void theCarrierHoldsPlotlyCompressed() throws IOException {
    assertThat(PlotlyScript.compressed().length()).isLessThan(480_000);
    try (var in =
        new GZIPInputStream(
            new ByteArrayInputStream(Base64.getDecoder().decode(PlotlyScript.compressed())))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Licensed under the MIT license");
    }
  }

  @Test
  void theFigureIsTablesawsAndDrawsItself() {
    PlotlyFigure figure = PlotlyRenderer.render(attacked());
    assertThat(figure).isInstanceOf(tech.tablesaw.plotly.components.Figure.class);
    assertThat(figure.getTraces()).isNotEmpty();
    assertThat(figure.asJavascript("here")).contains("segqlChart(Plotly").doesNotContain("<img");
  }

  @Test
  void svgHoldsTextAsText() {
    String svg = StaticChart.svg(attacked(), Theme.LIGHT);
    assertThat(svg).doesNotContain("<img").doesNotContain("</script");
  }
}
