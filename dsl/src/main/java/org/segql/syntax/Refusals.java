package org.segql.syntax;

import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;

/// What is refused by the tokens alone, before a statement is parsed.
final class Refusals {
  private Refusals() {}

  /// @return whether the statement was refused
  static boolean check(Chunk chunk, Problems problems) {
    return false;
  }

  static void tooDeep(Span span, Problems problems) {
    problems.add(
        Code.TOO_DEEP,
        span,
        "This statement is nested too deeply.",
        "Compute it in several steps of DERIVE.");
  }
}
