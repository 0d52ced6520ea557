package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// A column as charts take it: a name and a value for each row.
public sealed interface Column {
  String name();

  int size();

  /// The rows of these numbers, in this order.
  Column rows(int[] rows);

  /// Numbers; NaN where there is none.
  record Number(String name, double[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Number rows(int[] rows) {
      return new Number(name, take(values, rows));
    }
  }

  /// Points in time, as days since 1970-01-01 with fractions; NaN where there is none.
  record Time(String name, double[] days) implements Column {
    @Override
    public int size() {
      return days.length;
    }

    @Override
    public Time rows(int[] rows) {
      return new Time(name, take(days, rows));
    }
  }

  /// Texts; null where there is none. Truth values are the texts `true` and `false`.
  ///
  /// @param levels all values in their order, where the text is ordered; else empty
  record Text(String name, @Nullable String[] values, List<String> levels) implements Column {
    public Text {
      levels = List.copyOf(levels);
    }

    public Text(String name, @Nullable String[] values) {
      this(name, values, List.of());
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Text rows(int[] rows) {
      @Nullable String[] taken = new @Nullable String[rows.length];
      for (int i = 0; i < rows.length; i++) {
        taken[i] = values[rows[i]];
      }
      return new Text(name, taken, levels);
    }

    /// The values that occur: in the order of the levels, else alphabetically.
    public List<String> distinct() {
      Set<String> seen = new HashSet<>();
      for (String value : values) {
        if (value != null) {
          seen.add(value);
        }
      }
      if (levels.isEmpty()) {
        return List.copyOf(new TreeSet<>(seen));
      }
      List<String> ordered = new ArrayList<>(levels.stream().filter(seen::contains).toList());
      seen.stream().filter(v -> !levels.contains(v)).sorted().forEach(ordered::add);
      return ordered;
    }
  }

  /// The column as texts: numbers and times as they are written.
  default Text asText() {
    return switch (this) {
      case Text t -> t;
      case Number n -> texts(n.name, n.values, Numbers::text);
      case Time t -> texts(t.name, t.days, Times::date);
    };
  }

  /// The column as numbers where it has any: times are days.
  default double @Nullable [] asNumbers() {
    return switch (this) {
      case Text _ -> null;
      case Number n -> n.values;
      case Time t -> t.days;
    };
  }

  private static Text texts(String name, double[] values, DoubleFunction<String> writer) {
    @Nullable String[] texts = new @Nullable String[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = Double.isNaN(values[i]) ? null : writer.apply(values[i]);
    }
    List<String> levels =
        Arrays.stream(values)
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .mapToObj(writer)
            .distinct()
            .toList();
    return new Text(name, texts, levels);
  }

  private static double[] take(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(r -> values[r]).toArray();
  }
}
