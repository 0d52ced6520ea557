package org.segql.engine.local.cluster;

/// What counts as the distance of two clusters in a hierarchical fit.
public enum Linkage {
  /// The smallest distance of two members.
  SINGLE,
  /// The largest distance of two members.
  COMPLETE,
  /// The mean distance of two members (UPGMA).
  AVERAGE,
  /// √(2 · the growth of the within-cluster sum of squares): Ward (1963), as scipy scales it.
  WARD
}
