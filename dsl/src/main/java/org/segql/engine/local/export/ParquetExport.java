package org.segql.engine.local.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.engine.local.scan.DuckDb;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;

/// Parquet, written by DuckDB.
final class ParquetExport {
  private static final Pattern SYSTEM = Pattern.compile("file \\\\?\"[^\"]*\": ([^\"]+)\"");

  private static final int CHECK_EVERY = 4096;

  private ParquetExport() {}

  static void write(Frame frame, Path file, Progress progress) throws IOException {
    try (DuckDBConnection connection = DuckDb.connect()) {
      List<ColumnInfo> columns = frame.schema().columns();
      String declared =
          columns.stream()
              .map(c -> DuckDb.name(c.name()) + " " + type(c.type()))
              .collect(Collectors.joining(", "));
      try (var statement = connection.createStatement()) {
        statement.execute("CREATE TEMP TABLE written (" + declared + ")");
      }
      try (DuckDBAppender appender = connection.createAppender("temp", "main", "written")) {
        append(frame, appender, progress);
      }
      try (var statement = connection.createStatement()) {
        DuckDb.run(
            statement,
            "COPY written TO " + DuckDb.literal(file) + " (FORMAT parquet, COMPRESSION zstd)",
            progress);
      }
    } catch (SQLException e) {
      throw new IOException(reason(String.valueOf(e.getMessage())), e);
    }
  }

  /// `IO Error: … "Could not write file \"…\": No space left on device"` → what the system says.
  private static String reason(String message) {
    Matcher system = SYSTEM.matcher(message);
    return system.find() ? system.group(1) : message.lines().findFirst().orElse(message);
  }

  private static String type(Type type) {
    return switch (type) {
      case NUMBER -> "DOUBLE";
      case TEXT -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case DATETIME -> "TIMESTAMP";
    };
  }

  private static void append(Frame frame, DuckDBAppender appender, Progress progress)
      throws SQLException {
    List<ColumnInfo> columns = frame.schema().columns();
    List<Cell> cells =
        IntStream.range(0, columns.size())
            .mapToObj(j -> Cell.of(columns.get(j).type(), frame.table().column(j)))
            .toList();
    for (int i = 0; i < frame.rowCount(); i++) {
      if (i % CHECK_EVERY == 0) {
        progress.check();
      }
      appender.beginRow();
      for (Cell cell : cells) {
        append(cell, i, appender);
      }
      appender.endRow();
    }
  }

  private static void append(Cell cell, int row, DuckDBAppender appender) throws SQLException {
    if (cell.type() == Type.NUMBER && !Double.isFinite(cell.values()[row])
        || cell.type() != Type.NUMBER && cell.column().isMissing(row)) {
      appender.appendNull();
      return;
    }
    switch (cell.type()) {
      case NUMBER -> appender.append(cell.values()[row]);
      case TEXT -> appender.append((String) cell.column().get(row));
      case BOOLEAN -> appender.append(((BooleanColumn) cell.column()).get(row).booleanValue());
      case DATE -> appender.append(((DateColumn) cell.column()).get(row));
      case DATETIME -> appender.append(((DateTimeColumn) cell.column()).get(row));
    }
  }
}
