package org.segql.engine.local.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Aggregator;
import org.segql.engine.local.eval.ColumnRows;
import org.segql.engine.local.eval.ColumnVectors;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.GroupLeaves;
import org.segql.engine.local.eval.Grouping;
import org.segql.engine.local.eval.Selections;
import org.segql.engine.local.eval.Vector;
import org.segql.plan.Expr;
import org.segql.plan.Named;
import org.segql.plan.Relation;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Computes relations. Columns that an operation does not touch are shared with its input.
public final class RelationRunner {
  private final Context context;

  public RelationRunner(Context context) {
    this.context = context;
  }

  public Frame run(Relation relation) {
    context.progress().check();
    return switch (relation) {
      case Relation.Scan r -> scan(r);
      case Relation.Filter r -> filter(run(r.input()), r.condition());
      case Relation.Derive r -> derive(run(r.input()), r.items());
      case Relation.Project r -> project(run(r.input()), r.items());
      case Relation.Aggregate r -> aggregate(run(r.input()), r);
      case Relation.Join r -> new Joiner(context, this).join(run(r.left()), run(r.right()), r);
      case Relation.Union r -> union(run(r.input()), run(r.other()), r);
      case Relation.Distinct r -> distinct(run(r.input()), r.on());
      case Relation.Sort r -> sort(run(r.input()), r.keys());
      case Relation.Limit r -> limit(run(r.input()), r.count());
    };
  }

  private Frame scan(Relation.Scan scan) {
    List<String> columns = scan.columns().stream().map(ColumnInfo::name).toList();
    Expr condition = scan.filter();
    if (condition == null) {
      return context.tables().columns(scan.table(), columns);
    }
    // A place that leaves rows out may keep some that the condition does not let through.
    return filter(
        context
            .tables()
            .where(scan.table(), columns, condition)
            .orElseGet(() -> context.tables().columns(scan.table(), columns)),
        condition);
  }

  private Frame filter(Frame input, Expr condition) {
    int[] rows = new Evaluator(input, context).condition(condition).trueRows();
    return rows.length == input.rowCount() ? input : rows(input, rows);
  }

  /// The rows at these places, in that order.
  Frame rows(Frame input, int[] rows) {
    Table table = Table.create();
    for (Column<?> column : input.table().columns()) {
      table.addColumns(ColumnRows.at(column, column.name(), rows, context.progress()));
    }
    return new Frame(input.schema(), table);
  }

  private Frame derive(Frame input, List<Named> items) {
    Frame frame = input;
    for (Named item : items) {
      Vector values = new Evaluator(frame, context).eval(item.value());
      frame = with(frame, item.column(), ColumnVectors.column(item.name(), values));
    }
    return frame;
  }

  private static Frame with(Frame frame, ColumnInfo info, Column<?> column) {
    var infos = new LinkedHashMap<String, ColumnInfo>();
    var columns = new LinkedHashMap<String, Column<?>>();
    frame.schema().columns().forEach(c -> infos.put(c.name(), c));
    frame.table().columns().forEach(c -> columns.put(c.name(), c));
    infos.put(info.name(), info);
    columns.put(info.name(), column);
    return frame(List.copyOf(infos.values()), columns);
  }

  private static Frame frame(List<ColumnInfo> infos, Map<String, Column<?>> columns) {
    Table table = Table.create();
    columns.values().forEach(table::addColumns);
    return new Frame(new Schema(infos), table);
  }

  private Frame project(Frame input, List<Named> items) {
    var evaluator = new Evaluator(input, context);
    return frame(evaluator, items);
  }

  private static Frame frame(Evaluator evaluator, List<Named> items) {
    var columns = new LinkedHashMap<String, Column<?>>();
    for (Named item : items) {
      columns.put(item.name(), ColumnVectors.column(item.name(), evaluator.eval(item.value())));
    }
    return frame(items.stream().map(Named::column).toList(), columns);
  }

  private Frame aggregate(Frame input, Relation.Aggregate r) {
    var rows = new Evaluator(input, context);
    List<Vector> keys = r.keys().stream().map(k -> rows.eval(k.value())).toList();
    Grouping grouping = Grouping.by(keys, input.rowCount(), context.progress());
    var leaves =
        new GroupLeaves(
            rows,
            grouping,
            new Aggregator(rows, grouping, null),
            _ -> {
              throw new IllegalStateException("a fact about segments in a table");
            });
    var groups = new Evaluator(leaves, context);
    var infos = new ArrayList<ColumnInfo>();
    var columns = new LinkedHashMap<String, Column<?>>();
    int[] first = grouping.firstRows();
    for (int i = 0; i < keys.size(); i++) {
      Named key = r.keys().get(i);
      infos.add(key.column());
      columns.put(key.name(), ColumnVectors.column(key.name(), keys.get(i).at(first)));
    }
    for (Named item : r.items()) {
      infos.add(item.column());
      columns.put(item.name(), ColumnVectors.column(item.name(), groups.eval(item.value())));
    }
    return frame(infos, columns);
  }

  private Frame union(Frame above, Frame below, Relation.Union r) {
    int n = above.rowCount();
    int m = below.rowCount();
    int[] top = new int[n + m];
    int[] bottom = new int[n + m];
    for (int i = 0; i < n + m; i++) {
      top[i] = i < n ? i : -1;
      bottom[i] = i < n ? -1 : i - n;
    }
    var columns = new LinkedHashMap<String, Column<?>>();
    List<ColumnInfo> infos = r.schema().columns();
    for (ColumnInfo info : infos) {
      Vector a = vector(above, info, n).at(top);
      Vector b = vector(below, info, m).at(bottom);
      columns.put(info.name(), ColumnVectors.column(info.name(), Selections.upper(a, b, n)));
    }
    return frame(infos, columns);
  }

  private static Vector vector(Frame frame, ColumnInfo info, int size) {
    return frame.schema().column(info.name()).isPresent()
        ? ColumnVectors.of(frame, info.name())
        : Vector.nulls(info.type(), size);
  }

  private Frame distinct(Frame input, List<String> on) {
    List<String> names = on.isEmpty() ? input.schema().names() : on;
    List<Vector> keys = names.stream().map(n -> ColumnVectors.of(input, n)).toList();
    return rows(input, Grouping.by(keys, input.rowCount(), context.progress()).firstRows());
  }

  private Frame sort(Frame input, List<Relation.SortExpr> keys) {
    return rows(input, RowSort.order(new Evaluator(input, context), keys));
  }

  private Frame limit(Frame input, long count) {
    if (count >= input.rowCount()) {
      return input;
    }
    int[] rows = new int[(int) count];
    Arrays.setAll(rows, i -> i);
    return rows(input, rows);
  }
}
