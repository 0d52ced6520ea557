package org.segql.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The silhouette of each row, (b − a) / max(a, b): a its mean distance from the other rows of its
/// segment, b the smallest of its mean distances from the rows of another. 0 for a row alone in its
/// segment. Noise (-1) is left out; its rows have NaN. With weights the means are weighted.
///
/// Rousseeuw (1987), "Silhouettes: a graphical aid to the interpretation and validation of cluster
/// analysis", J. Comput. Appl. Math. 20.
///
/// @param mean over all rows looked at, weighted so that each segment counts by its true weight;
///   NaN for fewer than two segments
/// @param segments k means; NaN for an empty segment
/// @param rows n values; NaN for rows that were not looked at
/// @param sampled how many rows were looked at; n where the values are exact
/// @param method how it was computed
public record Silhouette(
    double mean, double[] segments, double[] rows, int sampled, Method method) {
  /// Up to so many rows {@link #of} is exact.
  public static final int EXACT_ROWS = 10_000;

  /// How silhouettes were computed.
  public enum Method {
    /// Every row against every row.
    EXACT,
    /// A sample stratified by segment, its rows against one another.
    SAMPLE,
    /// All rows, with the distances from centroids in place of mean distances from rows
    /// ("simplified silhouette").
    CENTROIDS
  }

  /// Exact up to {@link #EXACT_ROWS}, else on a sample of that many.
  ///
  /// @param columns d × n
  /// @param labels n numbers 0..k-1, or -1
  public static Silhouette of(
      double[][] columns, int[] labels, int k, double @Nullable [] weights, long seed) {
    return of(columns, labels, k, weights, seed, EXACT_ROWS);
  }

  /// Exact up to `limit` rows, else on a sample of about that many: from each segment at least 2 +
  /// limit / (4k) rows where it has so many, the rest in proportion to size. Time grows with
  /// limit², memory with limit.
  public static Silhouette of(
      double[][] columns, int[] labels, int k, double @Nullable [] weights, long seed, int limit) {
    int[][] members = Stratified.members(columns, labels, k, seed);
    int[] sizes = Arrays.stream(members).mapToInt(m -> m.length).toArray();
    int[] taken = Stratified.allot(sizes, limit);
    for (int j = 0; j < k; j++) {
      members[j] = Arrays.copyOf(members[j], taken[j]);
    }
    return new SilhouetteOfRows(columns, members, weights).silhouette(sizes, labels.length);
  }

  /// The centroid form on all rows, O(n k d): a is the distance from the own centroid, b from the
  /// nearest other.
  ///
  /// @param centroids k × d
  public static Silhouette byCentroids(
      double[][] columns, int[] labels, double[][] centroids, double @Nullable [] weights) {
    int k = centroids.length;
    double[] rows = new double[labels.length];
    var sums = new Sums(k);
    var totals = new Sums(k);
    int[] sizes = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    for (int i = 0; i < labels.length; i++) {
      rows[i] = labels[i] < 0 ? Double.NaN : byCentroids(columns, i, labels[i], centroids, sizes);
      if (labels[i] >= 0) {
        double w = weights == null ? 1 : weights[i];
        sums.add(labels[i], w * rows[i]);
        totals.add(labels[i], w);
      }
    }
    return summary(k, sums, totals, null, rows, labels.length, Method.CENTROIDS);
  }

  private static double byCentroids(
      double[][] columns, int i, int own, double[][] centroids, int[] sizes) {
    double a = 0;
    double b = Double.POSITIVE_INFINITY;
    for (int j = 0; j < centroids.length; j++) {
      double squared = 0;
      for (int m = 0; m < columns.length; m++) {
        double u = columns[m][i] - centroids[j][m];
        squared = Math.fma(u, u, squared);
      }
      if (j == own) {
        a = Math.sqrt(squared);
      } else if (sizes[j] > 0) {
        b = Math.min(b, Math.sqrt(squared));
      }
    }
    return value(a, b, sizes[own]);
  }

  static double value(double a, double b, int size) {
    double larger = Math.max(a, b);
    return size < 2 || !(larger > 0) || Double.isInfinite(b) ? 0 : (b - a) / larger;
  }

  /// @param factor what one row looked at stands for, for each segment; null: 1
  static Silhouette summary(
      int k,
      Sums sums,
      Sums totals,
      double @Nullable [] factor,
      double[] rows,
      int sampled,
      Method method) {
    double[] segments = new double[k];
    double sum = 0;
    double total = 0;
    int filled = 0;
    for (int j = 0; j < segments.length; j++) {
      double f = factor == null ? 1 : factor[j];
      segments[j] = sums.value(j) / totals.value(j);
      sum += f * sums.value(j);
      total += f * totals.value(j);
      filled += totals.value(j) > 0 ? 1 : 0;
    }
    return new Silhouette(filled < 2 ? Double.NaN : sum / total, segments, rows, sampled, method);
  }
}
