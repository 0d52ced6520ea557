package org.segql.engine.local.scan;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What LOAD names.
///
/// @param location a path, a glob, or a JDBC URL
/// @param query of a database
/// @param folder what a relative path starts from; null: the working folder
public record SourceSpec(
    String location, Optional<String> query, LoadOptions options, @Nullable Path folder) {
  public SourceSpec(String location) {
    this(location, Optional.empty(), LoadOptions.NONE, null);
  }

  public SourceSpec(String location, LoadOptions options) {
    this(location, Optional.empty(), options, null);
  }
}
