package org.segql.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segql.chart.Column;
import org.segql.chart.Figure;
import org.segql.chart.Groups;
import org.segql.chart.Histogram;
import org.segql.chart.Theme;

/// Every chart goes through every renderer. What they draw lies in `target/gallery` for the eye.
class GalleryTest {
  private static final Path FOLDER = Path.of("target", "gallery");

  record Entry(String name, Figure figure) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Entry> entries() {
    return Gallery.figures().entrySet().stream().map(e -> new Entry(e.getKey(), e.getValue()));
  }

  @BeforeAll
  static void folder() throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(
        FOLDER.resolve("all.html"),
        HtmlChart.page("Gallery", List.copyOf(Gallery.figures().values())));
    Files.writeString(
        FOLDER.resolve("notebook.html"),
        "<!DOCTYPE html><meta charset=utf-8><body>"
            + HtmlChart.snippet(Objects.requireNonNull(Gallery.figures().get("scatter")), "one")
            + HtmlChart.carrier()
            + HtmlChart.snippet(Objects.requireNonNull(Gallery.figures().get("pareto")), "two"));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void drawsEverywhere(Entry entry) throws IOException {
    byte[] png = StaticChart.png(entry.figure, Theme.LIGHT, 1);
    Files.write(FOLDER.resolve(entry.name + ".png"), png);
    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isGreaterThan(300);
    assertThat(image.getHeight()).isGreaterThan(100);
    String svg = StaticChart.svg(entry.figure, Theme.DARK);
    Files.writeString(FOLDER.resolve(entry.name + ".svg"), svg);
    assertThat(svg).contains("<svg");
    String text = TerminalChart.render(entry.figure, 80, false);
    Files.writeString(FOLDER.resolve(entry.name + ".txt"), text);
    assertThat(text.lines())
        .allSatisfy(l -> assertThat(l.codePointCount(0, l.length())).isLessThanOrEqualTo(80));
    assertThat(text).doesNotContain("\u001b").doesNotContain("NaN");
    String html = HtmlChart.element(entry.figure, "chart");
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(400_000);
    assertThat(html).doesNotContain("<b>one").doesNotContain("NaN");
    assertThat(entry.figure.summary()).isNotBlank().doesNotContain("NaN");
  }

  /// The bars of a histogram leave gaps between them, its ranges none.
  @Test
  void aHistogramNamesItsRangesAndNotItsBars() {
    double[] ages = IntStream.range(0, 1000).mapToDouble(i -> 20 + i % 40).toArray();
    var column = new Column.Number("age", ages);
    Figure figure = new Figure(Histogram.of(column, Groups.none(ages.length), 4, false));
    assertThat(TerminalChart.render(figure, 80, false)).contains("20 – 29.75 ", "49.25 – 59 ");
  }
}
