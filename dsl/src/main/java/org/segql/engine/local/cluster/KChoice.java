package org.segql.engine.local.cluster;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.segql.diagnostic.Diagnostic;
import org.segql.measure.Metric;

/// The answer to "how many segments?".
///
/// @param rows the figures of each k, ascending
/// @param votes the k that each measure is for; 1 from the gap statistic means: no segments
/// @param elbow the bend of the within-cluster sum of squares, which does not vote; empty where
///   nothing bends
/// @param k the choice; 1 where the data show no clear segments
/// @param fit the fit with that k
/// @param notes what was sampled, and why the choice is as it is
public record KChoice(
    List<Row> rows,
    Map<Metric, Integer> votes,
    OptionalInt elbow,
    int k,
    Fit fit,
    List<Diagnostic> notes) {
  public KChoice {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /// The figures of one k; NaN where one cannot be computed.
  ///
  /// @param within within-cluster sum of squares
  /// @param gap of k-means on a sample, with its standard error
  /// @param stability mean adjusted Rand index of two bootstraps
  /// @param separation {@link Dendrogram#separation}, where an algorithm follows chains; else NaN
  public record Row(
      int k,
      double within,
      double silhouette,
      double calinskiHarabasz,
      double daviesBouldin,
      double gap,
      double gapError,
      double stability,
      double separation) {

    /// The figure of a metric that takes part in the choice, else NaN.
    public double value(Metric metric) {
      return switch (metric) {
        case WITHIN -> within;
        case SILHOUETTE -> silhouette;
        case CALINSKI_HARABASZ -> calinskiHarabasz;
        case DAVIES_BOULDIN -> daviesBouldin;
        case GAP -> gap;
        case STABILITY -> stability;
        case SEPARATION -> separation;
        case SIMPLIFIED_SILHOUETTE, BETWEEN_TOTAL, JACCARD, ADJUSTED_RAND, HOPKINS, BIC ->
            Double.NaN;
      };
    }
  }

  /// Whether the data show segments at all.
  public boolean clear() {
    return k > 1;
  }
}
