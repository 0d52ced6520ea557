package org.segql.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.grammar.SegQLParser;

/// Writes the pieces of a statement: all on one line where they fit, else each on its own, broken
/// after commas and before AND and OR where it is too long.
final class Layout {
  private final Comments comments;
  private final StringBuilder out = new StringBuilder();
  private int column;

  Layout(Comments comments) {
    this.comments = comments;
  }

  String statement(List<Piece> pieces, boolean terminated) {
    String end = terminated ? ";" : "";
    String flat = String.join(" ", pieces.stream().map(Layout::flat).toList()) + end;
    Piece.Word last = pieces.getLast().words().getLast();
    if (comments.onlyBehind(last.index()) && width(flat) <= Formatter.WIDTH) {
      write(flat);
      behind(last, true, 0);
      after();
      return out.toString();
    }
    for (Piece piece : pieces) {
      if (!out.isEmpty()) {
        newLine(piece.indent());
      }
      piece(piece, piece == pieces.getLast() ? last : null, end);
    }
    return out.toString();
  }

  /// @param last the statement's last word, where this piece holds it: `end` follows it
  private void piece(Piece piece, Piece.@Nullable Word last, String end) {
    boolean fits = piece.indent() + width(flat(piece)) + end.length() <= Formatter.WIDTH;
    int margin = piece.indent() + margin(piece);
    Deque<Bracket> brackets = new ArrayDeque<>();
    List<Piece.Word> words = piece.words();
    for (int i = 0; i < words.size(); i++) {
      Piece.Word word = words.get(i);
      int indent = brackets.isEmpty() ? margin : brackets.peek().indent();
      boolean lineBegins = out.isEmpty() || blankLine();
      for (Lexeme comment : comments.above(word.index())) {
        if (!blankLine()) {
          newLine(i == 0 ? piece.indent() : indent);
        }
        write(comment.text().stripTrailing());
        newLine(i == 0 ? piece.indent() : indent);
        lineBegins = true;
      }
      boolean itemBegins =
          brackets.isEmpty() ? piece.itemsOnLines() : brackets.peek().itemsOnLines();
      if (!lineBegins && !fits && breakBefore(piece, i, itemBegins)) {
        newLine(indent);
        lineBegins = true;
      }
      write((lineBegins || word.glued() ? "" : " ") + word.text());
      switch (word.kind()) {
        case OPEN -> brackets.push(bracket(piece, i, brackets.isEmpty()));
        case CASE -> brackets.push(new Bracket(Math.min(column + 1, Formatter.WIDTH / 2), false));
        case CLOSE, END -> brackets.poll();
        case COMMA, JOINT, OTHER -> {}
      }
      if (word.equals(last)) {
        write(end);
      }
      behind(word, word.equals(last), brackets.isEmpty() ? margin : brackets.peek().indent());
      if (word.equals(last)) {
        after();
      }
    }
  }

  private void behind(Piece.Word word, boolean last, int indent) {
    List<Lexeme> behind = comments.behind(word.index());
    for (int i = 0; i < behind.size(); i++) {
      Lexeme comment = behind.get(i);
      write(" " + comment.text().stripTrailing());
      boolean ends = last && i == behind.size() - 1;
      if (comment.is(SegQLParser.LINE_COMMENT) && !ends) {
        newLine(indent);
      }
    }
  }

  /// Comments below the last word and above the `;`: they end up below the statement.
  private void after() {
    for (Lexeme comment : comments.after()) {
      newLine(0);
      write(comment.text().stripTrailing());
    }
  }

  /// An open bracket.
  ///
  /// @param indent where its items stand
  /// @param itemsOnLines whether each takes a line of its own
  private record Bracket(int indent, boolean itemsOnLines) {}

  /// Rules and named arguments that do not fit on a line take one each; plain values fill the
  /// lines.
  private Bracket bracket(Piece piece, int open, boolean outermost) {
    int indent = Math.min(column, Formatter.WIDTH / 2);
    int width = column;
    boolean named = false;
    int depth = 1;
    for (int i = open + 1; i < piece.words().size() && depth > 0; i++) {
      Piece.Word word = piece.words().get(i);
      width += width(word.text()) + (word.glued() ? 0 : 1);
      named |= depth == 1 && (word.kind() == Piece.Kind.JOINT || word.text().equals("="));
      switch (word.kind()) {
        case OPEN, CASE -> depth++;
        case CLOSE, END -> depth--;
        case COMMA, JOINT, OTHER -> {}
      }
    }
    return new Bracket(indent, outermost && named && width > Formatter.WIDTH);
  }

  /// Whether a line breaks before a word of a piece that is too long for one.
  private boolean breakBefore(Piece piece, int i, boolean itemsOnLines) {
    Piece.Word word = piece.words().get(i);
    boolean afterComma = i > 0 && piece.words().get(i - 1).kind() == Piece.Kind.COMMA;
    boolean joint = word.kind() == Piece.Kind.JOINT;
    if (afterComma && itemsOnLines) {
      return true;
    }
    return (afterComma || joint) && column + 1 + run(piece, i) > Formatter.WIDTH - 1;
  }

  /// The width up to the next place where the line could break outside inner brackets.
  private static int run(Piece piece, int from) {
    int width = 0;
    int depth = 0;
    for (int i = from; i < piece.words().size(); i++) {
      Piece.Word word = piece.words().get(i);
      if (i > from && depth == 0 && word.kind() == Piece.Kind.JOINT) {
        break;
      }
      width += width(word.text()) + (i == from || word.glued() ? 0 : 1);
      switch (word.kind()) {
        case OPEN, CASE -> depth++;
        case CLOSE, END -> depth--;
        case COMMA, JOINT, OTHER -> {}
      }
      if (depth < 0 || (depth == 0 && word.kind() == Piece.Kind.COMMA)) {
        break;
      }
    }
    return width;
  }

  /// Where a broken piece goes on: below the first word after its keywords.
  private static int margin(Piece piece) {
    int width = 0;
    for (int i = 0; i < Math.min(piece.keywords(), piece.words().size()); i++) {
      width += width(piece.words().get(i).text()) + 1;
    }
    return width;
  }

  private static String flat(Piece piece) {
    var line = new StringBuilder();
    for (Piece.Word word : piece.words()) {
      line.append(line.isEmpty() || word.glued() ? "" : " ").append(word.text());
    }
    return line.toString();
  }

  private boolean blankLine() {
    int start = out.lastIndexOf("\n") + 1;
    return out.substring(start).isBlank();
  }

  private void newLine(int indent) {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    if (end > 0 && out.charAt(end - 1) == '\n') {
      out.append(" ".repeat(indent));
    } else {
      out.append('\n').append(" ".repeat(indent));
    }
    column = indent;
  }

  private void write(String text) {
    out.append(text);
    int line = text.lastIndexOf('\n');
    column = line < 0 ? column + width(text) : width(text.substring(line + 1));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
