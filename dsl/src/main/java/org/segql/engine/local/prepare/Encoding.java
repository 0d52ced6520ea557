package org.segql.engine.local.prepare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.segql.engine.local.eval.Days;
import org.segql.engine.local.eval.Vector;

/// Values of a variable as numbers, before scaling.
final class Encoding {
  private Encoding() {}

  /// Numbers as they are, dates as days since 1970-01-01, truth values as 0 and 1; of texts the
  /// place of the level, NaN for one that the list has not.
  static double[] numbers(Vector vector, List<String> levels) {
    int n = vector.size();
    double[] out = new double[n];
    switch (vector) {
      case Vector.Numbers v -> {
        return v.values();
      }
      case Vector.Booleans v -> Arrays.setAll(out, i -> v.missing(i) ? Double.NaN : v.values()[i]);
      case Vector.Dates v -> {
        return Days.of(v);
      }
      case Vector.Moments v -> {
        return Days.of(v);
      }
      case Vector.Texts v -> {
        var places = new HashMap<String, Integer>();
        for (int l = 0; l < levels.size(); l++) {
          places.put(levels.get(l), l);
        }
        double[] place = new double[v.dictionary().length];
        for (int c = 0; c < place.length; c++) {
          Integer at = places.get(v.dictionary()[c]);
          place[c] = at == null ? Double.NaN : at;
        }
        Arrays.setAll(out, i -> v.missing(i) ? Double.NaN : place[v.codes()[i]]);
      }
    }
    return out;
  }
}
