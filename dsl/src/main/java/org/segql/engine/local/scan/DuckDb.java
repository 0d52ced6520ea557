package org.segql.engine.local.scan;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.segql.engine.Progress;

/// The process's own DuckDB, in memory: it reads files and keeps nothing. Temporary tables belong
/// to a connection.
public final class DuckDb {
  // Nothing is fetched from the net, and nothing spills to disk beside the user's data.
  private static final String SETTINGS =
      "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; "
          + "SET temp_directory = ''; SET enable_progress_bar = false; SET GLOBAL TimeZone = 'UTC'";

  private static @Nullable DuckDBConnection root;
  private static int threads = Runtime.getRuntime().availableProcessors();

  private DuckDb() {}

  /// A new connection; the caller closes it.
  public static synchronized DuckDBConnection connect() throws SQLException {
    if (root == null) {
      var opened = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", new Properties());
      execute(opened, SETTINGS);
      root = opened;
    }
    return root.duplicate();
  }

  /// How many threads scans may use from now on, 1 at least.
  public static synchronized void threads(int count) {
    int wanted = Math.max(1, count);
    if (wanted != threads) {
      try (var connection = connect()) {
        execute(connection, "SET GLOBAL threads = " + wanted);
        threads = wanted;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Executes what can take long; stops it where the statement of the session shall stop.
  public static void run(Statement statement, String sql, Progress progress) throws SQLException {
    Watched.run(statement, progress, () -> statement.execute(sql));
  }

  /// The number of rows of what stands after FROM.
  static long count(Connection connection, String relation, Progress progress) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            Watched.run(
                statement,
                progress,
                () -> statement.executeQuery("SELECT count(*) FROM " + relation))) {
      row.next();
      return row.getLong(1);
    }
  }

  /// A text as SQL: `it's` → `'it''s'`.
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  public static String literal(Path path) {
    return literal(path.toString());
  }

  /// A name as SQL: `a "b"` → `"a ""b"""`.
  public static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
