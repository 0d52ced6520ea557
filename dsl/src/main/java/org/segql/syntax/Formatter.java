package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Source;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.SegQLParser.StatementContext;

/// Lays a script out anew: keywords in capitals, clauses in the order of the reference, a short
/// statement on one line, a longer one with a clause a line. Comments stay with the words they
/// stood beside. A statement with a mistake stays as it is written.
public final class Formatter {
  /// The width that lines are kept in where a break is possible.
  public static final int WIDTH = 100;

  private Formatter() {}

  /// The text laid out; it means the same, and laid out again it stays the same.
  public static String format(String text) {
    if (text.length() > Parser.LONGEST_SCRIPT) {
      return text;
    }
    var out = new StringBuilder();
    List<Lexeme> rest = Lexemes.all(text);
    int end = 0;
    for (Block block : Block.split(rest)) {
      String written = block.statement().isEmpty() ? "" : statement(block, text);
      append(out, text, end, block, written);
      end = block.end();
    }
    return out.toString();
  }

  /// Puts comments, then a statement, below what is there; one empty line stays where one was.
  private static void append(
      StringBuilder out, String text, int end, Block block, String statement) {
    for (Lexeme comment : block.leading()) {
      line(out, text, end, comment.start());
      out.append(comment.text().stripTrailing());
      end = comment.end();
    }
    if (!statement.isEmpty()) {
      line(out, text, end, block.statement().getFirst().start());
      out.append(statement);
    }
    for (Lexeme comment : block.trailing()) {
      out.append(endsInLineComment(out) ? '\n' : ' ').append(comment.text().stripTrailing());
    }
    out.append('\n');
  }

  /// Whether the last line ends in a comment that would swallow what is put behind it.
  private static boolean endsInLineComment(StringBuilder out) {
    int start = out.lastIndexOf("\n") + 1;
    return Lexemes.all(out.substring(start)).stream().anyMatch(t -> t.is(SegQLParser.LINE_COMMENT));
  }

  private static void line(StringBuilder out, String text, int from, int to) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    boolean gap = text.substring(from, to).chars().filter(c -> c == '\n').count() > 1;
    if (!out.isEmpty() && gap) {
      out.append('\n');
    }
  }

  private static String statement(Block block, String text) {
    List<Lexeme> visible =
        block.statement().stream()
            .filter(t -> !Lexemes.hidden(t) && !t.is(SegQLParser.SEMICOLON))
            .toList();
    String written =
        text.substring(block.statement().getFirst().start(), block.statementEnd()).stripTrailing();
    List<Chunk> chunks = Chunk.split(visible);
    if (chunks.size() != 1 || !Refusals.isShallow(chunks.getFirst())) {
      return written;
    }
    Chunk chunk = chunks.getFirst();
    Optional<StatementContext> tree = Parser.tree(chunk);
    if (tree.isEmpty()) {
      return written;
    }
    var comments = Comments.of(block.statement(), chunk, text);
    List<Piece> pieces = Pieces.of(tree.orElseThrow(), chunk, comments);
    String laidOut = new Layout(comments).statement(pieces, block.terminated());
    return same(written, laidOut) ? laidOut : written;
  }

  /// The layout may never change what a statement means; where it would, the statement stays as it
  /// is written.
  private static boolean same(String before, String after) {
    var a = Parser.parse(new Source("before", before));
    var b = Parser.parse(new Source("after", after));
    return a.isClean()
        && TreeText.of(a.script()).equals(TreeText.of(b.script()))
        && comments(before).equals(comments(after));
  }

  private static List<String> comments(String text) {
    var found = new ArrayList<String>();
    for (Lexeme token : Lexemes.all(text)) {
      if (Lexemes.hidden(token) && !token.is(SegQLParser.BLANK)) {
        found.add(token.text().stripTrailing());
      }
    }
    found.sort(null);
    return found;
  }
}
