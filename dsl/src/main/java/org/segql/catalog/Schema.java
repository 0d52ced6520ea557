package org.segql.catalog;

import java.util.List;
import java.util.Optional;

/// The columns of a table, in order.
///
/// @param open true where only running can tell all columns (a PER that spreads values to columns):
///   a name that is not here may exist
public record Schema(List<ColumnInfo> columns, boolean open) {
  public Schema {
    columns = List.copyOf(columns);
  }

  public Schema(List<ColumnInfo> columns) {
    this(columns, false);
  }

  /// The column of exactly this name.
  public Optional<ColumnInfo> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /// The columns that a written name may mean: the exact one, else all that differ only in case.
  public List<ColumnInfo> matching(String name) {
    return column(name)
        .map(List::of)
        .orElseGet(() -> columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).toList());
  }

  public List<String> names() {
    return columns.stream().map(ColumnInfo::name).toList();
  }
}
