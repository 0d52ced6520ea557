package org.segql.engine.local.segment;

/// A segment.
///
/// @param number from 1, the largest first
/// @param size rows
/// @param population sum of weights; equal to `size` without weights
/// @param share of the population of all segments, noise included
/// @param silhouette mean over its rows; NaN where it was not computed
/// @param stability mean Jaccard over bootstrap fits; NaN where it was not computed
public record SegmentInfo(
    int number,
    String name,
    long size,
    double population,
    double share,
    double silhouette,
    double stability) {

  SegmentInfo named(String newName) {
    return new SegmentInfo(number, newName, size, population, share, silhouette, stability);
  }

  SegmentInfo withStability(double value) {
    return new SegmentInfo(number, name, size, population, share, silhouette, value);
  }
}
