package org.segql.engine.local.scan;

import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Suggestions;
import org.segql.engine.Progress;
import org.segql.plan.Command;

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
    spec.options().connection().properties().keySet().stream()
        .sorted()
        .findFirst()
        .ifPresent(Sources::refuse);
    FileSet found = FileSet.find(spec.location(), spec.folder());
    FileKind.Head head = FileKind.head(found.first());
    FileKind kind = FileKind.of(found.first(), head, spec.options());
    if (spec.query().isPresent() && kind != FileKind.DUCKDB && kind != FileKind.SQLITE) {
      throw refusedQuery();
    }
    FileSet files = found.noting(FileKind.misnamed(found.first(), head, kind));
    return switch (kind) {
      case TEXT -> Delimited.open(spec, files, head, progress);
      case JSON -> TypedFiles.openJson(spec, files, progress);
      case PARQUET -> TypedFiles.openParquet(spec, files, progress);
      case DUCKDB -> DuckFile.open(spec, files, progress);
      case SQLITE -> JdbcSource.openSqlite(spec, files, progress);
      case EXCEL -> Delimited.openExcel(spec, files, head, progress);
    };
  }

  /// A secret may name a file where a database is expected.
  private static SegqlException refusedQuery() {
    return new SegqlException(
        Diagnostic.error(
            Code.MISPLACED_CLAUSE,
            "QUERY is for databases, and this is a file.",
            "Derive what you need by TABLE … AS FROM."));
  }

  /// What is none of the options of a file: only a database has properties that are its own.
  private static void refuse(String option) {
    throw new SegqlException(
        Diagnostic.error(
            Code.LOAD_OPTION,
            "`" + option + "` is no option of a file.",
            Suggestions.hint(option, Command.Load.OF_FILES)
                .orElse("Its options are " + Suggestions.and(Command.Load.OF_FILES) + ".")));
  }
}
