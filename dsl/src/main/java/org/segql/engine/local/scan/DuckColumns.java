package org.segql.engine.local.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.engine.Progress;
import tech.tablesaw.columns.Column;

/// Copies a query's result from DuckDB's vectors into columns, a block at a time: the driver's
/// getters check and call into native code for each cell, which takes several times as long.
final class DuckColumns {
  private static final VarHandle DATA;
  private static final VarHandle VALIDITY;

  static {
    try {
      var inside =
          MethodHandles.privateLookupIn(DuckDBReadableVector.class, MethodHandles.lookup());
      DATA = inside.findVarHandle(DuckDBReadableVector.class, "data", ByteBuffer.class);
      VALIDITY = inside.findVarHandle(DuckDBReadableVector.class, "validity", ByteBuffer.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "another version of DuckDB's driver than the one built for", e);
    }
  }

  private DuckColumns() {}

  /// @param notFinite for each column how many values were NaN or infinite and are missing now
  record Columns(List<Column<?>> columns, List<Long> notFinite) {}

  /// Reads all rows of a query in its order.
  ///
  /// @param columns one a column of the query, which must give DOUBLE, VARCHAR, BOOLEAN, DATE and
  ///   TIMESTAMP for our types
  /// @param rows the number of rows that the query gives
  static Columns read(
      DuckDBConnection connection,
      String query,
      List<ColumnInfo> columns,
      int rows,
      Progress progress)
      throws SQLException {
    List<ColumnSink> sinks = columns.stream().map(c -> ColumnSink.of(c, rows)).toList();
    try (var statement = (DuckDBPreparedStatement) connection.prepareStatement(query);
        var result = Watched.run(statement, progress, statement::query)) {
      int at = 0;
      while (result.nextChunk()) {
        progress.check();
        var chunk = result.chunk();
        int count = (int) chunk.rowCount();
        for (int j = 0; j < sinks.size(); j++) {
          var vector = chunk.vector(j);
          var data = ((ByteBuffer) DATA.get(vector)).duplicate().order(ByteOrder.nativeOrder());
          var validity = (@Nullable ByteBuffer) VALIDITY.get(vector);
          var valid = validity == null ? null : validity.duplicate().order(ByteOrder.nativeOrder());
          sinks.get(j).take(data, valid, at, count);
        }
        at += count;
      }
      if (at != rows) {
        throw new IllegalStateException(rows + " rows expected, " + at + " read");
      }
    }
    return new Columns(
        sinks.stream().<Column<?>>map(ColumnSink::finish).toList(),
        sinks.stream().map(ColumnSink::notFinite).toList());
  }
}
