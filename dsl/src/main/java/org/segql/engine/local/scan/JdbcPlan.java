package org.segql.engine.local.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// One column of a database's result: its name and type here, and how its values are fetched.
///
/// @param quoted its name there, as SQL
/// @param declared its type there, in small letters
record JdbcPlan(ColumnInfo info, JdbcValue value, String quoted, String declared) {
  /// SQLite's columns may hold anything, so some rows are looked at.
  private static final int SQLITE_SAMPLE = 1000;

  static List<JdbcPlan> of(
      Connection connection,
      String sql,
      LoadOptions options,
      String shown,
      List<Diagnostic> findings,
      Progress progress)
      throws SQLException {
    boolean sqlite = JdbcDialect.of(connection) == JdbcDialect.SQLITE;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // The metadata of a statement that has not run are enough for PostgreSQL; SQLite's need a
      // row.
      ResultSetMetaData described = sqlite ? null : statement.getMetaData();
      if (described != null) {
        return plans(connection, described, null, options, shown, findings);
      }
      statement.setMaxRows(sqlite ? SQLITE_SAMPLE : 1);
      try (ResultSet rows = Watched.run(statement, progress, statement::executeQuery)) {
        return plans(
            connection,
            rows.getMetaData(),
            sqlite ? SqliteTypes.of(rows) : null,
            options,
            shown,
            findings);
      }
    }
  }

  private static List<JdbcPlan> plans(
      Connection connection,
      ResultSetMetaData described,
      @Nullable List<Type> sqlite,
      LoadOptions options,
      String shown,
      List<Diagnostic> findings)
      throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= described.getColumnCount(); i++) {
      labels.add(described.getColumnLabel(i));
    }
    if (labels.isEmpty()) {
      throw new SegqlException(
          Diagnostic.error(Code.DATABASE, "The query gives no columns.", "Write a SELECT."));
    }
    List<String> names = HeaderNames.of(labels, true, options, shown, findings);
    List<JdbcPlan> plans = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      JdbcValue.Source source =
          sqlite != null
              ? JdbcValue.Source.ANY
              : source(described.getColumnType(i + 1), described.getColumnTypeName(i + 1));
      Type found = sqlite != null ? sqlite.get(i) : type(source);
      Optional<ColumnFormat> chosen = options.type(name);
      ColumnFormat format = chosen.orElse(new ColumnFormat(found));
      boolean asText =
          chosen.isPresent() && chosen.get().type() != found && source != JdbcValue.Source.ANY;
      plans.add(
          new JdbcPlan(
              new ColumnInfo(name, format.type()),
              new JdbcValue(
                  format,
                  asText ? JdbcValue.Source.TEXT : source,
                  options.nulls().orElse(List.of())),
              Jdbc.quotedColumn(connection, labels.get(i)),
              String.valueOf(described.getColumnTypeName(i + 1)).toLowerCase(Locale.ROOT)));
    }
    return plans;
  }

  private static JdbcValue.Source source(int sqlType, String typeName) {
    return switch (sqlType) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.NUMERIC,
          Types.DECIMAL ->
          typeName.equalsIgnoreCase("money") ? JdbcValue.Source.TEXT : JdbcValue.Source.NUMBER;
      case Types.BOOLEAN -> JdbcValue.Source.BOOLEAN;
      // PostgreSQL calls its booleans BIT, and its bit strings too.
      case Types.BIT ->
          typeName.toLowerCase(Locale.ROOT).startsWith("bool")
              ? JdbcValue.Source.BOOLEAN
              : JdbcValue.Source.TEXT;
      case Types.DATE -> JdbcValue.Source.DATE;
      case Types.TIMESTAMP ->
          typeName.equalsIgnoreCase("timestamptz")
              ? JdbcValue.Source.ZONED
              : JdbcValue.Source.TIMESTAMP;
      case Types.TIMESTAMP_WITH_TIMEZONE -> JdbcValue.Source.ZONED;
      default -> JdbcValue.Source.TEXT;
    };
  }

  private static Type type(JdbcValue.Source source) {
    return switch (source) {
      case NUMBER -> Type.NUMBER;
      case BOOLEAN -> Type.BOOLEAN;
      case DATE -> Type.DATE;
      case TIMESTAMP, ZONED -> Type.DATETIME;
      case TEXT, ANY -> Type.TEXT;
    };
  }
}
