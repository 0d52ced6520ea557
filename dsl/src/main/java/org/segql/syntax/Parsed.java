package org.segql.syntax;

import java.util.List;
import org.segql.ast.Script;
import org.segql.diagnostic.Diagnostic;

/// What a text gave: the statements that could be understood, and what is wrong with the others.
public record Parsed(Script script, List<Diagnostic> diagnostics) {
  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Whether every statement was understood.
  public boolean isClean() {
    return diagnostics.isEmpty();
  }
}
