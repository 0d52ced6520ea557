package org.segql.engine.local.cluster;

/// A mixture of k normal distributions; each row goes to the component that most probably made it.
///
/// @param weights k shares, adding up to 1
/// @param means k × d
/// @param covariances k × d × d
public record GaussianMixture(double[] weights, double[][] means, double[][][] covariances)
    implements Scorer {
  @Override
  public Scores score(Matrix rows) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int k() {
    return weights.length;
  }

  @Override
  public String fidelity() {
    return "New rows go to the most probable component, exactly as in the fit.";
  }
}
