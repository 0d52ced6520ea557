package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.segql.engine.Progress;

/// Density segments: a row goes to the segment of the nearest core row if that is no farther than
/// epsilon, else it is noise.
///
/// @param points the core rows, m × d
/// @param labels their segments, m numbers 0..k-1
/// @param centroids means of the members of the segments, k × d
/// @param epsilon in prepared units
public record NearestCore(double[][] points, int[] labels, double[][] centroids, double epsilon)
    implements Scorer {
  @Override
  public Scores score(Matrix rows) {
    int[] found =
        labels(rows, new Workers(Runtime.getRuntime().availableProcessors(), Progress.NONE));
    double[] none = new double[found.length];
    Arrays.fill(none, Double.NaN);
    return new Scores(found, Distances.own(rows, found, centroids), none);
  }

  /// The segments of rows.
  int[] labels(Matrix rows, Workers workers) {
    int[] found = new int[rows.rows()];
    var tree = new KdTree(points);
    workers.run(
        rows.tiles(),
        1,
        (_, from, to) -> {
          double[] row = new double[rows.columns()];
          for (int i = from * Matrix.TILE; i < Math.min(rows.rows(), to * Matrix.TILE); i++) {
            rows.row(i, row);
            var nearest = tree.nearest(row, 1);
            boolean inside = nearest.squared()[0] <= epsilon * epsilon;
            found[i] = inside ? labels[nearest.rows()[0]] : -1;
          }
        });
    return found;
  }

  @Override
  public int k() {
    return centroids.length;
  }

  @Override
  public String fidelity() {
    return "New rows go to the segment of the nearest core row within epsilon, exactly as in the"
        + " fit; beyond it they are noise.";
  }
}
