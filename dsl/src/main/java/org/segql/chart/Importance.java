package org.segql.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.segql.diagnostic.NumberText;

/// How much each variable tells the segments apart.
public final class Importance {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "importance",
          "How much each variable tells the segments apart: its effect size, largest first.",
          Set.of(Fits.SEGMENTATION),
          List.of(),
          "PLOT q1 AS importance();");

  private Importance() {}

  /// @param effects one for each variable, 0..1 (η² of numbers, Cramér's V of texts)
  public static Chart of(List<String> variables, double[] effects) {
    if (variables.isEmpty()) {
      return Chart.empty(
          "importance",
          "Importance of the variables",
          "no variable could be compared between segments.");
    }
    Categories shown =
        Categories.of(variables, effects, Categories.Order.VALUE, Categories.LIMIT, 0);
    int n = shown.names().size();
    double[] at = IntStream.range(0, n).asDoubleStream().toArray();
    List<String> labels =
        Arrays.stream(shown.values())
            .mapToObj(v -> Numbers.text(Math.round(v * 100) / 100.0))
            .toList();
    var bars =
        new Mark.Bars(
            "",
            at,
            new double[n],
            shown.values(),
            Bar.filled(n, 0.72),
            true,
            List.of(Tone.ACCENT),
            labels,
            Bar.hover(shown.names(), shown.values()));
    String summary =
        "Importance of %s; %s tells the segments apart most (%s), %s least (%s)."
            .formatted(
                NumberText.count(n, "variable"),
                shown.names().getFirst(),
                labels.getFirst(),
                shown.names().getLast(),
                labels.getLast());
    return new Chart(
            "importance",
            "What tells the segments apart",
            Axis.of("effect size (η² or V)").from(0),
            Axis.categories("", shown.names()).reverse(),
            List.of(bars),
            Chart.Look.PLAIN.sized(720, Categories.height(n, 2)),
            List.of(),
            summary)
        .noting(shown.others() > 0 ? shown.others() + " more variables are not shown." : "");
  }
}
