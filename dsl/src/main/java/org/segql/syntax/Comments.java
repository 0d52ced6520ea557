package org.segql.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segql.grammar.SegQLParser;

/// The comments inside a statement, each with the token it belongs to: behind a token on the same
/// line, else above the token that follows.
///
/// @param above by the index of the token that they stand above
/// @param behind by the index of the token that they stand behind
/// @param after those below the last token
record Comments(
    Map<Integer, List<Lexeme>> above, Map<Integer, List<Lexeme>> behind, List<Lexeme> after) {

  static Comments of(List<Lexeme> all, Chunk chunk, String text) {
    var above = new HashMap<Integer, List<Lexeme>>();
    var behind = new HashMap<Integer, List<Lexeme>>();
    var after = new ArrayList<Lexeme>();
    int index = -1;
    for (Lexeme token : all) {
      if (Block.isComment(token)) {
        boolean below = breaksBetween(text, chunk.get(index).end(), token.start());
        if (index == chunk.size() - 1 && below) {
          after.add(token);
        } else if (!below) {
          behind.computeIfAbsent(index, _ -> new ArrayList<>()).add(token);
        } else {
          above.computeIfAbsent(index + 1, _ -> new ArrayList<>()).add(token);
        }
      } else if (!Lexemes.hidden(token) && !token.is(SegQLParser.SEMICOLON)) {
        index++;
      }
    }
    return new Comments(above, behind, after);
  }

  private static boolean breaksBetween(String text, int from, int to) {
    return text.substring(from, to).indexOf('\n') >= 0;
  }

  /// Whether no comment stands before or between the words of a statement that ends in a token.
  boolean onlyBehind(int last) {
    return above.isEmpty() && behind.keySet().stream().allMatch(i -> i == last);
  }

  List<Lexeme> above(int index) {
    return above.getOrDefault(index, List.of());
  }

  List<Lexeme> behind(int index) {
    return behind.getOrDefault(index, List.of());
  }

  /// Gives the comments of a token that falls away to its neighbours.
  ///
  /// @param size the number of tokens of the statement
  void drop(int index, int size) {
    List<Lexeme> before = behind.getOrDefault(index - 1, List.of());
    boolean lineEnds = !before.isEmpty() && before.getLast().is(SegQLParser.LINE_COMMENT);
    var moved = new ArrayList<Lexeme>();
    List<Lexeme> own = above.remove(index);
    List<Lexeme> same = behind.remove(index);
    moved.addAll(own == null ? List.of() : own);
    moved.addAll(same == null ? List.of() : same);
    if (moved.isEmpty()) {
      return;
    }
    if (own == null && !lineEnds) {
      behind.computeIfAbsent(index - 1, _ -> new ArrayList<>()).addAll(moved);
    } else if (index + 1 < size) {
      above.computeIfAbsent(index + 1, _ -> new ArrayList<>()).addAll(0, moved);
    } else {
      after.addAll(0, moved);
    }
  }
}
