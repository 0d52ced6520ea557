package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;

/// How the values of a text are divided in each segment.
public final class Mosaic {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "mosaic",
          "How the values of a text are divided in each segment: columns as wide as the segments,"
              + " tiles as high as the values' shares.",
          Set.of(Fits.SEGMENTATION),
          List.of(Parameter.required("x", new Kind.Column(), "The text.")),
          "PLOT q1 AS mosaic(region);");

  /// The least distance of two names, as a share of the width.
  private static final double NAME = 0.03;

  private Mosaic() {}

  public static Chart of(Column column, Segments segments) {
    Groups values = Groups.by(column.asText());
    Groups parts = Groups.by(segments);
    double[][] counts = new double[parts.count()][values.count()];
    double total = 0;
    for (int row = 0; row < column.size(); row++) {
      if (parts.of()[row] >= 0 && values.of()[row] >= 0) {
        counts[parts.of()[row]][values.of()[row]]++;
        total++;
      }
    }
    String title = column.name() + " in the segments";
    if (total == 0) {
      return Chart.empty("mosaic", title, "no row has both a segment and a value.");
    }
    List<Mark> marks = new ArrayList<>();
    List<Axis.Tick> ticks = new ArrayList<>();
    String strongest = "";
    double largest = 0;
    double left = 0;
    for (int s = 0; s < parts.count(); s++) {
      double sum = Arrays.stream(counts[s]).sum();
      double width = sum / total;
      double bottom = 0;
      for (int v = 0; v < values.count() && sum > 0; v++) {
        double share = counts[s][v] / sum;
        String hover =
            "%s, %s: %s"
                .formatted(parts.names().get(s), values.names().get(v), Numbers.percent(share));
        if (share > largest) {
          largest = share;
          strongest = hover;
        }
        double gap = Math.min(0.003, width / 4);
        marks.add(
            new Mark.Region(
                values.names().get(v),
                new double[] {left + gap, left + width - gap, left + width - gap, left + gap},
                new double[] {bottom, bottom, bottom + share, bottom + share},
                values.tones().get(v),
                0.85,
                false,
                hover));
        bottom += share;
      }
      double middle = left + width / 2;
      // A name needs room beside the one before it; the pointer shows those left out.
      if (ticks.isEmpty() || middle - ticks.getLast().at() >= NAME) {
        ticks.add(new Axis.Tick(middle, parts.names().get(s)));
      }
      left += width;
    }
    List<Axis.Tick> percents =
        IntStream.rangeClosed(0, 4).mapToObj(i -> new Axis.Tick(i / 4.0, 25 * i + "%")).toList();
    String summary =
        "Mosaic of %s over %s; the largest share is %s."
            .formatted(column.name(), NumberText.count(parts.count(), "group"), strongest);
    return new Chart(
        "mosaic",
        title,
        Axis.of("").ticking(ticks).between(0, 1),
        Axis.of("").ticking(percents).between(0, 1),
        marks,
        Chart.Look.PLAIN.withLegend(),
        List.of(),
        summary);
  }
}
