package org.segql.engine.local.command;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Column;
import org.segql.engine.local.eval.Vector;
import org.segql.engine.local.eval.VectorText;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/// Vectors as charts take columns.
final class ChartColumns {
  private ChartColumns() {}

  static Column of(String name, Vector vector) {
    return switch (vector) {
      case Vector.Numbers v -> new Column.Number(name, v.values());
      case Vector.Texts v -> new Column.Text(name, texts(v), v.levels());
      case Vector.Booleans v ->
          new Column.Text(name, texts(VectorText.of(v)), List.of("false", "true"));
      case Vector.Dates v -> {
        double[] days = new double[v.size()];
        Arrays.setAll(
            days, i -> v.missing(i) ? Double.NaN : PackedLocalDate.toEpochDay(v.packed()[i]));
        yield new Column.Time(name, days);
      }
      case Vector.Moments v -> {
        double[] days = new double[v.size()];
        Arrays.setAll(
            days,
            i ->
                v.missing(i)
                    ? Double.NaN
                    : PackedLocalDateTime.asLocalDateTime(v.packed()[i])
                            .toEpochSecond(ZoneOffset.UTC)
                        / 86_400.0);
        yield new Column.Time(name, days);
      }
    };
  }

  private static @Nullable String[] texts(Vector.Texts v) {
    @Nullable String[] out = new String[v.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = v.missing(i) ? null : v.text(i);
    }
    return out;
  }
}
