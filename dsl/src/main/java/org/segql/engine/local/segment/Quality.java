package org.segql.engine.local.segment;

/// How good a segmentation is as a whole; NaN where a figure does not apply.
///
/// @param silhouette mean over rows
/// @param sampled rows that the silhouette was computed on
/// @param explained between / total sum of squares of the prepared variables
/// @param objective what the algorithm minimised
/// @param verdict natural, reproducible, constructive, none; empty where nothing was validated
public record Quality(
    double silhouette,
    long sampled,
    double calinskiHarabasz,
    double daviesBouldin,
    double explained,
    double objective,
    String verdict) {
  static final Quality UNKNOWN =
      new Quality(Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "");

  Quality judged(String newVerdict) {
    return new Quality(
        silhouette, sampled, calinskiHarabasz, daviesBouldin, explained, objective, newVerdict);
  }
}
