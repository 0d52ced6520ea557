package org.segql.engine.local.cluster;

import org.segql.engine.Progress;

/// A mixture of k normal distributions; each row goes to the component that most probably made it.
///
/// @param weights k shares above 0, adding up to 1
/// @param means k × d
/// @param covariances k × d × d, positive definite
public record GaussianMixture(double[] weights, double[][] means, double[][][] covariances)
    implements Scorer {
  @Override
  public Scores score(Matrix rows) {
    return score(rows, new Workers(Runtime.getRuntime().availableProcessors(), Progress.NONE));
  }

  Scores score(Matrix rows, Workers workers) {
    int[] labels = new int[rows.rows()];
    double[] distances = new double[rows.rows()];
    double[] confidence = new double[rows.rows()];
    MixtureDensity density = MixtureDensity.of(this);
    workers.run(
        rows.tiles(),
        4,
        (_, from, to) -> {
          MixtureDensity own = density.copy();
          double[] row = new double[rows.columns()];
          double[] posterior = new double[k()];
          int end = Math.min(rows.rows(), to * Matrix.TILE);
          for (int i = from * Matrix.TILE; i < end; i++) {
            rows.row(i, row);
            own.posterior(row, posterior);
            int best = 0;
            for (int j = 1; j < posterior.length; j++) {
              best = posterior[j] > posterior[best] ? j : best;
            }
            labels[i] = best;
            confidence[i] = posterior[best];
            distances[i] = Math.sqrt(Distances.squared(row, means[best]));
          }
        });
    return new Scores(labels, distances, confidence);
  }

  @Override
  public int k() {
    return weights.length;
  }

  /// The number of free parameters: k − 1 shares, k·d means, k·d(d+1)/2 covariances.
  public int parameters() {
    int d = means[0].length;
    return k() - 1 + k() * d + k() * d * (d + 1) / 2;
  }

  @Override
  public String fidelity() {
    return "New rows go to the most probable component, exactly as in the fit.";
  }
}
