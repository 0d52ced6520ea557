package org.segql.engine.local;

import java.util.List;
import org.segql.catalog.Schema;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A table in memory with its schema beside it, which holds what Tablesaw's columns cannot: the
/// levels of ordered texts.
///
/// NUMBER is a DoubleColumn (NaN missing, never infinite), TEXT a StringColumn ("" missing),
/// BOOLEAN a BooleanColumn, DATE a DateColumn, DATETIME a DateTimeColumn. Columns are shared
/// between frames and never changed in place.
public record Frame(Schema schema, Table table) {
  public Frame {
    if (!schema.names().equals(table.columnNames())) {
      throw new IllegalArgumentException(
          "schema " + schema.names() + " beside table " + table.columnNames());
    }
  }

  /// Some of its columns, by their exact names, in this order.
  public Frame columns(List<String> names) {
    return new Frame(
        new Schema(names.stream().map(n -> schema.column(n).orElseThrow()).toList()),
        Table.create(names.stream().<Column<?>>map(table::column).toList()));
  }

  public int rowCount() {
    return table.rowCount();
  }
}
