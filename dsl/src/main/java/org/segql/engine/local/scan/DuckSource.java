package org.segql.engine.local.scan;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.plan.Expr;
import tech.tablesaw.api.Table;

/// A source that DuckDB reads, open on a connection of its own.
final class DuckSource implements TableSource {
  /// Closes the connections of sources that nobody refers to any more, with the texts that they
  /// hold, and deletes their copies.
  private static final Cleaner CLEANER = Cleaner.create();

  private record Closing(DuckDBConnection connection, List<Path> copies) implements Runnable {
    @Override
    public void run() {
      copies.forEach(copy -> copy.toFile().delete());
      try {
        connection.close();
      } catch (SQLException _) {
        // Nothing is lost with it.
      }
    }
  }

  private final SourceSpec spec;
  private final FileSet files;
  private final String version;
  private final DuckDBConnection connection;
  private final Scan scan;
  private final List<ColumnPlan> plans;
  private final Schema schema;
  private final List<Diagnostic> findings;
  private final Cleaner.Cleanable closing;
  private final Reading reading;
  private OptionalLong rows;

  /// @param copies temporary files that it reads
  DuckSource(
      SourceSpec spec,
      FileSet files,
      String version,
      DuckDBConnection connection,
      Scan scan,
      List<ColumnPlan> plans,
      OptionalLong rows,
      List<Diagnostic> findings,
      Reading reading,
      List<Path> copies) {
    this.spec = spec;
    this.files = files;
    this.version = version;
    this.connection = connection;
    this.scan = scan;
    this.plans = List.copyOf(plans);
    this.schema = new Schema(plans.stream().map(ColumnPlan::info).toList());
    this.rows = rows;
    this.findings = new ArrayList<>(findings);
    this.reading = reading;
    this.closing = CLEANER.register(this, new Closing(connection, List.copyOf(copies)));
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public List<Diagnostic> takeFindings() {
    var taken = List.copyOf(findings);
    findings.clear();
    return taken;
  }

  @Override
  public OptionalLong rowCount() {
    return rows;
  }

  @Override
  public String version() {
    return files.version();
  }

  @Override
  public Reading reading() {
    return reading;
  }

  @Override
  public void close() {
    closing.clean();
  }

  @Override
  public Frame read(List<String> columns, Progress progress) {
    progress.report("reading " + files.first().getFileName(), -1);
    List<ColumnPlan> wanted = columns.stream().map(this::plan).toList();
    try {
      return wanted.isEmpty()
          ? empty()
          : read(wanted, scan.relation(connection, wanted, null, progress), false, progress);
    } catch (SQLException e) {
      throw DuckErrors.of(e, files.first().getFileName().toString());
    } finally {
      release();
    }
  }

  /// Where the file is scanned anew for each reading: what it keeps is small.
  @Override
  public Optional<Frame> readWhere(List<String> columns, Expr condition, Progress progress) {
    Optional<String> sql = ScanFilter.of(condition, name -> "v" + columns.indexOf(name));
    if (sql.isEmpty() || !(scan instanceof Scan.Scanned)) {
      return Optional.empty();
    }
    progress.report("reading rows of " + files.first().getFileName(), -1);
    List<ColumnPlan> wanted = columns.stream().map(this::plan).toList();
    OptionalLong all = rows;
    try {
      var filter = new Scan.Filter(sql.get());
      var relation = scan.relation(connection, wanted, filter, progress);
      return Optional.of(read(wanted, relation, true, progress));
    } catch (SQLException e) {
      throw DuckErrors.of(e, files.first().getFileName().toString());
    } finally {
      rows = all;
      release();
    }
  }

  /// @param counted whether numbers that are not finite have been counted, in all rows
  private Frame read(
      List<ColumnPlan> wanted, Scan.Relation relation, boolean counted, Progress progress)
      throws SQLException {
    int count = Math.toIntExact(DuckDb.count(connection, relation.sql(), progress));
    rows = OptionalLong.of(count);
    List<ColumnInfo> infos = wanted.stream().map(ColumnPlan::info).toList();
    String query =
        relation.expressions().stream()
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + relation.sql()));
    var read = DuckColumns.read(connection, query, infos, count, progress);
    for (int i = 0; i < wanted.size() && !scan.lossesKnown(); i++) {
      long lost = relation.lost(i) + (counted ? 0 : read.notFinite().get(i));
      if (lost > 0) {
        findings.add(TypeDetection.lost(wanted.get(i).name(), wanted.get(i).type(), lost));
      }
    }
    return new Frame(new Schema(infos), Table.create(read.columns()));
  }

  private static Frame empty() {
    return new Frame(new Schema(List.of()), Table.create());
  }

  private ColumnPlan plan(String name) {
    return plans.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("column " + name));
  }

  private void release() {
    try {
      scan.release(connection);
    } catch (SQLException | SegqlException _) {
      // A temporary table more until the session ends.
    }
  }
}
