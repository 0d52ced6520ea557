package org.segql.engine.local.scan;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.plan.Expr;

/// A table of a DuckDB file, or a query of it where a secret names the file. The file is open only
/// while it is read, so that other programs can write to it.
final class DuckFile implements TableSource {
  private final SourceSpec spec;
  private final FileSet files;
  private final String version;
  private final String relation;
  private final List<ColumnPlan> plans;
  private final OptionalLong rows;
  private final List<Diagnostic> findings;
  private final boolean table;
  private @Nullable Frame all;

  private DuckFile(
      SourceSpec spec,
      FileSet files,
      String version,
      String relation,
      boolean table,
      List<ColumnPlan> plans,
      OptionalLong rows,
      List<Diagnostic> findings) {
    this.spec = spec;
    this.files = files;
    this.version = version;
    this.relation = relation;
    this.table = table;
    this.plans = plans;
    this.rows = rows;
    this.findings = findings;
  }

  static TableSource open(SourceSpec spec, FileSet files, Progress progress) {
    String version = files.version();
    String name = files.first().getFileName().toString();
    List<Diagnostic> findings = new ArrayList<>(files.findings());
    try (DuckDBConnection connection = connect(files)) {
      Map<String, Boolean> tables = tables(connection);
      String relation;
      boolean table = false;
      if (spec.query().isPresent()) {
        relation = "(" + Jdbc.withoutSemicolon(spec.query().get()) + "\n)";
      } else {
        String chosen =
            TableChoice.choose(List.copyOf(tables.keySet()), spec.options().table(), name, false);
        relation = DuckDb.name(chosen);
        table = tables.getOrDefault(chosen, false);
      }
      List<ColumnPlan> plans =
          new TypedColumns(connection, relation, spec.options(), name, findings, progress)
              .plans(false);
      return new DuckFile(
          spec,
          files,
          version,
          relation,
          table,
          plans,
          OptionalLong.of(DuckDb.count(connection, relation, progress)),
          findings);
    } catch (SQLException e) {
      throw DuckErrors.of(e, name);
    }
  }

  private static DuckDBConnection connect(FileSet files) throws SQLException {
    var properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    return (DuckDBConnection)
        DriverManager.getConnection("jdbc:duckdb:" + files.first().toAbsolutePath(), properties);
  }

  /// Tables and views, with whether it is a table.
  private static Map<String, Boolean> tables(DuckDBConnection connection) throws SQLException {
    Map<String, Boolean> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name, table_type FROM information_schema.tables WHERE table_schema ="
                    + " 'main' ORDER BY 1")) {
      while (rows.next()) {
        tables.put(rows.getString(1), rows.getString(2).equals("BASE TABLE"));
      }
    }
    return tables;
  }

  @Override
  public Schema schema() {
    return new Schema(plans.stream().map(ColumnPlan::info).toList());
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

  /// Columns of a table are read as they are asked for: its rows have one order. Those of a view or
  /// a query may come in another each time, so all are read at once.
  @Override
  public Frame read(List<String> columns, Progress progress) {
    if (table) {
      return reading(new Scan.Kept(relation, false), reader -> reader.read(columns, progress));
    }
    Frame known = all;
    if (known == null) {
      List<String> names = schema().names();
      known = reading(new Scan.Kept(relation, false), reader -> reader.read(names, progress));
      all = known;
    }
    return known.columns(columns);
  }

  @Override
  public Optional<Frame> readWhere(List<String> columns, Expr condition, Progress progress) {
    return table
        ? reading(
            new Scan.Scanned(new TypedFiles.Whole(relation)),
            reader -> reader.readWhere(columns, condition, progress))
        : Optional.empty();
  }

  private <T> T reading(Scan scan, Function<DuckSource, T> reading) {
    try (DuckDBConnection connection = connect(files)) {
      var reader =
          new DuckSource(
              spec, files, version, connection, scan, plans, rows, List.of(), reading(), List.of());
      T read = reading.apply(reader);
      findings.addAll(reader.takeFindings());
      return read;
    } catch (SQLException e) {
      throw DuckErrors.of(e, files.first().getFileName().toString());
    }
  }

  @Override
  public Reading reading() {
    return new Reading.Query(
        "jdbc:duckdb:" + files.first(),
        "SELECT * FROM " + relation,
        plans.stream().map(p -> p.field(false)).toList());
  }

  @Override
  public String version() {
    return files.version();
  }
}
