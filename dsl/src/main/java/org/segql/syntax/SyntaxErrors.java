package org.segql.syntax;

import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;

/// Explains why tokens are no statement: one error, at the place where the mistake is, in words of
/// the language.
final class SyntaxErrors {
  /// Beyond this the repairs are not tried: they walk over the statement again and again.
  private static final int LONGEST = 20_000;

  private SyntaxErrors() {}

  static void explain(Chunk chunk, Problems problems) {
    if (chunk.size() > LONGEST) {
      problems.add(
          Code.SYNTAX,
          chunk.first().span(),
          "This statement has a mistake somewhere in its " + chunk.size() + " words and signs.",
          "Split it into shorter statements to find the place.");
      return;
    }
    Walk walk = Walk.over(chunk.tokens());
    int at = walk.reached();
    if (at == chunk.size() && walk.accepts()) {
      throw new AssertionError("the automaton accepts what the parser refuses: " + chunk.tokens());
    }
    var slips = new Slips(chunk, walk, problems);
    if (ForgottenSemicolon.claim(chunk, at, problems) || slips.claim()) {
      return;
    }
    expected(chunk, walk, problems);
  }

  private static void expected(Chunk chunk, Walk walk, Problems problems) {
    int at = walk.reached();
    boolean end = at == chunk.size();
    Span span = chunk.get(at).span();
    String after = at == 0 ? "" : "After `" + problems.quote(chunk.get(at - 1).span()) + "` ";
    String found = end ? "the statement ends" : "`" + problems.quote(span) + "` cannot stand";
    var expected = Expected.at(walk);
    if (expected.isEmpty()) {
      problems.add(
          Code.SYNTAX,
          span,
          end
              ? "The statement ends too early."
              : "`" + problems.quote(span) + "` cannot stand here.");
      return;
    }
    problems.add(
        Code.SYNTAX,
        span,
        end
            ? "The statement ends too early: " + lower(after) + "comes " + expected.text() + "."
            : found + " here: " + lower(after) + "comes " + expected.text() + ".");
  }

  private static String lower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
