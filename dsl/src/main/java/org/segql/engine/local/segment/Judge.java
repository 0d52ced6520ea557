package org.segql.engine.local.segment;

import org.jspecify.annotations.Nullable;
import org.segql.engine.Progress;
import org.segql.engine.local.cluster.Fit;
import org.segql.engine.local.prepare.Prepared;
import org.segql.measure.Dispersion;
import org.segql.measure.Silhouette;

/// The figures of merit of a fit: silhouette, Calinski-Harabasz, Davies-Bouldin, explained
/// variance. Rules and bands have none.
final class Judge {
  private final Quality quality;
  private final double[] silhouettes;

  Judge(@Nullable Prepared prepared, @Nullable Fit fit, int k, long seed, Progress progress) {
    if (prepared == null || fit == null) {
      quality = Quality.UNKNOWN;
      silhouettes = new double[0];
      return;
    }
    progress.report("judging the segments", -1);
    var matrix = prepared.matrix();
    double[][] columns = matrix.toColumns();
    var dispersion = Dispersion.of(columns, fit.labels(), Math.max(1, k), matrix.weights());
    Silhouette silhouette =
        k < 2 ? null : Silhouette.of(columns, fit.labels(), k, matrix.weights(), seed);
    silhouettes = silhouette == null ? new double[0] : silhouette.segments();
    quality =
        new Quality(
            silhouette == null ? Double.NaN : silhouette.mean(),
            silhouette == null ? 0 : silhouette.sampled(),
            k < 2 ? Double.NaN : dispersion.calinskiHarabasz(),
            k < 2 ? Double.NaN : dispersion.daviesBouldin(),
            k < 1 ? Double.NaN : dispersion.betweenToTotal(),
            fit.objective(),
            k == 1 ? "none" : "");
  }

  Quality quality() {
    return quality;
  }

  /// One a segment; empty where there are none.
  double[] silhouettes() {
    return silhouettes;
  }
}
