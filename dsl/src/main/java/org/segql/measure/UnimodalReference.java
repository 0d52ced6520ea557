package org.segql.measure;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErf;

/// Made rows without segments that are otherwise like the data: each column has the shape of its
/// own column, skew and all, but a single mode ({@link Unimodal}), takes the values that the column
/// takes where these are few, and goes with the others as the ranks of the columns do. What k-means
/// finds in such rows, it finds in any that have no segments.
///
/// Helgeson, Vock and Bair (2021), "Nonparametric cluster significance testing with reference to a
/// unimodal null distribution", Biometrics 77: a Gaussian copula with unimodal margins. Theirs are
/// kernel densities; ours are those of the dip, which a long tail does not smear.
public final class UnimodalReference {
  /// A column with so many rows a value is one of few values.
  private static final int ROWS_A_VALUE = 10;

  private final Unimodal[] margins;
  private final double[][] grids;
  private final double[][] root;

  private UnimodalReference(Unimodal[] margins, double[][] grids, double[][] root) {
    this.margins = margins;
    this.grids = grids;
    this.root = root;
  }

  /// @param columns d × n
  public static UnimodalReference of(double[][] columns) {
    int d = columns.length;
    var margins = new Unimodal[d];
    double[][] grids = new double[d][];
    double[][] scores = new double[d][];
    for (int m = 0; m < d; m++) {
      double[] different = Arrays.stream(columns[m]).sorted().distinct().toArray();
      boolean few = different.length > 1 && different.length * ROWS_A_VALUE <= columns[m].length;
      margins[m] = few ? Unimodal.ofFew(columns[m], different) : Unimodal.of(columns[m]);
      grids[m] = few ? different : new double[0];
      scores[m] = normalScores(columns[m]);
    }
    return new UnimodalReference(margins, grids, root(scores));
  }

  /// Ranks as the quantiles of the normal distribution; equal values share their mean rank.
  private static double[] normalScores(double[] x) {
    int n = x.length;
    int[] rows = new int[n];
    Arrays.setAll(rows, i -> i);
    int[] order = IndexSort.ascending(x, rows);
    double[] scores = new double[n];
    for (int i = 0; i < n; ) {
      int end = i;
      while (end < n && x[order[end]] == x[order[i]]) {
        end++;
      }
      double score = Math.sqrt(2) * InverseErf.value((double) (i + end) / n - 1);
      for (; i < end; i++) {
        scores[order[i]] = score;
      }
    }
    return scores;
  }

  /// A square root of the correlations, d × d.
  private static double[][] root(double[][] scores) {
    int d = scores.length;
    double[][] correlation = new double[d][d];
    for (int a = 0; a < d; a++) {
      correlation[a][a] = 1;
      for (int b = 0; b < a; b++) {
        double r = Pearson.of(scores[a], scores[b]);
        correlation[a][b] = Double.isNaN(r) ? 0 : r;
        correlation[b][a] = correlation[a][b];
      }
    }
    var eigen = SymmetricEigen.of(correlation);
    double[][] root = new double[d][d];
    for (int a = 0; a < d; a++) {
      for (int v = 0; v < d; v++) {
        root[a][v] = eigen.vectors()[v][a] * Math.sqrt(Math.max(0, eigen.values()[v]));
      }
    }
    return root;
  }

  /// @return d × rows
  public double[][] draw(int rows, RandomGenerator random) {
    int d = margins.length;
    double[][] drawn = new double[d][rows];
    double[] normal = new double[d];
    for (int i = 0; i < rows; i++) {
      Arrays.setAll(normal, _ -> random.nextGaussian());
      for (int m = 0; m < d; m++) {
        double z = 0;
        for (int v = 0; v < d; v++) {
          z += root[m][v] * normal[v];
        }
        double value = margins[m].quantile(Erfc.value(-z / Math.sqrt(2)) / 2);
        drawn[m][i] = grids[m].length == 0 ? value : nearest(grids[m], value);
      }
    }
    return drawn;
  }

  private static double nearest(double[] grid, double value) {
    int found = Arrays.binarySearch(grid, value);
    if (found >= 0) {
      return value;
    }
    int high = Math.clamp(-found - 1, 1, grid.length - 1);
    return value - grid[high - 1] <= grid[high] - value ? grid[high - 1] : grid[high];
  }
}
