package org.segql.engine.local.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Outcome;
import org.segql.engine.local.LocalTable;
import org.segql.engine.local.TableFrames;
import org.segql.engine.local.prepare.Exclusion;
import org.segql.engine.local.report.SegmentReport;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.function.Literals;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import org.segql.plan.SegmentPlan;
import org.segql.result.Part;
import org.segql.result.Result;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// SEGMENT … PER x: one segmentation for each value of x, called `<name>_<value>`, and all of them
/// stacked as the table `<name>`.
final class SegmentPer {
  private static final int MOST = 50;

  private final Execution execution;
  private final SegmentCommands segmenting;

  SegmentPer(Execution execution, SegmentCommands segmenting) {
    this.execution = execution;
    this.segmenting = segmenting;
  }

  Outcome run(SegmentPlan plan, String per) {
    ColumnInfo column = plan.input().schema().column(per).orElseThrow();
    List<Object> values =
        Commands.distinct(
            new Expr.Column(column), plan.input(), plan.asOf(), MOST + 1, execution.work());
    if (values.size() > MOST) {
      throw new SegqlException(
          Diagnostic.error(
              Code.TOO_MANY_LEVELS,
              "`" + per + "` has more than " + MOST + " values, too many for PER.",
              "Group them with CASE first."));
    }
    var parts = new ArrayList<Part>();
    var made = new ArrayList<CatalogEntry>();
    var failures = new ArrayList<Diagnostic>();
    Table stacked = null;
    for (Object value : values) {
      String shown = value instanceof Double d ? Literals.text(d) : value.toString();
      String name = free(plan.name() + "_" + shown.replaceAll("[^\\p{L}\\p{Nd}]+", "_"), made);
      LocalSegmentation s = segmenting.make(only(plan, column, value, name));
      var report = new SegmentReport(s);
      parts.add(new Part.Heading(per + " = " + shown + " (`" + name + "`)"));
      parts.addAll(report.result(List.of()).parts());
      made.add(SegmentCommands.entry(s, name));
      failures.addAll(s.failed());
      stacked = stack(stacked, taking(s));
    }
    if (stacked == null) {
      throw new SegqlException(
          Diagnostic.error(
              Code.NO_ROWS, "`" + per + "` has no value, so there is nothing to segment."));
    }
    made.add(
        TableCommands.entry(
            plan.name(),
            LocalTable.of(TableFrames.of(front(stacked, per))),
            "segments of " + plan.source() + " per " + per,
            List.of(plan.source())));
    var result =
        new Result(
            "Segments of `" + plan.source() + "` for each value of `" + per + "`",
            plan.name(),
            parts,
            execution.findings().notes());
    return new Outcome(result, made, failures);
  }

  /// Two values may differ in nothing that a name can hold: the second gets a number.
  private static String free(String name, List<CatalogEntry> made) {
    String free = name;
    for (int i = 2; taken(free, made); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static boolean taken(String name, List<CatalogEntry> made) {
    return made.stream().anyMatch(e -> e.name().equalsIgnoreCase(name));
  }

  private static SegmentPlan only(SegmentPlan p, ColumnInfo column, Object value, String name) {
    Expr same =
        new Expr.Call(
            ScalarFunction.EQUAL,
            Type.BOOLEAN,
            new Expr.Column(column),
            new Expr.Constant(column.type(), value));
    Expr where =
        p.where() == null ? same : new Expr.Call(ScalarFunction.AND, Type.BOOLEAN, p.where(), same);
    return new SegmentPlan(
        p.source(),
        p.input(),
        where,
        p.variables(),
        p.describedBy(),
        p.id(),
        p.weight(),
        p.algorithm(),
        p.rules(),
        p.seed(),
        p.gates(),
        p.naming(),
        p.target(),
        p.asOf(),
        Optional.empty(),
        name,
        p.defaults());
  }

  /// The rows that take part, or would but for missing values and outliers.
  private Table taking(LocalSegmentation s) {
    var all = s.all(execution.work().progress()).table();
    int[] rows =
        IntStream.range(0, all.rowCount())
            .filter(i -> s.membership().excluded()[i] != Exclusion.WHERE)
            .toArray();
    return all.rows(rows);
  }

  private static Table stack(@Nullable Table above, Table below) {
    return above == null ? below : above.append(below);
  }

  private static Table front(Table table, String column) {
    Map<String, Column<?>> columns = new LinkedHashMap<>();
    if (table.containsColumn(column)) {
      columns.put(column, table.column(column));
    }
    table.columns().forEach(c -> columns.putIfAbsent(c.name(), c));
    Table out = Table.create();
    columns.values().forEach(out::addColumns);
    return out;
  }
}
