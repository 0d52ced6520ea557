package org.segql.chart;

import java.util.Arrays;
import org.segql.diagnostic.NumberText;
import org.segql.measure.Quantiles;

/// The figures of a box plot (Tukey 1977): whiskers reach to the furthest values within 1.5
/// interquartile ranges of the box.
///
/// @param outliers the values beyond the whiskers, ascending
record Spread(
    int count, double low, double q1, double median, double q3, double high, double[] outliers) {

  /// @param ascending finite values, at least one
  static Spread of(double[] ascending) {
    double q1 = Quantiles.ofSorted(ascending, 0.25);
    double q3 = Quantiles.ofSorted(ascending, 0.75);
    double reach = 1.5 * (q3 - q1);
    double low = Arrays.stream(ascending).filter(v -> v >= q1 - reach).findFirst().orElse(q1);
    double high = Arrays.stream(ascending).filter(v -> v <= q3 + reach).reduce(q3, (_, v) -> v);
    double[] outliers = Arrays.stream(ascending).filter(v -> v < low || v > high).toArray();
    return new Spread(
        ascending.length, low, q1, Quantiles.ofSorted(ascending, 0.5), q3, high, outliers);
  }

  String text() {
    return "median %s, half from %s to %s, whiskers %s to %s, %s"
        .formatted(
            Numbers.text(median),
            Numbers.text(q1),
            Numbers.text(q3),
            Numbers.text(low),
            Numbers.text(high),
            NumberText.count(outliers.length, "outlier"));
  }
}
