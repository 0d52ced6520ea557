package org.segql.engine.local.scan;

import java.util.Optional;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;

/// How one column comes out of a scan.
///
/// @param field the scan's own name for it, as SQL
/// @param expression SQL over `field` that gives DOUBLE, VARCHAR, BOOLEAN, DATE or TIMESTAMP
/// @param plain the type that DuckDB's CSV reader can read it as with the same result; empty where
///   only the expression does
/// @param lost SQL that is true where the expression makes NULL of a value; empty where it never
///   does
record ColumnPlan(
    String name,
    Type type,
    String field,
    String expression,
    Optional<String> plain,
    Optional<String> lost) {
  ColumnPlan(String name, Type type, String field, String expression) {
    this(name, type, field, expression, Optional.empty(), Optional.empty());
  }

  ColumnInfo info() {
    return new ColumnInfo(name, type);
  }
}
