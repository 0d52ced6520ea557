package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.segql.engine.Progress;
import smile.clustering.CentroidClustering;
import smile.math.MathEx;

/// Each row goes to the nearest centroid.
///
/// @param centroids k × d
/// @param exact whether the fit itself put its rows to the nearest centroid, as k-means does; where
///   false the fit was a tree or the like, and some of its own rows would score differently
public record NearestCentroid(double[][] centroids, boolean exact) implements Scorer {
  @Override
  public Scores score(Matrix rows) {
    var workers = new Workers(Runtime.getRuntime().availableProcessors(), Progress.NONE);
    var nearest = Distances.nearest(rows, centroids, workers);
    double[] distances = nearest.squared();
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.sqrt(distances[i]);
    }
    double[] none = new double[distances.length];
    Arrays.fill(none, Double.NaN);
    return new Scores(nearest.labels(), distances, none);
  }

  /// The same as Smile's type of model.
  ///
  /// @param data the rows that were fitted, prepared
  /// @param labels n segment numbers 0..k-1; no row may be noise
  public CentroidClustering<double[], double[]> smile(Matrix data, int[] labels) {
    double[] squared = new double[labels.length];
    double[] row = new double[data.columns()];
    for (int i = 0; i < labels.length; i++) {
      data.row(i, row);
      squared[i] = Distances.squared(row, centroids[labels[i]]);
    }
    return new CentroidClustering<>("K-Means", centroids, MathEx::distance, labels, squared);
  }

  @Override
  public int k() {
    return centroids.length;
  }

  @Override
  public String fidelity() {
    return exact
        ? "New rows go to the nearest centroid, exactly as in the fit."
        : "New rows go to the nearest centroid; the fit itself did not use centroids, so some of"
            + " its own rows would score differently.";
  }
}
