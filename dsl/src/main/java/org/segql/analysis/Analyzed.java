package org.segql.analysis;

import java.util.List;
import java.util.Optional;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Severity;
import org.segql.plan.Command;

/// What analysis makes of a statement.
///
/// @param command what to do; empty where there are errors, or where only running what stands
///   before it can tell
/// @param diagnostics errors, warnings and notes, each at its place
/// @param makes what the statement will make known by a name, as far as that can be told before it
///   runs: where the columns cannot be told, or the statement has errors, the schema is open
/// @param origin of a SEGMENT or COMPARE: for {@link Origins}
public record Analyzed(
    Optional<Command> command,
    List<Diagnostic> diagnostics,
    Optional<CatalogEntry> makes,
    Optional<Origin> origin) {
  public Analyzed {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
