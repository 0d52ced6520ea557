package org.segql.syntax;

import java.util.List;

/// A stretch of a statement that begins a line where the statement takes several.
///
/// @param indent blanks before it, then
/// @param keywords how many words of it are the clause's own: what follows a break is set below the
///   word after them
/// @param itemsOnLines whether each item of its list takes a line of its own where it takes several
record Piece(List<Word> words, int indent, int keywords, boolean itemsOnLines) {
  /// A token as it is written out.
  ///
  /// @param index its place in the statement
  /// @param glued whether no blank stands before it
  record Word(int index, String text, boolean glued, Kind kind) {}

  enum Kind {
    OPEN,
    CLOSE,
    /// CASE and END, which enclose like brackets.
    CASE,
    END,
    COMMA,
    /// AND, OR, WHEN, ELSE: a line may break before it.
    JOINT,
    OTHER
  }

  Piece {
    words = List.copyOf(words);
  }
}
