package org.segql.syntax;

import org.segql.diagnostic.Code;

final class SyntaxErrors {
  private SyntaxErrors() {}

  static void explain(Chunk chunk, Problems problems) {
    problems.add(Code.SYNTAX, chunk.span(), "This is no statement.");
  }
}
