package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;
import org.segql.measure.Pearson;

/// How strongly numbers go with each other.
public final class Correlation {
  public static final ChartDefinition DEFINITION =
      new ChartDefinition(
          "correlation",
          "Pearson's correlation of each two numbers, as a grid of colours: blue falls together,"
              + " orange rises together.",
          Set.of(Fits.TABLE, Fits.SEGMENTATION),
          List.of(
              Parameter.optional(
                  "columns",
                  new Kind.Columns(Type.NUMBER),
                  null,
                  "The numbers; default: all of the table, forty at most.")),
          "PLOT customers AS correlation();");
  private static final int MOST = 40;

  private Correlation() {}

  /// A row and a column for each number, in the order given.
  public static Chart of(List<Column.Number> columns) {
    List<Column.Number> shown = columns.subList(0, Math.min(MOST, columns.size()));
    if (shown.size() < 2) {
      return Chart.empty("correlation", "Correlation", "fewer than two columns of numbers.");
    }
    int n = shown.size();
    double[][] r = new double[n][n];
    List<List<String>> texts = new ArrayList<>();
    List<List<String>> hover = new ArrayList<>();
    int bestRow = 0;
    int bestColumn = 1;
    for (int i = 0; i < n; i++) {
      List<String> row = new ArrayList<>();
      List<String> said = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        r[i][j] = j < i ? r[j][i] : Pearson.of(shown.get(i).values(), shown.get(j).values());
        row.add(Double.isNaN(r[i][j]) ? "" : NumberText.decimals(r[i][j], 2));
        said.add(
            shown.get(i).name()
                + " and "
                + shown.get(j).name()
                + ": "
                + (row.getLast().isEmpty() ? "one of them does not vary" : row.getLast()));
        boolean known = !Double.isNaN(r[bestRow][bestColumn]);
        if (i < j && (!known || Math.abs(r[i][j]) > Math.abs(r[bestRow][bestColumn]))) {
          bestRow = i;
          bestColumn = j;
        }
      }
      texts.add(row);
      hover.add(said);
    }
    if (Double.isNaN(r[bestRow][bestColumn])) {
      return Chart.empty("correlation", "Correlation", "no two of the columns vary.");
    }
    List<String> names = shown.stream().map(Column.Number::name).toList();
    String summary =
        "Correlation of %s; the strongest is %s with %s (%s)."
            .formatted(
                NumberText.count(n, "number"),
                names.get(bestRow),
                names.get(bestColumn),
                texts.get(bestRow).get(bestColumn));
    int side = Math.clamp(200 + 44L * n, 420, 1100);
    return new Chart(
            "correlation",
            "Correlation",
            Axis.categories("", names),
            Axis.categories("", names).reverse(),
            List.of(new Mark.Cells("r", r, -1, 1, true, n <= 24 ? texts : List.of(), hover)),
            Chart.Look.PLAIN.sized(side + 80, side),
            List.of(),
            summary)
        .noting(columns.size() > n ? (columns.size() - n) + " more columns are not shown." : "");
  }

  static String range(Column column, double[] values) {
    double min = Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN);
    double max = Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
    return column instanceof Column.Time
        ? Times.date(min) + " to " + Times.date(max)
        : Numbers.text(min) + " to " + Numbers.text(max);
  }
}
