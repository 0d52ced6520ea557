package org.segql.engine.local.scan;

import org.segql.engine.Progress;

/// Opens what LOAD names.
public final class Sources {
  private Sources() {}

  /// Finds columns and types. Throws a SegqlException that says what is wrong with the place;
  /// nothing stays open then.
  public static TableSource open(SourceSpec spec, Progress progress) {
    progress.report(
        "looking at "
            + (Jdbc.isUrl(spec.location()) ? Jdbc.shown(spec.location()) : spec.location()),
        -1);
    if (Jdbc.isUrl(spec.location())) {
      return JdbcSource.open(spec, progress);
    }
    FileSet files = FileSet.find(spec.location(), spec.folder());
    return switch (FileKind.of(files.first(), FileKind.head(files.first()))) {
      case TEXT -> Delimited.open(spec, files, progress);
      case JSON -> TypedFiles.openJson(spec, files, progress);
      case PARQUET -> TypedFiles.openParquet(spec, files, progress);
      case DUCKDB -> DuckFile.open(spec, files, progress);
      case SQLITE -> JdbcSource.openSqlite(spec, files, progress);
      case EXCEL -> Delimited.openExcel(spec, files, progress);
    };
  }
}
