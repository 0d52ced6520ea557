package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;

/// The tokens of one statement, without comments and blanks; an end marker stands last, where the
/// text of the statement ends.
///
/// @param terminated whether a `;` follows
record Chunk(List<Lexeme> tokens, boolean terminated) {
  Chunk {
    tokens = List.copyOf(tokens);
  }

  /// Cuts at `;`. A text left open that ends in `;` ends its statement too, so that one lost quote
  /// costs one statement. Empty statements are left out.
  static List<Chunk> split(List<Lexeme> all) {
    var chunks = new ArrayList<Chunk>();
    var current = new ArrayList<Lexeme>();
    for (Lexeme token : all) {
      if (Lexemes.hidden(token)) {
        continue;
      }
      boolean semicolon = token.is(SegQLParser.SEMICOLON);
      if (!semicolon) {
        current.add(token.at(current.size()));
      }
      if (semicolon || endsStatement(token)) {
        close(current, true, chunks);
      }
    }
    close(current, false, chunks);
    return chunks;
  }

  /// The number of tokens without the end marker.
  int size() {
    return tokens.size() - 1;
  }

  Lexeme get(int index) {
    return tokens.get(index);
  }

  Lexeme first() {
    return tokens.getFirst();
  }

  Lexeme last() {
    return tokens.get(tokens.size() - 2);
  }

  Span span() {
    return first().span().to(last().span());
  }

  /// The tokens of this without a comma at its end, some between, and those of another, without end
  /// markers.
  List<Lexeme> joined(Chunk other, Lexeme... between) {
    boolean comma = last().is(SegQLParser.COMMA);
    var all = new ArrayList<>(tokens.subList(0, comma ? size() - 1 : size()));
    all.addAll(List.of(between));
    all.addAll(other.tokens.subList(0, other.size()));
    return all;
  }

  /// The tokens from one index to another (exclusive) as a statement of its own.
  Chunk part(int from, int to) {
    var part = new ArrayList<Lexeme>();
    for (Lexeme token : tokens.subList(from, to)) {
      part.add(token.at(part.size()));
    }
    part.add(end(part));
    return new Chunk(part, false);
  }

  private static boolean endsStatement(Lexeme token) {
    return (token.is(SegQLParser.OPEN_TEXT) || token.is(SegQLParser.OPEN_NAME))
        && token.text().stripTrailing().endsWith(";");
  }

  private static void close(List<Lexeme> current, boolean terminated, List<Chunk> chunks) {
    if (!current.isEmpty()) {
      current.add(end(current));
      chunks.add(new Chunk(current, terminated));
      current.clear();
    }
  }

  private static Lexeme end(List<Lexeme> tokens) {
    int offset = tokens.getLast().end();
    return new Lexeme(Token.EOF, "", new Span(offset, offset), tokens.size());
  }
}
