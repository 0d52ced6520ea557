package org.segql.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// Where statements end, for what reads a script line by line.
public final class StatementSplitter {
  private static final int INDENT = 2;

  /// Whether an input can run as it stands.
  public sealed interface Completeness {
    /// Every statement is whole.
    record Complete() implements Completeness {}

    /// More must or may follow.
    ///
    /// @param indent the blanks that the next line begins with
    record Incomplete(int indent) implements Completeness {}

    /// A mistake that nothing typed behind it can mend.
    record Invalid() implements Completeness {}
  }

  private StatementSplitter() {}

  /// Where the statements of a text stand, without their `;` and the comments around them.
  public static List<Span> split(String text) {
    return Chunk.split(Lexemes.all(text)).stream().map(Chunk::span).toList();
  }

  /// Where the statement begins that no `;` has ended yet: behind the last `;`, or at 0.
  public static int openFrom(String text) {
    return Lexemes.all(text).stream()
        .filter(t -> t.is(SegQLParser.SEMICOLON))
        .mapToInt(t -> t.span().end())
        .max()
        .orElse(0);
  }

  /// The brackets that a text leaves open.
  public static int openBrackets(String text) {
    int open = 0;
    for (Chunk chunk : Chunk.split(Lexemes.all(text))) {
      open = openBrackets(chunk);
    }
    return open;
  }

  /// A text that ends in `;` is complete. One that does not may go on, also where it is whole
  /// already, as clauses may follow; an empty line at its end completes it.
  public static Completeness isComplete(String text) {
    if (text.length() > Parser.LONGEST_SCRIPT) {
      return new Completeness.Invalid();
    }
    List<Lexeme> all = Lexemes.all(text);
    List<Chunk> chunks = Chunk.split(all);
    boolean open =
        all.stream()
            .anyMatch(t -> t.is(SegQLParser.OPEN_LONG_TEXT) || t.is(SegQLParser.OPEN_COMMENT));
    if (open) {
      return new Completeness.Incomplete(0);
    }
    if (chunks.isEmpty()) {
      return new Completeness.Complete();
    }
    if (chunks.stream().anyMatch(c -> !c.terminated() ? !mayGoOn(c) : !whole(c))) {
      return new Completeness.Invalid();
    }
    Chunk last = chunks.getLast();
    if (last.terminated() || (endsInEmptyLine(text) && whole(last)) || nothingFollows(last)) {
      return new Completeness.Complete();
    }
    return new Completeness.Incomplete(INDENT * (1 + openBrackets(last)));
  }

  private static boolean whole(Chunk chunk) {
    return Refusals.isShallow(chunk) && Parser.tree(chunk).isPresent();
  }

  private static boolean mayGoOn(Chunk chunk) {
    boolean trap = chunk.tokens().stream().anyMatch(t -> Words.isTrap(t.type()));
    return !trap
        && Refusals.isShallow(chunk)
        && Walk.over(chunk.tokens()).reached() == chunk.size();
  }

  private static boolean nothingFollows(Chunk chunk) {
    Walk walk = Walk.over(chunk.tokens());
    return walk.types().toList().equals(List.of(Token.EOF))
        || (chunk.size() == 2
            && chunk.first().is(SegQLParser.SHOW)
            && whole(chunk)
            && isListing(chunk));
  }

  private static boolean isListing(Chunk chunk) {
    return switch (chunk.last().type()) {
      case SegQLParser.TABLES,
          SegQLParser.ALGORITHMS,
          SegQLParser.CHARTS,
          SegQLParser.FUNCTIONS,
          SegQLParser.SEGMENTATIONS,
          SegQLParser.PARAMS ->
          true;
      default -> false;
    };
  }

  private static boolean endsInEmptyLine(String text) {
    int last = text.lastIndexOf('\n');
    int before = last < 0 ? -1 : text.lastIndexOf('\n', last - 1);
    return last >= 0
        && text.substring(last + 1).isBlank()
        && text.substring(before + 1, last).isBlank();
  }

  private static int openBrackets(Chunk chunk) {
    int open = 0;
    for (Lexeme token : chunk.tokens()) {
      open += token.is(SegQLParser.OPEN) ? 1 : token.is(SegQLParser.CLOSE) ? -1 : 0;
    }
    return Math.max(0, open);
  }
}
