package org.segql.chart;

import java.util.Arrays;

/// How strongly numbers go with each other.
public final class Correlation {
  private Correlation() {}

  /// Pearson's correlation over the pairs in which both are numbers; NaN where one of them does not
  /// vary.
  static double pearson(double[] x, double[] y) {
    int n = 0;
    double meanX = 0;
    double meanY = 0;
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        continue;
      }
      n++;
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      meanX += dx / n;
      meanY += dy / n;
      sxx += dx * (x[i] - meanX);
      syy += dy * (y[i] - meanY);
      sxy += dx * (y[i] - meanY);
    }
    return sxx > 0 && syy > 0 ? sxy / Math.sqrt(sxx * syy) : Double.NaN;
  }

  static String range(Column column, double[] values) {
    double min = Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN);
    double max = Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
    return column instanceof Column.Time
        ? Times.date(min) + " to " + Times.date(max)
        : Numbers.text(min) + " to " + Numbers.text(max);
  }
}
