package org.segql.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;

/// The columns of a schema by name, for tables of many thousand columns.
final class ColumnIndex {
  private final Schema schema;
  private final Map<String, ColumnInfo> exact = new HashMap<>();
  private final Map<String, List<ColumnInfo>> alike = new HashMap<>();

  ColumnIndex(Schema schema) {
    this.schema = schema;
    for (ColumnInfo column : schema.columns()) {
      exact.put(column.name(), column);
      alike.computeIfAbsent(lower(column.name()), _ -> new ArrayList<>(1)).add(column);
    }
  }

  Schema schema() {
    return schema;
  }

  Optional<ColumnInfo> exact(String name) {
    return Optional.ofNullable(exact.get(name));
  }

  /// The columns that a written name may mean: the exact one, else all that differ only in case.
  List<ColumnInfo> matching(String name) {
    ColumnInfo column = exact.get(name);
    return column != null ? List.of(column) : alike.getOrDefault(lower(name), List.of());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
