package org.segql.engine.local.scan;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// Connections to databases, and their failures without their secrets.
public final class Jdbc {
  private static final Set<String> SYSTEM_SCHEMAS =
      Set.of("pg_catalog", "information_schema", "sys");
  private static final int SHORTEST_SECRET = 3;

  /// A database in a file: what stands before the path, the path, parameters.
  private static final Pattern FILE =
      Pattern.compile("(?i)(jdbc:(?:sqlite|duckdb):)(?!file:|:memory:)([^?;]+)(.*)");

  private Jdbc() {}

  public static boolean isUrl(String location) {
    return location.regionMatches(true, 0, "jdbc:", 0, 5);
  }

  /// Opens a connection.
  ///
  /// @param folder what the relative path of a database in a file starts from, as all paths of a
  ///   script do; null: the working folder
  /// @param properties user, password and whatever the driver knows
  public static Connection connect(
      String url, @Nullable Path folder, LoadOptions.Connection properties, boolean readOnly) {
    var all = new Properties();
    all.putAll(properties.properties());
    boolean duckDb = url.toLowerCase(Locale.ROOT).startsWith("jdbc:duckdb:");
    if (readOnly && url.toLowerCase(Locale.ROOT).startsWith("jdbc:sqlite:")) {
      all.setProperty("open_mode", "1");
    } else if (readOnly && duckDb && url.length() > "jdbc:duckdb:".length()) {
      all.setProperty("duckdb.read_only", "true");
    }
    try {
      DriverManager.getDriver(url);
    } catch (SQLException _) {
      throw new SegqlException(
          Diagnostic.error(
              Code.DATABASE,
              "No driver is there for `" + shown(url) + "`.",
              "PostgreSQL, SQLite and DuckDB come along; put another database's JDBC driver on the"
                  + " class path."));
    }
    try {
      Connection connection = DriverManager.getConnection(placed(url, folder), all);
      if (!duckDb) {
        connection.setReadOnly(readOnly);
      }
      return connection;
    } catch (SQLException e) {
      throw failure(e, url, properties);
    }
  }

  private static String placed(String url, @Nullable Path folder) {
    Matcher file = FILE.matcher(url);
    return folder == null || !file.matches()
        ? url
        : file.group(1) + folder.resolve(file.group(2)) + file.group(3);
  }

  /// A URL without what may be secret: user, password and parameters.
  public static String shown(String url) {
    return url.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
  }

  /// What a database says, without any value of the connection's properties. The exception is not
  /// kept: it may hold them.
  public static SegqlException failure(
      SQLException e, String url, LoadOptions.Connection properties) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String where = "`" + shown(url) + "`";
    String said = redacted(DuckErrors.firstLine(String.valueOf(e.getMessage())), url, properties);
    if (state.startsWith("28")) {
      return error(
          where + " refuses the user or the password.",
          "Give them: `WITH (user = ENV('PGUSER'), password = ENV('PGPASSWORD'))`.");
    }
    if (state.startsWith("08")) {
      return error(
          where + " cannot be reached: " + said,
          "Look at host and port, and whether the database runs.");
    }
    if (state.startsWith("3D")) {
      return error("The server has no such database: " + where + ".");
    }
    return error(where + " says: " + said);
  }

  private static SegqlException error(String message, String... hints) {
    return new SegqlException(Diagnostic.error(Code.DATABASE, message, hints));
  }

  private static String redacted(String message, String url, LoadOptions.Connection properties) {
    String result = message.replace(url, shown(url));
    for (String value : properties.properties().values()) {
      if (value.length() >= SHORTEST_SECRET) {
        result = result.replace(value, "***");
      }
    }
    return result;
  }

  /// The tables and views of the user's own schemas.
  static List<String> tables(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        metaData.getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "VIEW"})) {
      while (rows.next()) {
        String schema = rows.getString("TABLE_SCHEM");
        if (schema == null || !SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT))) {
          tables.add(rows.getString("TABLE_NAME"));
        }
      }
    }
    return tables;
  }

  /// A table's name in the database's own quotes; `schema.table` becomes two names.
  public static String quoted(Connection connection, String name) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (String part : name.split("\\.", -1)) {
      parts.add(quotedColumn(connection, part));
    }
    return String.join(".", parts);
  }

  /// A column's name is one name, dots and all.
  public static String quotedColumn(Connection connection, String name) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString().strip();
    String q = quote.isEmpty() ? "\"" : quote;
    return q + name.replace(q, q + q) + q;
  }

  static String withoutSemicolon(String query) {
    return query.strip().replaceFirst(";\\s*$", "");
  }
}
