package org.segql.engine.local.cluster;

/// What a fitted model needs to put new rows, prepared as the old ones were, into its segments.
/// Plain data, so that a model can be saved.
public sealed interface Scorer permits NearestCentroid, NearestPart, GaussianMixture, NearestCore {
  /// The segments of new rows.
  ///
  /// @param labels n numbers 0..k-1, or -1 where a row belongs to no segment
  /// @param distances n distances in prepared units from the centroid of the segment; NaN where a
  ///   row belongs to none
  /// @param confidence n probabilities of the segment given the row; NaN where the model has none
  record Scores(int[] labels, double[] distances, double[] confidence) {}

  Scores score(Matrix rows);

  /// The number of segments, noise not counted.
  int k();

  /// One sentence: how new rows are scored, and how faithful that is to the fit.
  String fidelity();
}
