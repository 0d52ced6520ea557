package org.segql.engine.local.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.segql.engine.Progress;

/// Where a source's rows come from.
sealed interface Scan {
  /// Rows that a query can take values from, in the source's order.
  ///
  /// @param sql what stands after FROM
  /// @param expressions one a column asked for
  /// @param losses for each how many values became NULL because they are none of its type
  record Relation(String sql, List<String> expressions, List<Long> losses) {
    long lost(int column) {
      return losses.get(column);
    }
  }

  /// Makes columns ready to be read.
  Relation relation(DuckDBConnection connection, List<ColumnPlan> wanted, Progress progress)
      throws SQLException;

  /// Gives up what {@link #relation} made.
  void release(DuckDBConnection connection) throws SQLException;

  /// True where values that become NULL were counted when the source was opened.
  boolean lossesKnown();

  /// A table of DuckDB's, kept.
  ///
  /// @param sql what stands after FROM
  record Kept(String sql, boolean lossesKnown) implements Scan {
    @Override
    public Relation relation(
        DuckDBConnection connection, List<ColumnPlan> wanted, Progress progress) {
      return new Relation(
          sql,
          wanted.stream().map(ColumnPlan::expression).toList(),
          wanted.stream().map(_ -> 0L).toList());
    }

    @Override
    public void release(DuckDBConnection connection) {}
  }

  /// A file that is scanned at each reading, by all threads, into a temporary table: a result that
  /// is fetched as it comes is computed by one thread.
  ///
  /// @param from what stands after FROM for these columns
  record Scanned(From from) implements Scan {
    private static final String TABLE = "scanned";

    /// Chooses the file's reader for columns, and gives their expressions for it.
    interface From {
      Source source(DuckDBConnection connection, List<ColumnPlan> wanted, Progress progress)
          throws SQLException;

      /// What to scan once {@link #source} has failed; throws where nothing else is to be tried.
      Source afterFailure(
          DuckDBConnection connection,
          List<ColumnPlan> wanted,
          SQLException failure,
          Progress progress)
          throws SQLException;
    }

    /// @param sql what stands after FROM
    record Source(String sql, List<String> expressions) {}

    @Override
    public boolean lossesKnown() {
      return false;
    }

    @Override
    public Relation relation(
        DuckDBConnection connection, List<ColumnPlan> wanted, Progress progress)
        throws SQLException {
      Source source = from.source(connection, wanted, progress);
      try {
        return fill(connection, source, wanted, progress);
      } catch (SQLException e) {
        return fill(
            connection, from.afterFailure(connection, wanted, e, progress), wanted, progress);
      }
    }

    private static Relation fill(
        DuckDBConnection connection, Source source, List<ColumnPlan> wanted, Progress progress)
        throws SQLException {
      List<String> items = new ArrayList<>();
      List<Integer> lossy = new ArrayList<>();
      for (int i = 0; i < wanted.size(); i++) {
        String expression = source.expressions().get(i);
        items.add(expression + " AS v" + i);
        if (wanted.get(i).lost().isPresent() && !expression.equals(wanted.get(i).field())) {
          items.add("(" + wanted.get(i).lost().get() + ") AS l" + i);
          lossy.add(i);
        }
      }
      create(connection, "SELECT " + String.join(", ", items) + " FROM " + source.sql(), progress);
      return new Relation(
          TABLE,
          IntStream.range(0, wanted.size()).mapToObj(i -> "v" + i).toList(),
          losses(connection, wanted.size(), lossy));
    }

    /// Runs a query into the temporary table.
    private static void create(DuckDBConnection connection, String query, Progress progress)
        throws SQLException {
      try (Statement statement = connection.createStatement()) {
        Watched.run(
            statement,
            progress,
            () -> statement.execute("CREATE OR REPLACE TEMP TABLE " + TABLE + " AS " + query));
      }
    }

    private static List<Long> losses(DuckDBConnection connection, int columns, List<Integer> lossy)
        throws SQLException {
      Long[] losses = new Long[columns];
      Arrays.fill(losses, 0L);
      if (!lossy.isEmpty()) {
        String sql =
            lossy.stream()
                .map(i -> "count(*) FILTER (WHERE l" + i + ")")
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + TABLE));
        try (Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery(sql)) {
          row.next();
          for (int i = 0; i < lossy.size(); i++) {
            losses[lossy.get(i)] = row.getLong(i + 1);
          }
        }
      }
      return List.of(losses);
    }

    @Override
    public void release(DuckDBConnection connection) throws SQLException {
      DuckDb.execute(connection, "DROP TABLE IF EXISTS " + TABLE);
    }
  }
}
