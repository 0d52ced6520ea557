package org.segql.engine.local.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.segql.engine.Progress;
import org.segql.engine.local.eval.Vector;
import org.segql.measure.IndexSort;
import org.segql.plan.Preparation.Missing;

/// KNN imputation: a missing prepared value is the mean over the nearest complete rows, by the
/// Euclidean distance over the values that are there.
final class Neighbours {
  /// The most complete rows that are looked among: evenly spread over their sorted order, so that
  /// it does not depend on the rows' order.
  static final int MOST = 2_000;

  private Neighbours() {}

  static double[][] of(
      FittedPreparation fitted, List<Vector> vectors, boolean[] in, Progress progress) {
    var excluded = new Exclusion[in.length];
    Arrays.setAll(excluded, i -> in[i] ? Exclusion.NONE : Exclusion.WHERE);
    var columns = new ArrayList<double[]>();
    for (int v = 0; v < vectors.size(); v++) {
      columns.addAll(
          List.of(Preparer.columns(fitted.variables().get(v), vectors.get(v), excluded)));
    }
    var complete = new ArrayList<double[]>();
    for (int i = 0; i < in.length; i++) {
      if (i % 10_000 == 0) {
        progress.check();
      }
      int row = i;
      double[] values = columns.stream().mapToDouble(c -> c[row]).toArray();
      if (excluded[i] == Exclusion.NONE && Arrays.stream(values).noneMatch(Double::isNaN)) {
        complete.add(values);
      }
    }
    complete.sort(Comparator.comparing((double[] x) -> x, Arrays::compare));
    if (complete.size() <= MOST) {
      return complete.toArray(new double[0][]);
    }
    double[][] spread = new double[MOST][];
    Arrays.setAll(spread, i -> complete.get((int) ((long) i * complete.size() / MOST)));
    return spread;
  }

  static void impute(
      FittedPreparation fitted, double[][] columns, Exclusion[] excluded, Progress progress) {
    int[] counts =
        fitted.variables().stream()
            .flatMapToInt(
                v -> IntStream.range(0, v.columns()).map(_ -> count(v.preparation().missing())))
            .toArray();
    if (fitted.neighbours().length == 0) {
      return;
    }
    double[] row = new double[columns.length];
    for (int i = 0; i < excluded.length; i++) {
      boolean gaps = false;
      for (int j = 0; j < row.length; j++) {
        row[j] = columns[j][i];
        gaps |= Double.isNaN(row[j]);
      }
      if (gaps && excluded[i] == Exclusion.NONE) {
        progress.check();
        fill(fitted.neighbours(), counts, row);
        for (int j = 0; j < row.length; j++) {
          columns[j][i] = row[j];
        }
      }
    }
  }

  /// How many neighbours fill a variable's gaps; 0 where they do not.
  private static int count(Missing missing) {
    return missing instanceof Missing.Knn knn ? knn.neighbours() : 0;
  }

  private static void fill(double[][] among, int[] counts, double[] row) {
    double[] distances = new double[among.length];
    for (int r = 0; r < among.length; r++) {
      for (int j = 0; j < row.length; j++) {
        double d = row[j] - among[r][j];
        distances[r] += Double.isNaN(d) ? 0 : d * d;
      }
    }
    int[] rows = new int[among.length];
    Arrays.setAll(rows, r -> r);
    int[] order = IndexSort.ascending(distances, rows);
    for (int j = 0; j < row.length; j++) {
      int k = Math.min(counts[j], order.length);
      if (Double.isNaN(row[j]) && k > 0) {
        double sum = 0;
        for (int r = 0; r < k; r++) {
          sum += among[order[r]][j];
        }
        row[j] = sum / k;
      }
    }
  }
}
