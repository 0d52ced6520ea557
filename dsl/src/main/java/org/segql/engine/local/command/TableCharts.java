package org.segql.engine.local.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.chart.Bar;
import org.segql.chart.Box;
import org.segql.chart.Chart;
import org.segql.chart.Column;
import org.segql.chart.Correlation;
import org.segql.chart.Facets;
import org.segql.chart.Figure;
import org.segql.chart.Groups;
import org.segql.chart.Histogram;
import org.segql.chart.Mosaic;
import org.segql.chart.Pareto;
import org.segql.chart.Pie;
import org.segql.chart.Scatter;
import org.segql.chart.Scatter3d;
import org.segql.chart.Segments;
import org.segql.chart.Series;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.eval.ColumnVectors;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.plan.Command;
import org.segql.plan.Expr;

/// Charts of the rows of a table, or of a segmentation as one.
final class TableCharts {
  private final Execution execution;
  private final Command.Plot.Item item;
  private final Map<String, Object> arguments;
  private final LocalData data;
  private final Frame frame;

  TableCharts(Execution execution, Command.Plot.Item item) {
    this.execution = execution;
    this.item = item;
    this.arguments = item.arguments();
    this.data = execution.data(item.object());
    this.frame = execution.columns(item.object(), List.copyOf(needed()));
  }

  private Set<String> needed() {
    var names = new LinkedHashSet<String>();
    arguments.values().forEach(v -> collect(v, names));
    if (item.chart().equals("correlation") && !arguments.containsKey("columns")) {
      data.schema().columns().stream()
          .filter(c -> c.type() == Type.NUMBER)
          .limit(40)
          .map(ColumnInfo::name)
          .forEach(names::add);
    }
    return names;
  }

  private static void collect(Object value, Set<String> into) {
    switch (value) {
      case Expr.Column c -> into.add(c.name());
      case List<?> list -> list.forEach(v -> collect(v, into));
      default -> {}
    }
  }

  Figure draw() {
    @Nullable Column facet = column("facet");
    if (facet == null) {
      return new Figure(chart(all()));
    }
    return Facets.of(facet, (Function<int[], Chart>) this::chart);
  }

  private int[] all() {
    int[] rows = new int[frame.rowCount()];
    Arrays.setAll(rows, i -> i);
    return rows;
  }

  private Chart chart(int[] rows) {
    boolean logX = log("x");
    boolean logY = log("y");
    return switch (item.chart()) {
      case "histogram" ->
          Histogram.of(needed("x", rows), groups(rows), (int) number("bins", 0), logX);
      case "bar" -> {
        Column by = column("by");
        yield Bar.of(
            needed("x", rows),
            numeric("y", rows),
            by == null ? null : by.rows(rows),
            stat(),
            text("sort", "value"));
      }
      case "pie" -> Pie.of(needed("x", rows), numeric("y", rows), number("hole", 0));
      case "box", "violin" -> {
        var y = (Column.Number) needed(arguments.containsKey("y") ? "y" : "x", rows);
        boolean log = logX || logY;
        yield item.chart().equals("box")
            ? Box.of(y, groups(rows), log)
            : Box.violin(y, groups(rows), log);
      }
      case "scatter" ->
          Scatter.of(
              needed("x", rows),
              needed("y", rows),
              segments(rows),
              new Scatter.Options(rowsOf("colour", rows), numeric("size", rows), logX, logY));
      case "correlation" -> Correlation.of(numbers());
      case "line" ->
          Series.of(
              needed("x", rows),
              (Column.Number) needed("y", rows),
              groups(rows),
              stat(),
              logX,
              logY);
      case "pareto" -> {
        Column x = needed("x", rows);
        Column.Number y = numeric("y", rows);
        yield x instanceof Column.Number n && y == null ? Pareto.concentration(n) : Pareto.of(x, y);
      }
      case "scatter3d" ->
          Scatter3d.of(
              (Column.Number) needed("x", rows),
              (Column.Number) needed("y", rows),
              (Column.Number) needed("z", rows),
              data instanceof LocalSegmentation s
                  ? Facets.rows(Groups.by(SegmentCharts.segments(s)), rows)
                  : Groups.none(rows.length));
      case "mosaic" -> Mosaic.of(needed("x", rows), Objects.requireNonNull(segments(rows)));
      default -> throw new IllegalArgumentException("no chart of rows: " + item.chart());
    };
  }

  private List<Column.Number> numbers() {
    var out = new ArrayList<Column.Number>();
    for (String name : frame.schema().names()) {
      if (ChartColumns.of(name, ColumnVectors.of(frame, name)) instanceof Column.Number n) {
        out.add(n);
      }
    }
    return out;
  }

  /// Groups of BY; without it one group, of a segmentation its segments.
  private Groups groups(int[] rows) {
    Column by = column("by");
    if (by != null) {
      boolean segments = by.name().equals("segment") || by.name().equals("segment_name");
      if (segments && data instanceof LocalSegmentation s) {
        return Facets.rows(Groups.by(SegmentCharts.segments(s)), rows);
      }
      return Groups.by(by.rows(rows).asText());
    }
    return Groups.none(rows.length);
  }

  private @Nullable Segments segments(int[] rows) {
    return data instanceof LocalSegmentation s && !arguments.containsKey("colour")
        ? Facets.rows(SegmentCharts.segments(s), rows)
        : null;
  }

  private Column needed(String parameter, int[] rows) {
    Column column = column(parameter);
    if (column == null) {
      throw new IllegalArgumentException(item.chart() + " without " + parameter);
    }
    return column.rows(rows);
  }

  private @Nullable Column rowsOf(String parameter, int[] rows) {
    Column column = column(parameter);
    return column == null ? null : column.rows(rows);
  }

  private Column.@Nullable Number numeric(String parameter, int[] rows) {
    return rowsOf(parameter, rows) instanceof Column.Number n ? n : null;
  }

  private @Nullable Column column(String parameter) {
    return arguments.get(parameter) instanceof Expr.Column c
        ? ChartColumns.of(c.name(), ColumnVectors.of(frame, c.name()))
        : null;
  }

  private double number(String parameter, double absent) {
    return arguments.get(parameter) instanceof Double d ? d : absent;
  }

  private String text(String parameter, String absent) {
    return arguments.get(parameter) instanceof String s ? s.toLowerCase(Locale.ROOT) : absent;
  }

  private Bar.Stat stat() {
    return Bar.Stat.valueOf(text("stat", "mean").toUpperCase(Locale.ROOT));
  }

  /// Whether the axis of a parameter's column is logarithmic: `log = (income)` names the column.
  private boolean log(String parameter) {
    var named = new LinkedHashSet<String>();
    Object value = arguments.get("log");
    if (value == null) {
      return false;
    }
    collect(value, named);
    return arguments.get(parameter) instanceof Expr.Column c && named.contains(c.name())
        || named.contains(parameter);
  }
}
