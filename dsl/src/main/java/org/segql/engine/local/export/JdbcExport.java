package org.segql.engine.local.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.engine.local.scan.Jdbc;
import org.segql.engine.local.scan.JdbcDialect;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;

/// A new table of a database, filled in one transaction.
final class JdbcExport {
  private static final int BATCH_ROWS = 1000;

  private JdbcExport() {}

  static Exports.Written write(Frame frame, ExportTarget target, Progress progress) {
    String url = target.location();
    var properties = target.options().connection();
    String name =
        target
            .options()
            .table()
            .orElseThrow(
                () ->
                    new SegqlException(
                        Diagnostic.error(
                            Code.SOURCE_TABLE,
                            "EXPORT to a database needs the name of the table to write.",
                            "Give it: `WITH (table = 'segments')`.")));
    String place = Jdbc.shown(url) + " " + name;
    progress.report("writing " + place, -1);
    try (Connection connection = Jdbc.connect(url, target.folder(), properties, false)) {
      connection.setAutoCommit(false);
      try {
        create(connection, frame, name, target.overwrite());
        insert(connection, frame, name, progress);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw Jdbc.failure(e, url, properties);
    }
    return new Exports.Written(place, frame.rowCount(), List.of());
  }

  private static void create(Connection connection, Frame frame, String name, boolean overwrite)
      throws SQLException {
    String table = Jdbc.quoted(connection, name);
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    boolean exists = exists(connection, name);
    if (exists && !overwrite) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_EXISTS,
              "The database has a table `" + name + "` already.",
              "Put OVERWRITE after the URL to replace it."));
    }
    StringBuilder columns = new StringBuilder();
    for (ColumnInfo column : frame.schema().columns()) {
      columns
          .append(columns.isEmpty() ? "" : ", ")
          .append(Jdbc.quotedColumn(connection, column.name()))
          .append(' ')
          .append(type(column.type(), product));
    }
    try (Statement statement = connection.createStatement()) {
      if (exists) {
        statement.execute("DROP TABLE " + table);
      }
      statement.execute("CREATE TABLE " + table + " (" + columns + ")");
    }
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    int dot = name.lastIndexOf('.');
    String schema = dot < 0 ? connection.getSchema() : name.substring(0, dot);
    String table = name.substring(dot + 1);
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), schema, null, new String[] {"TABLE", "VIEW"})) {
      while (rows.next()) {
        if (rows.getString("TABLE_NAME").equals(table)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String type(Type type, String product) {
    boolean sqlite = product.contains("sqlite");
    boolean text = sqlite || product.contains("postgresql") || product.contains("duckdb");
    return switch (type) {
      case NUMBER -> "DOUBLE PRECISION";
      case TEXT -> text ? "TEXT" : "VARCHAR(4000)";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case DATETIME -> sqlite ? "DATETIME" : "TIMESTAMP";
    };
  }

  private static void insert(Connection connection, Frame frame, String name, Progress progress)
      throws SQLException {
    List<ColumnInfo> columns = frame.schema().columns();
    boolean sqlite = JdbcDialect.of(connection) == JdbcDialect.SQLITE;
    List<Cell> cells =
        IntStream.range(0, columns.size())
            .mapToObj(j -> Cell.of(columns.get(j).type(), frame.table().column(j)))
            .toList();
    String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + Jdbc.quoted(connection, name) + " VALUES (" + marks + ")")) {
      int rows = frame.rowCount();
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < cells.size(); j++) {
          @Nullable Object value = value(cells.get(j), i, sqlite);
          if (value == null) {
            insert.setNull(j + 1, sqlType(cells.get(j).type(), sqlite));
          } else {
            insert.setObject(j + 1, value);
          }
        }
        insert.addBatch();
        if ((i + 1) % BATCH_ROWS == 0 || i == rows - 1) {
          progress.check();
          insert.executeBatch();
          progress.report("writing " + name, (i + 1.0) / rows);
        }
      }
    }
  }

  private static int sqlType(Type type, boolean sqlite) {
    return switch (type) {
      case NUMBER -> Types.DOUBLE;
      case TEXT -> Types.VARCHAR;
      case BOOLEAN -> Types.BOOLEAN;
      case DATE -> sqlite ? Types.VARCHAR : Types.DATE;
      case DATETIME -> sqlite ? Types.VARCHAR : Types.TIMESTAMP;
    };
  }

  /// SQLite has no dates: ISO texts are what its own functions read.
  private static @Nullable Object value(Cell cell, int row, boolean sqlite) {
    return switch (cell.type()) {
      case NUMBER -> Double.isFinite(cell.values()[row]) ? (Object) cell.values()[row] : null;
      case TEXT -> cell.text(row);
      case BOOLEAN -> ((BooleanColumn) cell.column()).get(row);
      case DATE -> sqlite ? cell.text(row) : ((DateColumn) cell.column()).get(row);
      case DATETIME -> sqlite ? cell.text(row) : ((DateTimeColumn) cell.column()).get(row);
    };
  }
}
