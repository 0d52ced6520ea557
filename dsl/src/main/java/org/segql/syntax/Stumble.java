package org.segql.syntax;

import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;

/// A statement that cannot be read, and how far it can.
///
/// @param walk over the tokens before the first that cannot stand where it is
record Stumble(Chunk chunk, Walk walk, Problems problems) {
  /// The index of that token; the number of tokens where the statement ends too early.
  int at() {
    return walk.reached();
  }

  boolean end() {
    return at() == chunk.size();
  }

  Lexeme token() {
    return chunk.get(at());
  }

  /// Whether a mended walk reads all of the statement.
  boolean whole(Walk mended) {
    return mended.accepts() && mended.reached() >= chunk.size();
  }

  /// The place right after the token before the error.
  Span before() {
    int offset = at() == 0 ? token().start() : chunk.get(at() - 1).end();
    return new Span(offset, offset);
  }

  /// The verb of the statement, that of what EXPLAIN explains.
  String verb() {
    for (Lexeme t : chunk.tokens()) {
      if (!t.is(SegQLParser.EXPLAIN) && !t.is(SegQLParser.JAVA)) {
        return Verbs.upper(t);
      }
    }
    return "";
  }
}
