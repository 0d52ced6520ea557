package org.segql.ast;

import java.util.List;
import org.segql.diagnostic.Span;

/// The statements of a script in order. Those that could not be parsed are missing; the diagnostics
/// beside the tree say so.
public record Script(List<Statement> statements, Span span) implements Node {
  public Script {
    statements = List.copyOf(statements);
  }
}
