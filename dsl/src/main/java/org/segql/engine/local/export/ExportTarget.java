package org.segql.engine.local.export;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.scan.LoadOptions;

/// Where EXPORT writes.
///
/// @param location a path, whose ending says the format, or a JDBC URL
/// @param overwrite whether what stands there may be replaced
/// @param folder what a relative path starts from; null: the working folder
public record ExportTarget(
    String location, ExportOptions options, boolean overwrite, @Nullable Path folder) {
  public ExportTarget(String location) {
    this(location, ExportOptions.NONE, false, null);
  }

  public ExportTarget replacing() {
    return new ExportTarget(location, options, true, folder);
  }

  /// What EXPORT's `WITH (…)` says.
  ///
  /// @param table of a database
  /// @param sheet the name of an Excel sheet
  /// @param delimiter of a CSV file; empty: what its ending asks for
  /// @param csv the rest of a CSV file's style
  public record ExportOptions(
      Optional<String> table,
      Optional<String> sheet,
      Optional<String> delimiter,
      CsvStyle csv,
      LoadOptions.Connection connection) {
    public static final ExportOptions NONE =
        new ExportOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            CsvStyle.USUAL,
            LoadOptions.NONE.connection());

    public ExportOptions table(String name) {
      return new ExportOptions(Optional.of(name), sheet, delimiter, csv, connection);
    }

    public ExportOptions connection(LoadOptions.Connection properties) {
      return new ExportOptions(table, sheet, delimiter, csv, properties);
    }
  }
}
