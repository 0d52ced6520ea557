package org.segql.engine.local.segment;

import org.segql.engine.local.prepare.Exclusion;

/// The segment of every row of a source, in its order.
///
/// @param segments numbers from 1; 0 noise, {@link Assignment#NONE} where the row took no part
/// @param distances in prepared units; NaN where there is none
/// @param confidence 0..1; NaN where the algorithm has none
public record Membership(
    int[] segments, double[] distances, double[] confidence, Exclusion[] excluded) {

  /// Segments as the measures take them: from 0, noise and none -1.
  public int[] labels() {
    int[] labels = new int[segments.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Math.max(-1, segments[i] - 1);
    }
    return labels;
  }

  public boolean hasConfidence() {
    for (double c : confidence) {
      if (!Double.isNaN(c)) {
        return true;
      }
    }
    return false;
  }
}
