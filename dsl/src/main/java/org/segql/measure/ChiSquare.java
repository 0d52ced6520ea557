package org.segql.measure;

import org.jspecify.annotations.Nullable;

/// Pearson's χ² test of a text over segments, with Cramér's V = √(χ² / (n · min(r−1, c−1))). No
/// correction for continuity. Weights are scaled to a mean of 1.
///
/// Cramér (1946), "Mathematical methods of statistics".
public final class ChiSquare {
  private ChiSquare() {}

  /// @param codes n values 0..values-1; -1 (missing) is left out
  /// @param labels n segments 0..k-1; -1 is left out
  public static Association of(
      int[] codes, int values, int[] labels, int k, double @Nullable [] weights) {
    var counts = new Sums(k * values);
    var weight = new Sum();
    long n = 0;
    for (int i = 0; i < codes.length; i++) {
      double w = weights == null ? 1 : weights[i];
      if (codes[i] >= 0 && labels[i] >= 0 && w > 0) {
        counts.add(labels[i] * values + codes[i], w);
        weight.add(w);
        n++;
      }
    }
    double scale = weight.value() > 0 ? n / weight.value() : 1;
    double[][] table = new double[k][values];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < values; j++) {
        table[i][j] = counts.value(i * values + j) * scale;
      }
    }
    return ofTable(table);
  }

  /// @param table counts, segments × values; empty rows and columns do not count
  public static Association ofTable(double[][] table) {
    var rows = new Sums(table.length);
    var columns = new Sums(table[0].length);
    var all = new Sum();
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        rows.add(i, table[i][j]);
        columns.add(j, table[i][j]);
        all.add(table[i][j]);
      }
    }
    double[] row = rows.values();
    double[] column = columns.values();
    double n = all.value();
    // The values stand in the order of the first row that has each, which may be any.
    var sum = new Sum();
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < column.length; j++) {
        double expected = row[i] * column[j] / n;
        if (expected > 0) {
          double u = table[i][j] - expected;
          sum.add(u * u / expected);
        }
      }
    }
    double statistic = sum.value();
    int smaller = Math.min(filled(row), filled(column)) - 1;
    double df = (filled(row) - 1.0) * (filled(column) - 1.0);
    double v = smaller > 0 ? Math.min(1, Math.sqrt(statistic / (n * smaller))) : 0;
    double p = df < 1 ? Double.NaN : Tails.chiSquare(statistic, df);
    return new Association(
        Association.Test.CHI_SQUARE,
        statistic,
        df,
        Double.NaN,
        p,
        v,
        Magnitude.cramersV(v, smaller));
  }

  private static int filled(double[] counts) {
    int filled = 0;
    for (double count : counts) {
      filled += count > 0 ? 1 : 0;
    }
    return filled;
  }
}
