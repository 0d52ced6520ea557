package org.segql.engine.local.scan;

import java.util.Optional;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Reading;
import org.segql.catalog.Type;

/// How one column comes out of a scan.
///
/// @param field the scan's own name for it, as SQL
/// @param expression SQL over `field` that gives DOUBLE, VARCHAR, BOOLEAN, DATE or TIMESTAMP
/// @param plain the type that DuckDB's CSV reader can read it as with the same result; empty where
///   only the expression does
/// @param lost SQL that is true where the expression makes NULL of a value; empty where it never
///   does
/// @param format of the texts that DATE and DATETIME are made of, in Java's letters; empty: the ISO
///   form
record ColumnPlan(
    String name,
    Type type,
    String field,
    String expression,
    Optional<String> plain,
    Optional<String> lost,
    Optional<String> format) {
  ColumnPlan(String name, Type type, String field, String expression) {
    this(name, type, field, expression, Optional.empty(), Optional.empty(), Optional.empty());
  }

  ColumnPlan withFormat(Optional<String> known) {
    return new ColumnPlan(name, type, field, expression, plain, lost, known);
  }

  /// How another program reads it.
  Reading.Field field(boolean comma) {
    return new Reading.Field(name, type, plain.isPresent(), format.orElse(""), comma);
  }

  ColumnInfo info() {
    return new ColumnInfo(name, type);
  }
}
