package org.segql.engine.local.scan;

import org.segql.engine.Progress;

/// Opens what LOAD names.
public final class Sources {
  private Sources() {}

  /// Finds columns and types. Throws a SegqlException that says what is wrong with the place;
  /// nothing stays open then.
  public static TableSource open(SourceSpec spec, Progress progress) {
    progress.report("looking at " + spec.location(), -1);
    FileSet files = FileSet.find(spec.location(), spec.folder());
    FileKind kind = FileKind.of(files.first(), FileKind.head(files.first()));
    return switch (kind) {
      case TEXT -> Delimited.open(spec, files, progress);
      case JSON, PARQUET, DUCKDB, SQLITE, EXCEL ->
          throw new UnsupportedOperationException(kind.name());
    };
  }
}
