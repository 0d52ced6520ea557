package org.segql.catalog;

import java.util.List;

/// A column's name and type.
///
/// @param levels the values of an ordered text (from BIN or ORDINAL), lowest first; empty for every
///   other column
public record ColumnInfo(String name, Type type, List<String> levels) {
  public ColumnInfo {
    levels = List.copyOf(levels);
  }

  public ColumnInfo(String name, Type type) {
    this(name, type, List.of());
  }

  public ColumnInfo named(String newName) {
    return new ColumnInfo(newName, type, levels);
  }
}
