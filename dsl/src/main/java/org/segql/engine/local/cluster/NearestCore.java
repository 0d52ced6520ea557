package org.segql.engine.local.cluster;

/// Density segments: a row goes to the segment of the nearest core row if that is no farther than
/// epsilon, else it is noise.
///
/// @param points the core rows, m × d
/// @param labels their segments, m numbers 0..k-1
/// @param epsilon in prepared units
public record NearestCore(double[][] points, int[] labels, double epsilon) implements Scorer {
  @Override
  public Scores score(Matrix rows) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int k() {
    int k = 0;
    for (int label : labels) {
      k = Math.max(k, label + 1);
    }
    return k;
  }

  @Override
  public String fidelity() {
    return "New rows go to the segment of the nearest core row within epsilon, exactly as in the"
        + " fit; beyond it they are noise.";
  }
}
