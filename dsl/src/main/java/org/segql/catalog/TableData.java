package org.segql.catalog;

import java.util.Optional;
import java.util.OptionalLong;

/// What a session's table stands for: values in memory or a file that is read when its columns are
/// asked for. An engine has its own kind of it; the rest of the language asks for schema and size
/// only.
public interface TableData {
  Schema schema();

  /// The number of rows; empty where only reading everything would tell.
  OptionalLong rowCount();

  /// How another program reads it; empty where it was not loaded.
  default Optional<Reading> reading() {
    return Optional.empty();
  }
}
