package org.segql.engine.local.scan;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.segql.catalog.Reading;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;

/// Parquet and JSON files.
final class TypedFiles {
  private TypedFiles() {}

  static TableSource openParquet(SourceSpec spec, FileSet files, Progress progress) {
    return open(spec, files, "read_parquet(" + list(files) + ")", false, progress);
  }

  /// A JSON file holds an array of records, or one record a line.
  static TableSource openJson(SourceSpec spec, FileSet files, Progress progress) {
    boolean small = files.bytes() <= TextFile.SMALL_BYTES;
    String sql =
        "read_json("
            + list(files)
            + ", format = 'auto', convert_strings_to_integers = false, dateformat = '%Y-%m-%d', "
            + "maximum_object_size = 67108864"
            + (small ? ", sample_size = -1" : "")
            + ")";
    return open(spec, files, sql, true, progress);
  }

  private static TableSource open(
      SourceSpec spec, FileSet files, String relation, boolean json, Progress progress) {
    String version = files.version();
    String name = files.first().getFileName().toString();
    List<Diagnostic> findings = new ArrayList<>(files.findings());
    try {
      DuckDBConnection connection = DuckDb.connect();
      try {
        String kept = relation;
        boolean hold = json && files.bytes() <= TextFile.SMALL_BYTES;
        if (hold) {
          try (Statement statement = connection.createStatement()) {
            DuckDb.run(statement, "CREATE TEMP TABLE kept AS SELECT * FROM " + relation, progress);
          }
          kept = "kept";
        }
        List<ColumnPlan> plans =
            new TypedColumns(connection, kept, spec.options(), name, findings, progress)
                .plans(json);
        OptionalLong rows =
            hold || !json
                ? OptionalLong.of(DuckDb.count(connection, kept, progress))
                : OptionalLong.empty();
        if (rows.equals(OptionalLong.of(0))) {
          findings.add(Diagnostic.warning(Code.NO_ROWS, "`" + name + "` has columns and no rows."));
        }
        var reading =
            new Reading.Query(
                "jdbc:duckdb:",
                "SELECT * FROM " + relation,
                plans.stream().map(p -> p.field(false)).toList());
        Scan scan = hold ? new Scan.Kept(kept, false) : new Scan.Scanned(new Whole(kept));
        return new DuckSource(
            spec, files, version, connection, scan, plans, rows, findings, reading, List.of());
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw DuckErrors.of(e, name);
    }
  }

  private static String list(FileSet files) {
    return files.files().stream().map(DuckDb::literal).collect(Collectors.joining(", ", "[", "]"));
  }

  /// A relation that is scanned as it is.
  record Whole(String sql) implements Scan.Scanned.From {
    @Override
    public Scan.Scanned.Source source(
        DuckDBConnection connection, List<ColumnPlan> wanted, Progress progress) {
      return new Scan.Scanned.Source(sql, wanted.stream().map(ColumnPlan::expression).toList());
    }

    @Override
    public Scan.Scanned.Source afterFailure(
        DuckDBConnection connection,
        List<ColumnPlan> wanted,
        SQLException failure,
        Progress progress)
        throws SQLException {
      throw failure;
    }
  }
}
