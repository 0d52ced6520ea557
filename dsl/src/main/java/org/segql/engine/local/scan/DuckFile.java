package org.segql.engine.local.scan;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;

/// A table of a DuckDB file. The file is open only while it is read, so that other programs can
/// write to it.
final class DuckFile implements TableSource {
  private final SourceSpec spec;
  private final FileSet files;
  private final String version;
  private final String relation;
  private final List<ColumnPlan> plans;
  private final OptionalLong rows;
  private final List<Diagnostic> findings;

  private DuckFile(
      SourceSpec spec,
      FileSet files,
      String version,
      String relation,
      List<ColumnPlan> plans,
      OptionalLong rows,
      List<Diagnostic> findings) {
    this.spec = spec;
    this.files = files;
    this.version = version;
    this.relation = relation;
    this.plans = plans;
    this.rows = rows;
    this.findings = findings;
  }

  static TableSource open(SourceSpec spec, FileSet files, Progress progress) {
    String version = files.version();
    String name = files.first().getFileName().toString();
    List<Diagnostic> findings = new ArrayList<>();
    try (DuckDBConnection connection = connect(files)) {
      String relation =
          spec.query().isPresent()
              ? "(" + Jdbc.withoutSemicolon(spec.query().get()) + ")"
              : DuckDb.name(TableChoice.choose(tables(connection), spec.options().table(), name));
      List<ColumnPlan> plans =
          new TypedColumns(connection, relation, spec.options(), name, findings, progress)
              .plans(false);
      return new DuckFile(
          spec, files, version, relation, plans, TypedFiles.count(connection, relation), findings);
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

  private static List<String> tables(DuckDBConnection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER"
                    + " BY 1")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
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

  @Override
  public Frame read(List<String> columns, Progress progress) {
    try (DuckDBConnection connection = connect(files)) {
      var reader =
          new DuckSource(
              spec,
              files,
              version,
              connection,
              new Scan.Kept(relation, false),
              plans,
              rows,
              List.of(),
              reading());
      Frame frame = reader.read(columns, progress);
      findings.addAll(reader.takeFindings());
      return frame;
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
