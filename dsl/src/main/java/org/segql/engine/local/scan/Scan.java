package org.segql.engine.local.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.engine.Progress;
import org.segql.engine.local.Columns;

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
  ///
  /// @param filter what else than the rows that a condition lets through can be left out
  Relation relation(
      DuckDBConnection connection,
      List<ColumnPlan> wanted,
      @Nullable Filter filter,
      Progress progress)
      throws SQLException;

  /// A condition on columns.
  ///
  /// @param sql over the columns `v0`, `v1`, … in the order in which they are asked for
  record Filter(String sql) {}

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
        DuckDBConnection connection,
        List<ColumnPlan> wanted,
        @Nullable Filter filter,
        Progress progress) {
      if (filter != null) {
        throw new IllegalStateException("a table that is kept is read whole");
      }
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
        DuckDBConnection connection,
        List<ColumnPlan> wanted,
        @Nullable Filter filter,
        Progress progress)
        throws SQLException {
      Source source = from.source(connection, wanted, progress);
      try {
        return fill(connection, source, wanted, filter, progress);
      } catch (SQLException e) {
        Source other = from.afterFailure(connection, wanted, e, progress);
        return fill(connection, other, wanted, filter, progress);
      }
    }

    private static Relation fill(
        DuckDBConnection connection,
        Source source,
        List<ColumnPlan> wanted,
        @Nullable Filter filter,
        Progress progress)
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
      String query = "SELECT " + String.join(", ", items) + " FROM " + source.sql();
      if (filter != null) {
        query = "SELECT * FROM (" + query + ") WHERE " + filtered(filter, wanted, lossy);
      }
      create(connection, query, progress);
      return new Relation(
          filter == null ? TABLE : "(SELECT * FROM " + TABLE + " WHERE " + filter.sql() + ")",
          IntStream.range(0, wanted.size()).mapToObj(i -> "v" + i).toList(),
          losses(connection, wanted, lossy, filter != null));
    }

    /// The rows that a filter lets through, and those that the notes count.
    private static String filtered(Filter filter, List<ColumnPlan> wanted, List<Integer> lossy) {
      List<String> any = new ArrayList<>(List.of(filter.sql()));
      lossy.forEach(i -> any.add("l" + i));
      for (int i = 0; i < wanted.size(); i++) {
        unheld(wanted.get(i).type(), "v" + i).ifPresent(any::add);
      }
      return String.join(" OR ", any);
    }

    /// SQL that is true of values that no column holds: they become NULL. Empty where there are
    /// none.
    static Optional<String> unheld(Type type, String value) {
      return switch (type) {
        case NUMBER -> Optional.of("NOT isfinite(" + value + ")");
        case DATE, DATETIME ->
            Optional.of(
                "(NOT isfinite(%1$s) OR year(%1$s) NOT BETWEEN %2$d AND %3$d)"
                    .formatted(value, Columns.FIRST_YEAR, Columns.LAST_YEAR));
        case TEXT, BOOLEAN -> Optional.empty();
      };
    }

    /// Runs a query into the temporary table.
    private static void create(DuckDBConnection connection, String query, Progress progress)
        throws SQLException {
      try (Statement statement = connection.createStatement()) {
        DuckDb.run(statement, "CREATE OR REPLACE TEMP TABLE " + TABLE + " AS " + query, progress);
      }
    }

    /// @param infinite whether values that no column holds are counted too: who reads all rows sees
    ///   them
    private static List<Long> losses(
        DuckDBConnection connection, List<ColumnPlan> wanted, List<Integer> lossy, boolean infinite)
        throws SQLException {
      List<String> counts = new ArrayList<>();
      for (int i = 0; i < wanted.size(); i++) {
        List<String> lost = new ArrayList<>();
        if (lossy.contains(i)) {
          lost.add("l" + i);
        }
        if (infinite) {
          unheld(wanted.get(i).type(), "v" + i).ifPresent(lost::add);
        }
        counts.add(
            lost.isEmpty() ? "0" : "count(*) FILTER (WHERE " + String.join(" OR ", lost) + ")");
      }
      if (counts.stream().allMatch("0"::equals)) {
        return Collections.nCopies(wanted.size(), 0L);
      }
      List<Long> losses = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("SELECT " + String.join(", ", counts) + " FROM " + TABLE)) {
        row.next();
        for (int i = 0; i < wanted.size(); i++) {
          losses.add(row.getLong(i + 1));
        }
      }
      return losses;
    }

    @Override
    public void release(DuckDBConnection connection) throws SQLException {
      DuckDb.execute(connection, "DROP TABLE IF EXISTS " + TABLE);
    }
  }
}
