package org.segql.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stops a statement: diagnostics for the user, at least one of them an error. Thrown for what
/// only shows while a statement runs (files, data, a gate that is not met); what a script alone can
/// show is collected by the analysis instead.
public class SegqlException extends RuntimeException {
  private final transient List<Diagnostic> diagnostics;

  public SegqlException(Diagnostic diagnostic) {
    this(List.of(diagnostic), null);
  }

  public SegqlException(Diagnostic diagnostic, Throwable cause) {
    this(List.of(diagnostic), cause);
  }

  public SegqlException(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
    super(diagnostics.getFirst().message(), cause);
    this.diagnostics = List.copyOf(diagnostics);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
