package org.segql.chart;

import java.util.Arrays;
import org.segql.measure.SymmetricEigen;

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
    var eigen = SymmetricEigen.of(covariance);
    double total = Arrays.stream(eigen.values()).sum();
    double[][] loadings = new double[p][2];
    double[] shares = new double[2];
    for (int c = 0; c < Math.min(2, p); c++) {
      shares[c] = total > 0 ? eigen.values()[c] / total : 0;
      for (int j = 0; j < p; j++) {
        loadings[j][c] = eigen.vectors()[c][j];
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
}
