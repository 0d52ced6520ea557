package org.segql.engine.local.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Diagnostic;
import smile.clustering.CentroidClustering;

/// What a fit gives. Segments are numbered by the weight of their members, heaviest first, ties by
/// centroid: the same data give the same numbers.
///
/// @param labels n segment numbers 0..k-1; -1 for noise
/// @param centroids k × d means of the members in prepared units (modes or medoids where the
///   algorithm says so)
/// @param objective what the algorithm made small (the within-cluster sum of squares, the negative
///   log-likelihood); NaN where it has no such number
/// @param confidence n probabilities of a row's own segment; empty where the algorithm has none
/// @param converged whether it ended before its limit of iterations
/// @param tree the merge tree of a hierarchical fit, else null
/// @param notes what the user should know: a sample taken, a limit reached
public record Fit(
    int[] labels,
    double[][] centroids,
    double objective,
    double[] confidence,
    int iterations,
    boolean converged,
    Scorer scorer,
    @Nullable Dendrogram tree,
    List<Diagnostic> notes) {
  public Fit {
    notes = List.copyOf(notes);
  }

  /// The number of segments, noise not counted.
  public int k() {
    return scorer.k();
  }

  /// How far each row is from the centroid of its segment; NaN for noise.
  ///
  /// @param data the rows that were fitted
  public double[] distances(Matrix data) {
    return Distances.own(data, labels, centroids);
  }

  /// The same as Smile's type of model.
  ///
  /// @param data the rows that were fitted; no row may be noise
  public CentroidClustering<double[], double[]> smile(Matrix data) {
    return new NearestCentroid(centroids, true).smile(data, labels);
  }
}
