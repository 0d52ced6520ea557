package org.segql.engine.local.eval;

import java.util.List;
import org.segql.engine.local.eval.Vector.Booleans;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.function.ScalarFunction;

/// Over several columns of a row.
final class RowFunctions {
  private RowFunctions() {}

  static Numbers call(ScalarFunction function, List<Vector> vectors) {
    int n = vectors.getFirst().size();
    double[] sums = new double[n];
    int[] counts = new int[n];
    for (Vector v : vectors) {
      for (int i = 0; i < n; i++) {
        if (!v.missing(i)) {
          counts[i]++;
          sums[i] += v instanceof Booleans b ? b.values()[i] : ((Numbers) v).values()[i];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      sums[i] =
          switch (function) {
            case ROW_COUNT -> sums[i];
            case ROW_SUM -> counts[i] == 0 ? Double.NaN : sums[i];
            case ROW_MEAN -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
            default -> throw new IllegalArgumentException(function + " is over no row");
          };
    }
    return new Numbers(sums);
  }
}
