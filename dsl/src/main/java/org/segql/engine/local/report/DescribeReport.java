package org.segql.engine.local.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.segql.catalog.Type;
import org.segql.diagnostic.NumberText;
import org.segql.engine.local.segment.Identifiers;
import org.segql.plan.ExprText;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// DESCRIBE as a table: a row a column.
public final class DescribeReport {
  private static final List<String> QUANTILES = List.of("min", "q1", "median", "q3", "max");

  private DescribeReport() {}

  public static Part.TablePart table(List<ColumnSummary> columns) {
    Table table =
        Table.create(
            StringColumn.create("column", columns.stream().map(c -> c.info().name()).toList()),
            StringColumn.create(
                "type",
                columns.stream()
                    .map(c -> c.info().type().name().toLowerCase(Locale.ROOT))
                    .toList()),
            DoubleColumn.create(
                "missing", columns.stream().mapToDouble(ColumnSummary::missing).toArray()),
            DoubleColumn.create(
                "distinct", columns.stream().mapToDouble(ColumnSummary::distinct).toArray()));
    Map<String, ColumnFormat> formats = new LinkedHashMap<>();
    formats.put("missing", ColumnFormat.WHOLE);
    formats.put("distinct", ColumnFormat.WHOLE);
    for (int q = 0; q < QUANTILES.size(); q++) {
      int place = q;
      table.addColumns(
          StringColumn.create(
              QUANTILES.get(q), columns.stream().map(c -> quantile(c, place)).toList()));
      formats.put(QUANTILES.get(q), ColumnFormat.FIGURE);
    }
    table.addColumns(
        StringColumn.create("mean", columns.stream().map(DescribeReport::mean).toList()),
        StringColumn.create("most frequent", columns.stream().map(ColumnSummary::top).toList()),
        StringColumn.create(
            "distribution",
            columns.stream()
                .map(
                    c ->
                        Arrays.stream(c.histogram())
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(" ")))
                .toList()));
    formats.put("mean", ColumnFormat.FIGURE);
    formats.put("distribution", ColumnFormat.HISTOGRAM);
    return Part.table(table, formats).backedBy(figures(columns));
  }

  /// The same with numbers as numbers.
  private static Table figures(List<ColumnSummary> columns) {
    Table table =
        Table.create(
            StringColumn.create("column", columns.stream().map(c -> c.info().name()).toList()),
            StringColumn.create("type", columns.stream().map(c -> c.info().type().name()).toList()),
            DoubleColumn.create(
                "rows", columns.stream().mapToDouble(ColumnSummary::rows).toArray()),
            DoubleColumn.create(
                "missing", columns.stream().mapToDouble(ColumnSummary::missing).toArray()),
            DoubleColumn.create(
                "distinct", columns.stream().mapToDouble(ColumnSummary::distinct).toArray()));
    for (int q = 0; q < QUANTILES.size(); q++) {
      int place = q;
      table.addColumns(
          DoubleColumn.create(
              QUANTILES.get(q),
              columns.stream()
                  .mapToDouble(c -> c.quantiles().length == 0 ? Double.NaN : c.quantiles()[place])
                  .toArray()));
    }
    table.addColumns(
        DoubleColumn.create("mean", columns.stream().mapToDouble(ColumnSummary::mean).toArray()),
        DoubleColumn.create(
            "stddev", columns.stream().mapToDouble(ColumnSummary::deviation).toArray()),
        DoubleColumn.create(
            "skewness", columns.stream().mapToDouble(ColumnSummary::skewness).toArray()));
    return table;
  }

  private static String quantile(ColumnSummary c, int place) {
    if (c.quantiles().length == 0) {
      return "";
    }
    double x = c.quantiles()[place];
    return date(c)
        ? LocalDate.ofEpochDay(c.info().type() == Type.DATE ? Math.round(x) : (long) Math.floor(x))
            .toString()
        : identifier(c) ? NumberText.plain(x) : NumberText.figure(x);
  }

  private static boolean date(ColumnSummary c) {
    return c.info().type() == Type.DATE || c.info().type() == Type.DATETIME;
  }

  private static boolean identifier(ColumnSummary c) {
    return c.info().type() == Type.NUMBER
        && c.quantiles().length > 0
        && whole(c)
        && ColumnFormat.labels(c.info().name(), c.quantiles()[0], c.quantiles()[4]);
  }

  /// That of an identifier says nothing; that of years does.
  private static String mean(ColumnSummary c) {
    if (Double.isNaN(c.mean()) || date(c)) {
      return "";
    }
    if (identifier(c)) {
      return c.distinct() == c.rows() - c.missing() ? "" : NumberText.plain(c.mean());
    }
    return c.info().type() == Type.BOOLEAN
        ? NumberText.percent(c.mean())
        : NumberText.figure(c.mean());
  }

  /// What an analyst should know before she segments by a column.
  public static List<String> warnings(List<ColumnSummary> columns) {
    var out = new ArrayList<String>();
    for (var c : columns) {
      String name = "`" + c.info().name() + "`";
      long present = c.rows() - c.missing();
      boolean number = c.info().type() == Type.NUMBER;
      if (c.rows() > 0 && present == 0) {
        out.add(name + " is missing in every row.");
      } else if (c.distinct() == 1) {
        out.add(name + " is constant: it cannot form or tell segments.");
      } else if (tellsRowsApart(c)) {
        out.add(
            name
                + (c.distinct() == present
                    ? " is different in every row, like an identifier; write `ID "
                    : " is called like an identifier; write `ID ")
                + ExprText.name(c.info().name())
                + "`.");
      } else if (number && c.distinct() > 2 && Math.abs(c.skewness()) >= 3) {
        out.add(
            name
                + " is heavily skewed ("
                + NumberText.figure(c.skewness())
                + "): k-means would split on its tail; write `"
                + c.info().name()
                + (c.skewness() > 0 && c.quantiles()[0] >= 0
                    ? " LOG`."
                    : " WITH (transform = asinh)`."));
      }
      if (c.missing() > 0 && present > 0 && c.missing() * 5 >= c.rows()) {
        out.add(
            name
                + " is missing in "
                + NumberText.percent((double) c.missing() / c.rows())
                + " of the rows.");
      }
    }
    return out;
  }

  private static boolean tellsRowsApart(ColumnSummary c) {
    long present = c.rows() - c.missing();
    if (c.info().type() != Type.NUMBER) {
      return present > 20 && c.distinct() == present;
    }
    double[] q = c.quantiles();
    return present > 0
        && whole(c)
        && Identifiers.number(c.info().name(), present, c.distinct(), q[0], q[q.length - 1]);
  }

  /// Quartiles of whole numbers may lie a quarter or a half between two.
  private static boolean whole(ColumnSummary c) {
    return Arrays.stream(c.quantiles()).allMatch(x -> 4 * x == Math.rint(4 * x));
  }
}
