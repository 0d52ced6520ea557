package org.segql.measure;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The Kruskal-Wallis test: analysis of variance of the ranks, for numbers that are skewed or only
/// ordered. Ties share their mean rank and H is corrected for them. η²_H = (H − k + 1) / (n − k).
/// Weights are scaled to a mean of 1 and stand for copies.
///
/// Kruskal and Wallis (1952), "Use of ranks in one-criterion variance analysis", JASA 47; η²_H:
/// Tomczak and Tomczak (2014).
public final class KruskalWallis {
  private KruskalWallis() {}

  /// @param values n numbers; NaN is left out
  /// @param labels n segments 0..k-1; -1 is left out
  public static Association of(double[] values, int[] labels, int k, double @Nullable [] weights) {
    int[] rows =
        IntStream.range(0, values.length)
            .filter(i -> labels[i] >= 0 && !Double.isNaN(values[i]))
            .filter(i -> weights == null || weights[i] > 0)
            .toArray();
    double scale = 1;
    if (weights != null) {
      Sum all = new Sum();
      for (int row : rows) {
        all.add(weights[row]);
      }
      scale = rows.length / all.value();
    }
    int[] order = IndexSort.ascending(values, rows);
    double n = rows.length;
    double[] ranks = new double[k];
    double[] counts = new double[k];
    double before = 0;
    double ties = 0;
    for (int i = 0; i < order.length; ) {
      int end = i;
      double tied = 0;
      while (end < order.length && values[order[end]] == values[order[i]]) {
        tied += weights == null ? 1 : weights[order[end]] * scale;
        end++;
      }
      double rank = before + (tied + 1) / 2;
      for (; i < end; i++) {
        double w = weights == null ? 1 : weights[order[i]] * scale;
        ranks[labels[order[i]]] += w * rank;
        counts[labels[order[i]]] += w;
      }
      before += tied;
      ties += tied * tied * tied - tied;
    }
    return association(ranks, counts, n, ties);
  }

  private static Association association(double[] ranks, double[] counts, double n, double ties) {
    int filled = 0;
    double sum = 0;
    for (int j = 0; j < ranks.length; j++) {
      if (counts[j] > 0) {
        filled++;
        double u = ranks[j] / counts[j] - (n + 1) / 2;
        sum += counts[j] * u * u;
      }
    }
    double correction = 1 - ties / (n * n * n - n);
    double h = correction > 0 ? 12 / (n * (n + 1)) * sum / correction : 0;
    double df = filled - 1.0;
    double eta = n > filled ? Math.clamp((h - df) / (n - filled), 0, 1) : 0;
    double p = df < 1 ? Double.NaN : Tails.chiSquare(h, df);
    return new Association(
        Association.Test.KRUSKAL_WALLIS, h, df, Double.NaN, p, eta, Magnitude.etaSquared(eta));
  }
}
