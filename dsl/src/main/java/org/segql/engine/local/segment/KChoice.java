package org.segql.engine.local.segment;

import java.util.List;

/// How k was chosen: a row a candidate.
///
/// @param noStructure whether the data show no clear segments, so that one was made
public record KChoice(int chosen, List<Candidate> candidates, boolean noStructure, String reason) {
  public KChoice {
    candidates = List.copyOf(candidates);
  }

  /// @param votes how many of the criteria prefer it
  public record Candidate(
      int k,
      double objective,
      double silhouette,
      double calinskiHarabasz,
      double daviesBouldin,
      int votes) {}
}
