package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import org.segql.grammar.SegQLParser;

/// A statement as the formatter sees it: its tokens with the comments between them, those above it,
/// and those behind it on its last line.
///
/// @param leading comments that stand above the statement on lines of their own
/// @param statement from the first visible token to the `;` or the last visible token; empty where
///   only comments are left at the end of a script
/// @param trailing comments behind it on the same line
record Block(List<Lexeme> leading, List<Lexeme> statement, List<Lexeme> trailing) {
  Block {
    leading = List.copyOf(leading);
    statement = List.copyOf(statement);
    trailing = List.copyOf(trailing);
  }

  boolean terminated() {
    return !statement.isEmpty() && statement.getLast().is(SegQLParser.SEMICOLON);
  }

  int statementEnd() {
    return statement.getLast().end();
  }

  int end() {
    List<Lexeme> last = !trailing.isEmpty() ? trailing : statement.isEmpty() ? leading : statement;
    return last.getLast().end();
  }

  /// All blocks of a script; empty statements fall away.
  static List<Block> split(List<Lexeme> tokens) {
    var blocks = new ArrayList<Block>();
    int i = 0;
    while (i < tokens.size()) {
      i = next(tokens, i, blocks);
    }
    return blocks;
  }

  /// Reads one block and gives the index after it.
  private static int next(List<Lexeme> tokens, int from, List<Block> blocks) {
    var leading = new ArrayList<Lexeme>();
    int i = from;
    while (i < tokens.size()
        && (Lexemes.hidden(tokens.get(i)) || tokens.get(i).is(SegQLParser.SEMICOLON))) {
      if (isComment(tokens.get(i))) {
        leading.add(tokens.get(i));
      }
      i++;
    }
    int first = i;
    int last = i;
    while (i < tokens.size() && !tokens.get(i).is(SegQLParser.SEMICOLON)) {
      last = Lexemes.hidden(tokens.get(i)) ? last : i + 1;
      i++;
    }
    boolean terminated = i < tokens.size();
    int end = terminated ? i + 1 : last;
    var statement = tokens.subList(first, Math.max(first, end));
    var trailing = new ArrayList<Lexeme>();
    i = end;
    while (i < tokens.size() && first < end && staysOnLine(tokens.get(i))) {
      if (isComment(tokens.get(i))) {
        trailing.add(tokens.get(i));
      }
      i++;
    }
    if (!leading.isEmpty() || !statement.isEmpty()) {
      blocks.add(new Block(leading, statement, trailing));
    }
    return Math.max(i, first);
  }

  private static boolean staysOnLine(Lexeme token) {
    return isComment(token) || (token.is(SegQLParser.BLANK) && token.text().indexOf('\n') < 0);
  }

  static boolean isComment(Lexeme token) {
    return token.is(SegQLParser.LINE_COMMENT) || token.is(SegQLParser.BLOCK_COMMENT);
  }
}
