package org.segql.engine.local.cluster;

import org.jspecify.annotations.Nullable;

/// The lower triangle L with L·Lᵀ = A of a small symmetric positive definite matrix.
record Cholesky(double[][] lower) {
  /// null where A is not positive definite.
  static @Nullable Cholesky of(double[][] a) {
    int d = a.length;
    double[][] lower = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int m = 0; m < j; m++) {
          sum -= lower[i][m] * lower[j][m];
        }
        if (i == j) {
          if (!(sum > 0)) {
            return null;
          }
          lower[i][i] = Math.sqrt(sum);
        } else {
          lower[i][j] = sum / lower[j][j];
        }
      }
    }
    return new Cholesky(lower);
  }

  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }
    return sum;
  }

  /// (x − mean)ᵀ A⁻¹ (x − mean); `room` has d places.
  double mahalanobis(double[] x, double[] mean, double[] room) {
    double squared = 0;
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      double sum = x[i] - mean[i];
      for (int m = 0; m < i; m++) {
        sum -= row[m] * room[m];
      }
      room[i] = sum / row[i];
      squared = Math.fma(room[i], room[i], squared);
    }
    return squared;
  }
}
