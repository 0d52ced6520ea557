package org.segql.engine.local.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.plan.Expr;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A table or a query of a database. All columns are read at once and kept: a second query may give
/// other rows, or the same in another order. So what is read in part is of one use.
final class JdbcSource implements TableSource {
  private static final int FETCH_ROWS = 10_000;
  private static final int CHECK_EVERY = 1024;

  private final SourceSpec spec;
  private final String url;
  private final Optional<FileSet> file;
  private final String sql;
  private final Optional<String> table;
  private final JdbcDialect dialect;
  private final List<JdbcPlan> plans;
  private final List<Diagnostic> findings;
  private @Nullable Frame all;

  /// @param file of SQLite
  /// @param sql the query
  /// @param table what it reads, as SQL; empty where the user wrote the query
  private JdbcSource(
      SourceSpec spec,
      String url,
      Optional<FileSet> file,
      String sql,
      Optional<String> table,
      JdbcDialect dialect,
      List<JdbcPlan> plans,
      List<Diagnostic> findings) {
    this.spec = spec;
    this.url = url;
    this.file = file;
    this.sql = sql;
    this.table = table;
    this.dialect = dialect;
    this.plans = plans;
    this.findings = findings;
  }

  static TableSource open(SourceSpec spec, Progress progress) {
    return open(spec, spec.location(), Optional.empty(), progress);
  }

  static TableSource openSqlite(SourceSpec spec, FileSet files, Progress progress) {
    return open(
        spec, "jdbc:sqlite:" + files.first().toAbsolutePath(), Optional.of(files), progress);
  }

  private static TableSource open(
      SourceSpec spec, String url, Optional<FileSet> file, Progress progress) {
    var properties = spec.options().connection();
    List<Diagnostic> findings = new ArrayList<>(file.map(FileSet::findings).orElse(List.of()));
    try (Connection connection = Jdbc.connect(url, spec.folder(), properties, true)) {
      Optional<String> table =
          spec.query().isPresent() ? Optional.empty() : Optional.of(table(spec, connection, url));
      String sql =
          table
              .map(t -> "SELECT * FROM " + t)
              .orElseGet(() -> Jdbc.withoutSemicolon(spec.query().orElseThrow()));
      List<JdbcPlan> plans =
          JdbcPlan.of(connection, sql, spec.options(), Jdbc.shown(url), findings, progress);
      return new JdbcSource(
          spec, url, file, sql, table, JdbcDialect.of(connection), plans, findings);
    } catch (SQLException e) {
      throw Jdbc.failure(e, url, properties);
    }
  }

  private static String table(SourceSpec spec, Connection connection, String url)
      throws SQLException {
    Optional<String> named = spec.options().table();
    return Jdbc.quoted(
        connection,
        named.isPresent() && named.get().contains(".")
            ? named.get()
            : TableChoice.choose(
                Jdbc.tables(connection), named, Jdbc.shown(url), Jdbc.isUrl(spec.location())));
  }

  @Override
  public Schema schema() {
    return new Schema(plans.stream().map(JdbcPlan::info).toList());
  }

  @Override
  public List<Diagnostic> takeFindings() {
    var taken = List.copyOf(findings);
    findings.clear();
    return taken;
  }

  @Override
  public OptionalLong rowCount() {
    return all == null ? OptionalLong.empty() : OptionalLong.of(all.rowCount());
  }

  @Override
  public Frame read(List<String> columns, Progress progress) {
    Frame known = all;
    if (known == null) {
      progress.report("reading " + Jdbc.shown(url), -1);
      try {
        known = fetch(plans, sql, List.of(), progress);
      } catch (SQLException e) {
        throw Jdbc.failure(e, url, spec.options().connection());
      }
      all = known;
    }
    return known.columns(columns);
  }

  /// Asks the database for the columns, and of the rows for those only that it cannot leave out; a
  /// query that the user wrote is run as it stands. What it refuses to compute is computed here.
  @Override
  public Optional<Frame> readWhere(List<String> columns, Expr condition, Progress progress) {
    Map<String, JdbcPlan> wanted = new LinkedHashMap<>();
    plans.stream()
        .filter(p -> columns.contains(p.info().name()))
        .forEach(p -> wanted.put(p.info().name(), p));
    Optional<JdbcFilter> filter =
        table.isPresent() && all == null
            ? JdbcFilter.of(condition, wanted, dialect)
            : Optional.empty();
    if (filter.isEmpty()) {
      return Optional.empty();
    }
    progress.report("reading rows of " + Jdbc.shown(url), -1);
    String some =
        wanted.values().stream()
            .map(JdbcPlan::quoted)
            .collect(
                Collectors.joining(
                    ", ", "SELECT ", " FROM " + table.get() + " WHERE " + filter.get().sql()));
    try {
      var read = fetch(List.copyOf(wanted.values()), some, filter.get().values(), progress);
      return Optional.of(read.columns(columns));
    } catch (SQLException _) {
      return Optional.empty();
    }
  }

  private Frame fetch(List<JdbcPlan> wanted, String query, List<Object> values, Progress progress)
      throws SQLException {
    try (Connection connection =
        Jdbc.connect(url, spec.folder(), spec.options().connection(), true)) {
      // PostgreSQL fetches row by row inside a transaction only; otherwise the driver holds the
      // whole result twice.
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setFetchSize(FETCH_ROWS);
        for (int i = 0; i < values.size(); i++) {
          statement.setObject(i + 1, values.get(i));
        }
        List<JdbcColumn> columns =
            wanted.stream().map(p -> new JdbcColumn(p.info(), p.value())).toList();
        try (ResultSet rows = Watched.run(statement, progress, statement::executeQuery)) {
          readAll(rows, columns, progress);
        }
        connection.rollback();
        for (JdbcColumn column : columns) {
          if (column.lost() > 0) {
            findings.add(
                TypeDetection.lost(column.info().name(), column.info().type(), column.lost()));
          }
        }
        return new Frame(
            new Schema(wanted.stream().map(JdbcPlan::info).toList()),
            Table.create(columns.stream().<Column<?>>map(JdbcColumn::finish).toList()));
      }
    }
  }

  private static void readAll(ResultSet rows, List<JdbcColumn> columns, Progress progress)
      throws SQLException {
    for (int row = 0; rows.next(); row++) {
      if (row % CHECK_EVERY == 0) {
        progress.check();
      }
      for (int j = 0; j < columns.size(); j++) {
        try {
          columns.get(j).take(rows, j + 1);
        } catch (JdbcValue.Inexact e) {
          String name = columns.get(j).info().name();
          throw new SegqlException(
              Diagnostic.error(
                  Code.INEXACT_NUMBERS,
                  "`"
                      + name
                      + "` holds whole numbers beyond 2^53, which a NUMBER cannot hold exactly.",
                  "Read it as text: `types = (" + TypeDetection.written(name) + " = TEXT)`."),
              e);
        }
      }
    }
  }

  @Override
  public Reading reading() {
    return new Reading.Query(
        url,
        sql,
        plans.stream()
            .map(
                p ->
                    new Reading.Field(
                        p.info().name(),
                        p.info().type(),
                        p.value().format().format().isEmpty(),
                        p.value().format().format().orElse(""),
                        false))
            .toList());
  }

  @Override
  public String version() {
    return file.map(FileSet::version).orElse("");
  }
}
