package org.segql.chart;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The first principal components of rows of numbers.
///
/// @param scores of each row on the first two, {first, second}
/// @param loadings of the first two, {first, second} for each variable
/// @param shares of the variance that they hold
record Components(double[][] scores, double[][] loadings, double[] shares) {

  /// @param rows rows × variables, without gaps
  static Components of(double[][] rows) {
    int p = rows[0].length;
    double[] mean = new double[p];
    for (double[] row : rows) {
      for (int j = 0; j < p; j++) {
        mean[j] += row[j] / rows.length;
      }
    }
    double[][] covariance = new double[p][p];
    for (double[] row : rows) {
      for (int i = 0; i < p; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / rows.length;
        }
      }
    }
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    double[][] vectors = Jacobi.diagonalise(covariance);
    int[] order =
        IntStream.range(0, p)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -covariance[i][i]))
            .mapToInt(i -> i)
            .toArray();
    double total = IntStream.range(0, p).mapToDouble(i -> covariance[i][i]).sum();
    double[][] loadings = new double[p][2];
    double[] shares = new double[2];
    for (int c = 0; c < Math.min(2, p); c++) {
      int at = order[c];
      shares[c] = total > 0 ? covariance[at][at] / total : 0;
      int heaviest =
          IntStream.range(0, p)
              .boxed()
              .max(Comparator.comparingDouble(i -> Math.abs(vectors[i][at])))
              .orElse(0);
      double sign = vectors[heaviest][at] < 0 ? -1 : 1;
      for (int j = 0; j < p; j++) {
        loadings[j][c] = sign * vectors[j][at];
      }
    }
    double[][] scores = new double[rows.length][2];
    for (int r = 0; r < rows.length; r++) {
      for (int j = 0; j < p; j++) {
        scores[r][0] += (rows[r][j] - mean[j]) * loadings[j][0];
        scores[r][1] += (rows[r][j] - mean[j]) * loadings[j][1];
      }
    }
    return new Components(scores, loadings, shares);
  }

  /// Eigenvectors of a symmetric matrix by Jacobi's rotations (Golub and Van Loan, "Matrix
  /// Computations", 8.5).
  private static final class Jacobi {
    /// Makes the matrix diagonal in place; gives the eigenvectors as columns.
    static double[][] diagonalise(double[][] a) {
      int p = a.length;
      double[][] v = new double[p][p];
      for (int i = 0; i < p; i++) {
        v[i][i] = 1;
      }
      for (int sweep = 0; sweep < 60 && off(a) > 1e-22 * Math.max(1e-300, diagonal(a)); sweep++) {
        for (int i = 0; i < p; i++) {
          for (int j = i + 1; j < p; j++) {
            rotate(a, v, i, j);
          }
        }
      }
      return v;
    }

    private static void rotate(double[][] a, double[][] v, int i, int j) {
      if (a[i][j] == 0) {
        return;
      }
      double theta = (a[j][j] - a[i][i]) / (2 * a[i][j]);
      double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      double c = 1 / Math.sqrt(t * t + 1);
      double s = t * c;
      for (int k = 0; k < a.length; k++) {
        double ki = a[k][i];
        double kj = a[k][j];
        a[k][i] = c * ki - s * kj;
        a[k][j] = s * ki + c * kj;
      }
      for (int k = 0; k < a.length; k++) {
        double ik = a[i][k];
        double jk = a[j][k];
        a[i][k] = c * ik - s * jk;
        a[j][k] = s * ik + c * jk;
        double ki = v[k][i];
        double kj = v[k][j];
        v[k][i] = c * ki - s * kj;
        v[k][j] = s * ki + c * kj;
      }
    }

    private static double off(double[][] a) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j < i; j++) {
          sum += a[i][j] * a[i][j];
        }
      }
      return sum;
    }

    private static double diagonal(double[][] a) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i][i] * a[i][i];
      }
      return sum;
    }
  }
}
