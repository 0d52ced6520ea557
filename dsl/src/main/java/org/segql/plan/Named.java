package org.segql.plan;

import org.segql.catalog.ColumnInfo;

/// A column to be: its name and the expression that gives it.
public record Named(String name, Expr value) {
  public ColumnInfo column() {
    return new ColumnInfo(name, value.type(), value.levels());
  }
}
