package org.segql.measure;

/// What a segment's mean Jaccard similarity under resampling is called.
///
/// Hennig (2007), "Cluster-wise assessment of cluster stability", CSDA 52.
public enum StabilityGrade {
  /// At most .5: the segment dissolves in other samples.
  DISSOLVED,
  /// Below .6.
  DOUBTFUL,
  /// .6 to .75: there is a pattern, but who belongs to it is uncertain.
  PATTERN,
  /// .75 and above.
  STABLE,
  /// .85 and above.
  HIGHLY_STABLE;

  public static StabilityGrade of(double jaccard) {
    if (!(jaccard > 0.5)) {
      return DISSOLVED;
    }
    if (jaccard < 0.6) {
      return DOUBTFUL;
    }
    if (jaccard < 0.75) {
      return PATTERN;
    }
    return jaccard < 0.85 ? STABLE : HIGHLY_STABLE;
  }
}
