package org.segql.syntax;

import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;

/// A statement that cannot be read, and how far it can: what every group of slips looks at.
abstract sealed class Stumble permits Slips, WordSlips, BracketSlips, ClauseSlips {
  final Chunk chunk;

  /// Over the tokens before the first that cannot stand where it is.
  final Walk walk;

  final Problems problems;

  /// The index of that token; the number of tokens where the statement ends too early.
  final int at;

  final boolean end;
  final Lexeme token;

  Stumble(Chunk chunk, Walk walk, Problems problems) {
    this.chunk = chunk;
    this.walk = walk;
    this.problems = problems;
    this.at = walk.reached();
    this.end = at == chunk.size();
    this.token = chunk.get(at);
  }

  Stumble(Stumble other) {
    this(other.chunk, other.walk, other.problems);
  }

  /// Whether a mended walk reads all of the statement.
  boolean whole(Walk mended) {
    return mended.accepts() && mended.reached() >= chunk.size();
  }

  /// The place right after the token before the error.
  Span before() {
    int offset = at == 0 ? token.start() : chunk.get(at - 1).end();
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
