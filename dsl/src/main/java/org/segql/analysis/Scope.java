package org.segql.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.plan.Expr;
import org.segql.plan.Named;

/// What the names of an expression can mean.
sealed interface Scope {

  /// The rows of a table.
  ///
  /// @param place what the table is called in messages: `` `customers` ``, `the table at this step`
  /// @param index the columns
  /// @param unresolved names whose definition is wrong: they are passed over in silence
  /// @param tables by table name in small letters, which column a name after `t.` is here
  /// @param value what VALUE is, in conditions about each of several columns; null: nothing
  record Rows(
      String place,
      ColumnIndex index,
      Set<String> unresolved,
      Map<String, Map<String, String>> tables,
      @Nullable Expr value)
      implements Scope {
    public Rows {
      unresolved = Set.copyOf(unresolved);
      tables = Map.copyOf(tables);
    }

    /// The rows of one table.
    static Rows of(String table, Schema schema) {
      var own = new LinkedHashMap<String, String>();
      schema.names().forEach(n -> own.put(n, n));
      return new Rows(
          "`" + table + "`",
          new ColumnIndex(schema),
          Set.of(),
          Map.of(table.toLowerCase(Locale.ROOT), own),
          null);
    }

    Rows valued(Expr newValue) {
      return new Rows(place, index, unresolved, tables, newValue);
    }

    Schema schema() {
      return index.schema();
    }

    List<ColumnInfo> matching(String name) {
      return index.matching(name);
    }

    /// The column of exactly this name.
    ColumnInfo exact(String name) {
      return index.exact(name).orElseThrow();
    }
  }

  /// Groups of rows: keys are seen as they are, all other columns inside aggregates.
  record Groups(Rows rows, List<Named> keys) implements Scope {
    public Groups {
      keys = List.copyOf(keys);
    }
  }

  /// Segments, or the segmentation as a whole: facts, and aggregates over the members.
  record Segments(Rows members, boolean whole) implements Scope {}

  /// No names at all: literals and parameters.
  record Literals() implements Scope {}
}
