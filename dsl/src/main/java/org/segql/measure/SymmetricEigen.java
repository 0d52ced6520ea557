package org.segql.measure;

import java.util.Arrays;

/// Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations: a few dozen
/// columns need no BLAS, whose native library takes longer to unpack than this to run.
///
/// @param values d eigenvalues, largest first
/// @param vectors d × d, each row the unit eigenvector of the value of that number, its largest
///   component positive
public record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int MAX_SWEEPS = 100;

  public static SymmetricEigen of(double[][] symmetric) {
    int d = symmetric.length;
    double[][] a = Arrays.stream(symmetric).map(double[]::clone).toArray(double[][]::new);
    double[][] v = new double[d][d];
    for (int i = 0; i < d; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > 0; sweep++) {
      for (int p = 0; p < d; p++) {
        for (int q = p + 1; q < d; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    Integer[] order = new Integer[d];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(a[j][j], a[i][i]));
    double[] values = new double[d];
    double[][] vectors = new double[d][d];
    for (int i = 0; i < d; i++) {
      values[i] = a[order[i]][order[i]];
      for (int j = 0; j < d; j++) {
        vectors[i][j] = v[j][order[i]];
      }
      point(vectors[i]);
    }
    return new SymmetricEigen(values, vectors);
  }

  private static void point(double[] vector) {
    int largest = 0;
    for (int j = 1; j < vector.length; j++) {
      if (Math.abs(vector[j]) > Math.abs(vector[largest]) + 1e-12) {
        largest = j;
      }
    }
    if (vector[largest] < 0) {
      for (int j = 0; j < vector.length; j++) {
        vector[j] = -vector[j];
      }
    }
  }

  private static double offDiagonal(double[][] a) {
    double largest = 0;
    double diagonal = 0;
    for (int i = 0; i < a.length; i++) {
      diagonal = Math.max(diagonal, Math.abs(a[i][i]));
      for (int j = 0; j < i; j++) {
        largest = Math.max(largest, Math.abs(a[i][j]));
      }
    }
    return largest <= 1e-15 * diagonal ? 0 : largest;
  }

  /// Makes a[p][q] zero.
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int i = 0; i < a.length; i++) {
      double x = a[i][p];
      double y = a[i][q];
      a[i][p] = c * x - s * y;
      a[i][q] = s * x + c * y;
    }
    for (int i = 0; i < a.length; i++) {
      double x = a[p][i];
      double y = a[q][i];
      a[p][i] = c * x - s * y;
      a[q][i] = s * x + c * y;
    }
    for (double[] row : v) {
      double x = row[p];
      double y = row[q];
      row[p] = c * x - s * y;
      row[q] = s * x + c * y;
    }
  }
}
