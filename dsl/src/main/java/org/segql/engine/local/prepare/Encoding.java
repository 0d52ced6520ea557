package org.segql.engine.local.prepare;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.segql.engine.local.eval.Vector;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

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
      case Vector.Dates v ->
          Arrays.setAll(
              out, i -> v.missing(i) ? Double.NaN : PackedLocalDate.toEpochDay(v.packed()[i]));
      case Vector.Moments v ->
          Arrays.setAll(
              out,
              i ->
                  v.missing(i)
                      ? Double.NaN
                      : PackedLocalDateTime.asLocalDateTime(v.packed()[i])
                              .toEpochSecond(ZoneOffset.UTC)
                          / 86_400.0);
      case Vector.Texts v -> {
        double[] place = new double[v.dictionary().length];
        for (int c = 0; c < place.length; c++) {
          int at = levels.indexOf(v.dictionary()[c]);
          place[c] = at < 0 ? Double.NaN : at;
        }
        Arrays.setAll(out, i -> v.missing(i) ? Double.NaN : place[v.codes()[i]]);
      }
    }
    return out;
  }
}
