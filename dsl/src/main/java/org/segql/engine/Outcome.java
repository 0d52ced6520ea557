package org.segql.engine;

import java.util.List;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Diagnostic;
import org.segql.result.Result;

/// What executing a command gives. Nothing of the catalog is changed by the engine: the session
/// puts in what was made, once the command has ended well.
///
/// @param makes what becomes known by name
/// @param failures why a gate is not met; what was made is kept all the same
public record Outcome(Result result, List<CatalogEntry> makes, List<Diagnostic> failures) {
  public Outcome {
    makes = List.copyOf(makes);
    failures = List.copyOf(failures);
  }

  public static Outcome of(Result result) {
    return new Outcome(result, List.of(), List.of());
  }

  public static Outcome of(Result result, CatalogEntry made) {
    return new Outcome(result, List.of(made), List.of());
  }
}
