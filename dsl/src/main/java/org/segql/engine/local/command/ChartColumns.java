package org.segql.engine.local.command;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Column;
import org.segql.engine.local.eval.Days;
import org.segql.engine.local.eval.Vector;

/// Vectors as charts take columns.
final class ChartColumns {
  private ChartColumns() {}

  static Column of(String name, Vector vector) {
    return switch (vector) {
      case Vector.Numbers v -> new Column.Number(name, v.values());
      case Vector.Texts v -> new Column.Text(name, texts(v), v.levels());
      case Vector.Booleans v -> new Column.Text(name, texts(v), List.of("false", "true"));
      case Vector.Dates v -> new Column.Time(name, Days.of(v));
      case Vector.Moments v -> new Column.Time(name, Days.of(v));
    };
  }

  private static @Nullable String[] texts(Vector.Texts v) {
    return texts(v, v::text);
  }

  private static @Nullable String[] texts(Vector.Booleans v) {
    return texts(v, i -> v.values()[i] == 1 ? "true" : "false");
  }

  private static @Nullable String[] texts(Vector v, IntFunction<String> text) {
    @Nullable String[] out = new String[v.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = v.missing(i) ? null : text.apply(i);
    }
    return out;
  }
}
