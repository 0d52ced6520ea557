package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segql.diagnostic.NumberText;

/// How large the segments are.
public final class Sizes {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "sizes",
          "How many rows each segment has, or how much weight.",
          Set.of(Fits.SEGMENTATION),
          List.of(),
          "PLOT q1 AS sizes();");
  public static final ChartDefinition TREEMAP =
      new ChartDefinition(
          "treemap",
          "The segments as tiles, as large as their share.",
          Set.of(Fits.SEGMENTATION),
          List.of(),
          "PLOT q1 AS treemap();");

  private Sizes() {}

  /// @param sizes of segments 1, 2, …: rows, or sums of weights
  /// @param noise the size of the noise; 0: none
  /// @param unit what is counted: `rows`, or the column that weighs them
  public static Chart of(List<String> names, double[] sizes, double noise, String unit) {
    if (sizes.length == 0) {
      return Chart.empty("sizes", "Sizes of the segments", "there are no segments.");
    }
    int n = sizes.length + (noise > 0 ? 1 : 0);
    double[] values = Arrays.copyOf(sizes, n);
    List<String> labels =
        new ArrayList<>(
            IntStream.range(0, sizes.length).mapToObj(i -> (i + 1) + " " + names.get(i)).toList());
    if (noise > 0) {
      values[n - 1] = noise;
      labels.add("noise");
    }
    double total = Arrays.stream(values).sum();
    List<String> texts =
        Arrays.stream(values)
            .mapToObj(v -> Numbers.text(v) + " (" + Numbers.percent(v / total) + ")")
            .toList();
    List<Tone> tones =
        IntStream.range(0, n).mapToObj(i -> Tone.segment(i < sizes.length ? i + 1 : 0)).toList();
    double[] at = IntStream.range(0, n).asDoubleStream().toArray();
    var bars =
        new Mark.Bars(
            "",
            at,
            new double[n],
            values,
            Bar.filled(n, 0.72),
            true,
            tones,
            texts,
            IntStream.range(0, n).mapToObj(i -> labels.get(i) + ": " + texts.get(i)).toList());
    String said =
        IntStream.range(0, Math.min(5, sizes.length))
            .mapToObj(i -> names.get(i) + " " + Numbers.percent(values[i] / total))
            .collect(Collectors.joining(", "));
    double top = Arrays.stream(values).max().orElse(1);
    return new Chart(
        "sizes",
        "Sizes of the segments",
        Axis.of(unit).between(0, top * 1.22),
        Axis.categories("", labels).reverse(),
        List.of(bars),
        Chart.Look.PLAIN.sized(720, Categories.height(n, 2)),
        List.of(),
        "Sizes of %s: %s.".formatted(NumberText.count(sizes.length, "segment"), said));
  }

  /// Tiles of the segments' shares (squarified, Bruls, Huizing and van Wijk 2000).
  public static Chart treemap(List<String> names, double[] sizes) {
    double total = Arrays.stream(sizes).sum();
    if (!(total > 0)) {
      return Chart.empty("treemap", "Segments", "there are no segments.");
    }
    List<Tiles.Tile> tiles = Tiles.of(sizes, 160, 100);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      Tiles.Tile t = tiles.get(i);
      String hover =
          names.get(i)
              + ": "
              + Numbers.text(sizes[i])
              + " ("
              + Numbers.percent(sizes[i] / total)
              + ")";
      marks.add(new Mark.Region("", t.xs(0.4), t.ys(0.4), Tone.segment(i + 1), 1, false, hover));
      int letters = (int) (t.width() / 1.9);
      if (letters >= 4 && t.height() >= 9) {
        double x = t.x() + t.width() / 2;
        double y = t.y() + t.height() / 2;
        marks.add(
            new Mark.Labels(
                "",
                new double[] {x, x},
                new double[] {y + 2.6, y - 2.6},
                List.of(
                    Numbers.shortened(names.get(i), letters), Numbers.percent(sizes[i] / total)),
                new Tone.On(Tone.segment(i + 1)),
                Mark.Align.CENTER,
                12));
      }
    }
    Axis x = Axis.of("").between(0, 160);
    Axis y = Axis.of("").between(0, 100);
    return new Chart(
        "treemap",
        "Segments by size",
        x,
        y,
        marks,
        Chart.Look.PLAIN.withoutAxes(),
        List.of(),
        of(names, sizes, 0, "rows").summary());
  }
}
