package org.segql.engine.local.cluster;

/// The densities of a mixture's components, made ready for many rows.
final class MixtureDensity {
  private final double[][] means;
  private final Cholesky[] factors;
  private final double[] constants;
  private final double[] room;

  private MixtureDensity(double[][] means, Cholesky[] factors, double[] constants) {
    this.means = means;
    this.factors = factors;
    this.constants = constants;
    this.room = new double[means[0].length];
  }

  static MixtureDensity of(GaussianMixture mixture) {
    int k = mixture.k();
    int d = mixture.means()[0].length;
    var factors = new Cholesky[k];
    double[] constants = new double[k];
    for (int j = 0; j < k; j++) {
      Cholesky factor = Cholesky.of(mixture.covariances()[j]);
      if (factor == null) {
        throw new IllegalArgumentException("covariance " + j + " is not positive definite");
      }
      factors[j] = factor;
      constants[j] =
          Math.log(mixture.weights()[j])
              - 0.5 * (d * Math.log(2 * Math.PI) + factor.logDeterminant());
    }
    return new MixtureDensity(mixture.means(), factors, constants);
  }

  /// For use by another thread at the same time.
  MixtureDensity copy() {
    return new MixtureDensity(means, factors, constants);
  }

  /// Puts the probability of each component given the row into `posterior` and gives the
  /// log-density of the row.
  double posterior(double[] row, double[] posterior) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < posterior.length; j++) {
      posterior[j] = constants[j] - 0.5 * factors[j].mahalanobis(row, means[j], room);
      largest = Math.max(largest, posterior[j]);
    }
    double sum = 0;
    for (int j = 0; j < posterior.length; j++) {
      posterior[j] = Math.exp(posterior[j] - largest);
      sum += posterior[j];
    }
    for (int j = 0; j < posterior.length; j++) {
      posterior[j] /= sum;
    }
    return largest + Math.log(sum);
  }
}
