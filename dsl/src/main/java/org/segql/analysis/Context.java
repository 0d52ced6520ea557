package org.segql.analysis;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Catalog;

/// What a statement is analysed against.
///
/// @param origins how the segmentations of the session were written, for LIKE
/// @param values tells the values of a PER; null while a script is only checked
/// @param seed the seed where a statement has none of its own
/// @param unresolved parameters whose definition is wrong: they are passed over in silence
public record Context(
    Catalog catalog,
    Origins origins,
    Sources sources,
    @Nullable PerValues values,
    long seed,
    Set<String> unresolved) {
  public Context {
    unresolved = Set.copyOf(unresolved);
  }

  public Context(
      Catalog catalog, Origins origins, Sources sources, @Nullable PerValues values, long seed) {
    this(catalog, origins, sources, values, seed, Set.of());
  }
}
