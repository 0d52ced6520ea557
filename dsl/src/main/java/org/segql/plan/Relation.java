package org.segql.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;

/// A table to be computed: a tree of relational operations on tables of the session.
public sealed interface Relation {
  Schema schema();

  /// A table of the session.
  ///
  /// @param columns those that are read, in the order of the table
  /// @param filter keeps the rows for which it is TRUE while reading
  record Scan(String table, List<ColumnInfo> columns, @Nullable Expr filter) implements Relation {
    public Scan {
      columns = List.copyOf(columns);
    }

    @Override
    public Schema schema() {
      return new Schema(columns);
    }
  }

  /// The rows for which the condition is TRUE.
  record Filter(Relation input, Expr condition) implements Relation {
    @Override
    public Schema schema() {
      return input.schema();
    }
  }

  /// New columns after the others; one with an existing name takes its place. Items see those
  /// before them.
  record Derive(Relation input, List<Named> items) implements Relation {
    public Derive {
      items = List.copyOf(items);
    }

    @Override
    public Schema schema() {
      var columns = new LinkedHashMap<String, ColumnInfo>();
      input.schema().columns().forEach(c -> columns.put(c.name(), c));
      items.forEach(i -> columns.put(i.name(), i.column()));
      return new Schema(List.copyOf(columns.values()));
    }
  }

  /// Exactly these columns.
  record Project(Relation input, List<Named> items) implements Relation {
    public Project {
      items = List.copyOf(items);
    }

    @Override
    public Schema schema() {
      return new Schema(items.stream().map(Named::column).toList());
    }
  }

  /// One row a group, groups in the order of their first row; without keys one row.
  ///
  /// @param items expressions in which every column stands inside an aggregate or is a key
  /// @param open where only running tells the values of a PER
  record Aggregate(Relation input, List<Named> keys, List<Named> items, boolean open)
      implements Relation {
    public Aggregate {
      keys = List.copyOf(keys);
      items = List.copyOf(items);
    }

    @Override
    public Schema schema() {
      var columns = new ArrayList<ColumnInfo>();
      keys.forEach(k -> columns.add(k.column()));
      items.forEach(i -> columns.add(i.column()));
      return new Schema(columns, open);
    }
  }

  /// Rows whose keys are equal, in the order of the left rows; NULL equals nothing.
  ///
  /// @param outer keeps left rows without a partner
  /// @param renamed columns of the right table that get another name here: right name to name; a
  ///   key that is equal on both sides is absent from `rightColumns`
  record Join(
      Relation left,
      Relation right,
      String rightName,
      List<Key> keys,
      boolean outer,
      List<String> rightColumns,
      Map<String, String> renamed)
      implements Relation {
    public Join {
      keys = List.copyOf(keys);
      rightColumns = List.copyOf(rightColumns);
      renamed = Map.copyOf(renamed);
    }

    public record Key(String left, String right) {}

    @Override
    public Schema schema() {
      var columns = new ArrayList<>(left.schema().columns());
      var own = new LinkedHashMap<String, ColumnInfo>();
      right.schema().columns().forEach(c -> own.put(c.name(), c));
      for (String name : rightColumns) {
        ColumnInfo column = Objects.requireNonNull(own.get(name), name);
        columns.add(column.named(renamed.getOrDefault(name, name)));
      }
      return new Schema(columns);
    }
  }

  /// The rows of both, columns by name; those missing on one side are NULL there.
  record Union(Relation input, Relation other) implements Relation {
    @Override
    public Schema schema() {
      var columns = new LinkedHashMap<String, ColumnInfo>();
      input.schema().columns().forEach(c -> columns.put(c.name(), c));
      other.schema().columns().forEach(c -> columns.putIfAbsent(c.name(), c));
      return new Schema(List.copyOf(columns.values()));
    }
  }

  /// The first row of each combination of `on` (empty: of all columns) in the current order.
  record Distinct(Relation input, List<String> on) implements Relation {
    public Distinct {
      on = List.copyOf(on);
    }

    @Override
    public Schema schema() {
      return input.schema();
    }
  }

  /// Stable; NULL last in both directions.
  record Sort(Relation input, List<SortExpr> keys) implements Relation {
    public Sort {
      keys = List.copyOf(keys);
    }

    @Override
    public Schema schema() {
      return input.schema();
    }
  }

  record Limit(Relation input, long count) implements Relation {
    @Override
    public Schema schema() {
      return input.schema();
    }
  }

  record SortExpr(Expr value, boolean descending) {}

  /// What AS_OF() is in a statement: see {@link MeasuredDates}.
  sealed interface AsOf {
    record Fixed(LocalDate date) implements AsOf {}

    /// The newest date of a column: of a table's whole, or of what computes it.
    record NewestOf(Relation input, String column) implements AsOf {
      /// `` `order_date` of `orders` ``, or the computed column alone.
      public String text() {
        return "`"
            + column
            + "`"
            + (input instanceof Scan scan ? " of `" + scan.table() + "`" : "");
      }
    }

    /// The statement does not ask.
    record Unused() implements AsOf {}
  }

  /// What an operation is done on; of a join and a union the left or upper one first.
  default List<Relation> inputs() {
    return switch (this) {
      case Scan _ -> List.of();
      case Filter r -> List.of(r.input);
      case Derive r -> List.of(r.input);
      case Project r -> List.of(r.input);
      case Aggregate r -> List.of(r.input);
      case Join r -> List.of(r.left, r.right);
      case Union r -> List.of(r.input, r.other);
      case Distinct r -> List.of(r.input);
      case Sort r -> List.of(r.input);
      case Limit r -> List.of(r.input);
    };
  }

  /// Everything that is read, in the order in which it stands in the statement.
  default Stream<Scan> scans() {
    return this instanceof Scan s ? Stream.of(s) : inputs().stream().flatMap(Relation::scans);
  }
}
