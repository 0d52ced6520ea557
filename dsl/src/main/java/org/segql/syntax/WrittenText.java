package org.segql.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segql.diagnostic.Span;

/// A text that is being written: what it shares with the text before it is remembered, so that a
/// key costs the statement that it is typed into and not the whole script.
///
/// It rests on this: a `;` that is a token ends what stands before it, and from it on the lexer
/// begins as at the beginning of a text. Whatever could reach over a `;` (a text, a name, a comment
/// left open) takes it in. So the tokens before such a `;` stay what they are when something behind
/// it changes, and the tokens behind it when something before it does and it is still a token.
public final class WrittenText {
  private volatile Coloured last = new Coloured("", List.of(), new int[0]);

  /// @param tokens of the whole text
  /// @param ends where each `;` ends, rising
  private record Coloured(String text, List<Highlighter.Token> tokens, int[] ends) {
    static Coloured of(String text, List<Highlighter.Token> tokens) {
      int[] ends =
          tokens.stream().filter(t -> isSemicolon(text, t)).mapToInt(t -> t.span().end()).toArray();
      return new Coloured(text, List.copyOf(tokens), ends);
    }

    private static boolean isSemicolon(String text, Highlighter.Token token) {
      return token.span().length() == 1
          && token.kind() == Highlighter.Kind.PUNCTUATION
          && text.charAt(token.span().start()) == ';';
    }

    /// The tokens between two places, moved.
    List<Highlighter.Token> between(int from, int to, int by) {
      return tokens.stream()
          .filter(t -> t.span().start() >= from && t.span().end() <= to)
          .map(t -> by == 0 ? t : new Highlighter.Token(t.span().moved(by), t.kind()))
          .toList();
    }
  }

  /// The same as {@link Highlighter#tokens}.
  public List<Highlighter.Token> tokens(String text) {
    return coloured(text).tokens();
  }

  /// The statement that an offset stands in, with the blanks before it and without its `;`.
  public Span statement(String text, int offset) {
    int from = 0;
    for (int end : coloured(text).ends()) {
      if (end > offset) {
        return new Span(from, end - 1);
      }
      from = end;
    }
    return new Span(from, text.length());
  }

  private Coloured coloured(String text) {
    Coloured before = last;
    if (before.text().equals(text)) {
      return before;
    }
    if (text.length() > Parser.LONGEST_SCRIPT) {
      return new Coloured(text, List.of(), new int[0]);
    }
    Coloured now = Coloured.of(text, changed(before, text));
    last = now;
    return now;
  }

  private static List<Highlighter.Token> changed(Coloured before, String text) {
    int same = sameBeginning(before.text(), text);
    int head = Arrays.stream(before.ends()).filter(e -> e <= same).max().orElse(0);
    int rest = sameEnd(before.text(), text, same);
    int grown = text.length() - before.text().length();
    int tail =
        Arrays.stream(before.ends())
            .filter(e -> e > head && e >= before.text().length() - rest)
            .findFirst()
            .orElse(before.text().length());
    List<Highlighter.Token> middle = Highlighter.tokens(text.substring(head, tail + grown));
    var tokens = new ArrayList<>(before.between(0, head, 0));
    if (tail < before.text().length() && !endsInSemicolon(middle, text, head, tail + grown)) {
      middle = Highlighter.tokens(text.substring(head));
      tail = before.text().length();
    }
    middle.forEach(t -> tokens.add(new Highlighter.Token(t.span().moved(head), t.kind())));
    tokens.addAll(before.between(tail, before.text().length(), grown));
    return tokens;
  }

  /// Whether the `;` that ended this stretch of the text before ends it still.
  private static boolean endsInSemicolon(
      List<Highlighter.Token> tokens, String text, int from, int to) {
    if (tokens.isEmpty()) {
      return false;
    }
    var last = new Highlighter.Token(tokens.getLast().span().moved(from), tokens.getLast().kind());
    return last.span().end() == to && Coloured.isSemicolon(text, last);
  }

  private static int sameBeginning(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int i = 0;
    while (i < most && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  /// How many characters at the end are the same, those at the beginning not counted.
  private static int sameEnd(String a, String b, int beginning) {
    int most = Math.min(a.length(), b.length()) - beginning;
    int i = 0;
    while (i < most && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
      i++;
    }
    return i;
  }
}
