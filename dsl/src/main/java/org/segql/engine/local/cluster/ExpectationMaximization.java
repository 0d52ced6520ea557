package org.segql.engine.local.cluster;

import org.segql.engine.Progress;

/// One run of EM for a mixture of normal distributions with full covariances. To each variance 1e-6
/// of the mean variance of the columns is added, so that no component shrinks to a point.
///
/// Dempster, Laird and Rubin (1977), "Maximum likelihood from incomplete data via the EM
/// algorithm", JRSS B 39.
final class ExpectationMaximization {
  private static final double RIDGE = 1e-6;

  /// Where a run ended.
  ///
  /// @param logLikelihood weighted sum over the rows
  record Result(GaussianMixture mixture, double logLikelihood, int iterations, boolean converged) {}

  private final Matrix points;
  private final int k;
  private final int d;
  private final double ridge;
  private final double[][] posterior;

  private ExpectationMaximization(Matrix points, int k, double variance) {
    this.points = points;
    this.k = k;
    this.d = points.columns();
    this.ridge = variance > 0 ? RIDGE * variance : RIDGE;
    this.posterior = new double[points.rows()][k];
  }

  /// @param labels the segments to start from, 0..k-1
  /// @param variance the mean variance of the columns
  static Result run(
      Matrix points, int[] labels, GmmOptions options, double variance, Progress progress) {
    var run = new ExpectationMaximization(points, options.k(), variance);
    for (int i = 0; i < labels.length; i++) {
      run.posterior[i][labels[i]] = 1;
    }
    return run.climb(options, progress);
  }

  private Result climb(GmmOptions options, Progress progress) {
    double weight = 0;
    for (int i = 0; i < points.rows(); i++) {
      weight += points.weight(i);
    }
    GaussianMixture mixture = maximise();
    double before = Double.NEGATIVE_INFINITY;
    for (int iteration = 1; iteration <= options.maxIterations(); iteration++) {
      double now = expect(mixture, progress);
      if (now - before <= options.tolerance() * weight) {
        return new Result(mixture, now, iteration, true);
      }
      before = now;
      mixture = maximise();
    }
    return new Result(mixture, expect(mixture, progress), options.maxIterations(), false);
  }

  private double expect(GaussianMixture mixture, Progress progress) {
    MixtureDensity density = MixtureDensity.of(mixture);
    double[] row = new double[d];
    double sum = 0;
    for (int i = 0; i < points.rows(); i++) {
      if (i % 4096 == 0) {
        progress.check();
      }
      points.row(i, row);
      sum += points.weight(i) * density.posterior(row, posterior[i]);
    }
    return sum;
  }

  private GaussianMixture maximise() {
    double[] weights = new double[k];
    double[][] means = new double[k][d];
    double[][][] covariances = new double[k][d][d];
    double[] row = new double[d];
    double all = 0;
    for (int i = 0; i < points.rows(); i++) {
      points.row(i, row);
      all += points.weight(i);
      for (int j = 0; j < k; j++) {
        double w = points.weight(i) * posterior[i][j];
        weights[j] += w;
        for (int m = 0; m < d; m++) {
          means[j][m] += w * row[m];
        }
      }
    }
    for (int j = 0; j < k; j++) {
      weights[j] = Math.max(weights[j], 1e-12 * all);
      for (int m = 0; m < d; m++) {
        means[j][m] /= weights[j];
      }
    }
    double[] away = new double[d];
    for (int i = 0; i < points.rows(); i++) {
      points.row(i, row);
      for (int j = 0; j < k; j++) {
        double w = points.weight(i) * posterior[i][j];
        if (w > 0) {
          scatter(row, means[j], w, away, covariances[j]);
        }
      }
    }
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    for (int j = 0; j < k; j++) {
      finish(covariances[j], weights[j]);
      weights[j] /= total;
    }
    return new GaussianMixture(weights, means, covariances);
  }

  private void scatter(double[] row, double[] mean, double w, double[] away, double[][] sum) {
    for (int m = 0; m < d; m++) {
      away[m] = row[m] - mean[m];
      double f = w * away[m];
      for (int c = 0; c <= m; c++) {
        sum[m][c] = Math.fma(f, away[c], sum[m][c]);
      }
    }
  }

  private void finish(double[][] sum, double weight) {
    for (int m = 0; m < d; m++) {
      for (int c = 0; c <= m; c++) {
        sum[m][c] = sum[m][c] / weight + (c == m ? ridge : 0);
        sum[c][m] = sum[m][c];
      }
    }
  }
}
