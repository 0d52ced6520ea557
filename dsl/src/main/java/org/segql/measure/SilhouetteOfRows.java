package org.segql.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Silhouettes of chosen rows against one another. The rows of a segment lie side by side, so that
/// the distances from one row are a loop over columns and the sums over a segment a loop over a
/// stretch; no matrix of distances exists.
final class SilhouetteOfRows {
  private final int[][] members;
  private final int[] from;
  private final double[][] x;
  private final double[] weight;
  private final double[] total;

  /// @param members the rows of each segment that take part
  SilhouetteOfRows(double[][] columns, int[][] members, double @Nullable [] weights) {
    this.members = members;
    from = new int[members.length + 1];
    for (int j = 0; j < members.length; j++) {
      from[j + 1] = from[j] + members[j].length;
    }
    int m = from[members.length];
    x = new double[columns.length][m];
    weight = new double[m];
    total = new double[members.length];
    for (int j = 0; j < members.length; j++) {
      for (int s = 0; s < members[j].length; s++) {
        int row = members[j][s];
        for (int c = 0; c < columns.length; c++) {
          x[c][from[j] + s] = columns[c][row];
        }
        weight[from[j] + s] = weights == null ? 1 : weights[row];
        total[j] += weight[from[j] + s];
      }
    }
  }

  /// @param sizes the true sizes of the segments, which weigh their means
  Silhouette silhouette(int[] sizes, int n) {
    double[] rows = new double[n];
    Arrays.fill(rows, Double.NaN);
    Sum[] sums = Sum.array(members.length);
    Sum[] totals = Sum.array(members.length);
    double[] distance = new double[weight.length];
    boolean all = true;
    for (int j = 0; j < members.length; j++) {
      all &= members[j].length == sizes[j];
      for (int s = 0; s < members[j].length; s++) {
        int i = from[j] + s;
        distances(i, distance);
        double value = value(i, j, distance, sizes[j]);
        rows[members[j][s]] = value;
        sums[j].add(weight[i] * value);
        totals[j].add(weight[i]);
      }
    }
    double[] factor = new double[members.length];
    for (int j = 0; j < factor.length; j++) {
      factor[j] = members[j].length == 0 ? 0 : (double) sizes[j] / members[j].length;
    }
    var method = all ? Silhouette.Method.EXACT : Silhouette.Method.SAMPLE;
    return Silhouette.summary(sums, totals, factor, rows, weight.length, method);
  }

  private double value(int i, int own, double[] distance, int size) {
    double a = 0;
    double b = Double.POSITIVE_INFINITY;
    for (int j = 0; j < members.length; j++) {
      double sum = sum(distance, from[j], from[j + 1]);
      if (j == own) {
        double others = total[j] - weight[i];
        a = others > 0 ? sum / others : 0;
      } else if (total[j] > 0) {
        b = Math.min(b, sum / total[j]);
      }
    }
    return Silhouette.value(a, b, size);
  }

  /// Weighted distances of all rows from row i.
  private void distances(int i, double[] distance) {
    Arrays.fill(distance, 0);
    for (double[] column : x) {
      squares(distance, column, column[i]);
    }
    for (int s = 0; s < distance.length; s++) {
      distance[s] = Math.sqrt(distance[s]) * weight[s];
    }
  }

  private static void squares(double[] sum, double[] column, double centre) {
    for (int s = 0; s < sum.length; s++) {
      double u = column[s] - centre;
      sum[s] = Math.fma(u, u, sum[s]);
    }
  }

  /// Four running sums, because one would wait for each addition to end.
  private static double sum(double[] values, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int s = from;
    for (; s + 3 < to; s += 4) {
      a += values[s];
      b += values[s + 1];
      c += values[s + 2];
      d += values[s + 3];
    }
    for (; s < to; s++) {
      a += values[s];
    }
    return a + b + (c + d);
  }
}
