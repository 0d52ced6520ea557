package org.segql.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Silhouettes of chosen rows against one another. The rows are cut into tiles, which are computed
/// side by side. For one tile the members of a segment are gone through one by one, and the
/// distances of all rows of the tile from that member added to what they have: loops over arrays
/// that stay in the cache, without a sum that waits for the one before. No matrix of distances
/// exists, and the order of the additions does not depend on the number of threads.
final class SilhouetteOfRows {
  private static final int TILE = 512;

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
    var sums = new Sums(members.length);
    var totals = new Sums(members.length);
    double[][] distances = distances();
    boolean all = true;
    for (int j = 0; j < members.length; j++) {
      all &= members[j].length == sizes[j];
      for (int s = 0; s < members[j].length; s++) {
        int i = from[j] + s;
        double value = value(i, j, distances, sizes[j]);
        rows[members[j][s]] = value;
        sums.add(j, weight[i] * value);
        totals.add(j, weight[i]);
      }
    }
    double[] factor = new double[members.length];
    for (int j = 0; j < factor.length; j++) {
      factor[j] = members[j].length == 0 ? 0 : (double) sizes[j] / members[j].length;
    }
    var method = all ? Silhouette.Method.EXACT : Silhouette.Method.SAMPLE;
    return Silhouette.summary(members.length, sums, totals, factor, rows, weight.length, method);
  }

  /// @param distances as {@link #distances()} gives them
  private double value(int i, int own, double[][] distances, int size) {
    double a = 0;
    double b = Double.POSITIVE_INFINITY;
    for (int j = 0; j < members.length; j++) {
      double sum = distances[j][i];
      if (j == own) {
        double others = total[j] - weight[i];
        a = others > 0 ? sum / others : 0;
      } else if (total[j] > 0) {
        b = Math.min(b, sum / total[j]);
      }
    }
    return Silhouette.value(a, b, size);
  }

  /// For each segment and each row the weighted sum of the row's distances from its members.
  private double[][] distances() {
    int m = weight.length;
    double[][] sums = new double[members.length][m];
    IntStream.range(0, (m + TILE - 1) / TILE)
        .parallel()
        .forEach(tile -> distances(tile * TILE, Math.min(m, (tile + 1) * TILE), sums));
    return sums;
  }

  private void distances(int start, int end, double[][] sums) {
    double[][] tile = new double[x.length][];
    Arrays.setAll(tile, c -> Arrays.copyOfRange(x[c], start, end));
    double[] squares = new double[end - start];
    for (int j = 0; j < members.length; j++) {
      double[] sum = new double[end - start];
      for (int i = from[j]; i < from[j + 1]; i++) {
        Arrays.fill(squares, 0);
        for (int c = 0; c < x.length; c++) {
          addSquares(squares, tile[c], x[c][i]);
        }
        addRoots(sum, squares, weight[i]);
      }
      System.arraycopy(sum, 0, sums[j], start, sum.length);
    }
  }

  private static void addSquares(double[] sum, double[] column, double centre) {
    for (int s = 0; s < sum.length; s++) {
      double u = column[s] - centre;
      sum[s] = Math.fma(u, u, sum[s]);
    }
  }

  private static void addRoots(double[] sum, double[] squares, double weight) {
    for (int s = 0; s < sum.length; s++) {
      sum[s] += Math.sqrt(squares[s]) * weight;
    }
  }
}
