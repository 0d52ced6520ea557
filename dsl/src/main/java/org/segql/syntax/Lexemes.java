package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLLexer;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// Cuts a text into tokens. It never fails: what is no token is one that is refused later.
final class Lexemes {
  private Lexemes() {}

  /// All tokens, comments and blanks included, without an end marker.
  static List<Lexeme> all(String text) {
    var lexer = new SegQLLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    var offsets = new Offsets(text);
    var tokens = new ArrayList<Lexeme>();
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      var span = new Span(offsets.utf16(t.getStartIndex()), offsets.utf16(t.getStopIndex() + 1));
      String written = text.substring(span.start(), span.end());
      boolean word = t.getType() == SegQLParser.IDENTIFIER;
      tokens.add(new Lexeme(word ? Words.type(written) : t.getType(), written, span, -1));
    }
    return tokens;
  }

  /// The tokens that the parser sees, without an end marker.
  static List<Lexeme> visible(String text) {
    return all(text).stream().filter(t -> !hidden(t)).toList();
  }

  /// Whether the parser does not see a token: a comment or a blank.
  static boolean hidden(Lexeme token) {
    return switch (token.type()) {
      case SegQLParser.BLANK, SegQLParser.LINE_COMMENT, SegQLParser.BLOCK_COMMENT -> true;
      default -> false;
    };
  }

  /// The place of the bracket that is open before a place; -1 where none is.
  static int open(List<Lexeme> tokens, int before) {
    int depth = 0;
    for (int i = before - 1; i >= 0; i--) {
      if (tokens.get(i).is(SegQLParser.CLOSE)) {
        depth++;
      } else if (tokens.get(i).is(SegQLParser.OPEN) && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /// From code points to UTF-16 offsets, asked in rising order.
  private static final class Offsets {
    private final String text;
    private final boolean plain;
    private int point;
    private int unit;

    Offsets(String text) {
      this.text = text;
      this.plain = text.chars().noneMatch(c -> Character.isHighSurrogate((char) c));
    }

    int utf16(int codePoint) {
      if (plain) {
        return codePoint;
      }
      unit = text.offsetByCodePoints(unit, codePoint - point);
      point = codePoint;
      return unit;
    }
  }
}
