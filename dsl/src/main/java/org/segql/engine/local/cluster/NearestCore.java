package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.segql.engine.Progress;

/// Density segments: a row goes to the segment of the nearest core row if that is no farther than
/// epsilon, else it is noise.
///
/// @param points the core rows, m × d
/// @param labels their segments, m numbers 0..k-1
/// @param epsilon in prepared units
public record NearestCore(double[][] points, int[] labels, double epsilon) implements Scorer {
  @Override
  public Scores score(Matrix rows) {
    return score(rows, new Workers(Runtime.getRuntime().availableProcessors(), Progress.NONE));
  }

  Scores score(Matrix rows, Workers workers) {
    int[] found = new int[rows.rows()];
    double[] distances = new double[rows.rows()];
    double[] none = new double[rows.rows()];
    Arrays.fill(none, Double.NaN);
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
            distances[i] = points.length == 0 ? Double.NaN : Math.sqrt(nearest.squared()[0]);
          }
        });
    return new Scores(found, distances, none);
  }

  @Override
  public int k() {
    return Arrays.stream(labels).max().orElse(-1) + 1;
  }

  @Override
  public String fidelity() {
    return "New rows go to the segment of the nearest core row within epsilon, exactly as in the"
        + " fit; beyond it they are noise.";
  }
}
