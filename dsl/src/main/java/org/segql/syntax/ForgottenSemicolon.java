package org.segql.syntax;

import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;

/// Finds that two statements stand without a `;` between them: before the error stands a verb, what
/// stands before the verb is a whole statement, and from the verb on the text makes more sense as a
/// statement of its own.
final class ForgottenSemicolon {
  private ForgottenSemicolon() {}

  /// Adds the error, and those of the second statement.
  ///
  /// @param at the first token that cannot stand where it is
  /// @return whether a `;` is missing
  static boolean claim(Chunk chunk, int at, Problems problems) {
    for (int i = Math.min(at, chunk.size() - 1); i > 0; i--) {
      if (begins(chunk, i, problems) && fits(chunk, i, at, problems)) {
        int first = explaining(chunk, i, at, problems);
        Lexeme verb = chunk.get(first);
        int end = chunk.get(first - 1).end();
        problems.add(
            Code.MISSING_SEMICOLON,
            verb.span(),
            "A `;` may be missing before `" + verb.text() + "`.",
            "Each statement ends in `;`: write it after `"
                + problems.quote(new Span(chunk.get(first - 1).start(), end))
                + "`.");
        Parser.errors(chunk.part(first, chunk.size()), problems);
        return true;
      }
    }
    return false;
  }

  /// Where `EXPLAIN [JAVA]` stands before the verb, its place: after a comma it would pass for one
  /// item more of a list, and the verb behind it for the one that begins a statement.
  private static int explaining(Chunk chunk, int verb, int at, Problems problems) {
    for (int i = verb - 1; i > 0 && i >= verb - 2; i--) {
      int type = chunk.get(i).type();
      if (type == SegQLParser.EXPLAIN
          && indent(chunk.get(i), problems) >= 0
          && fits(chunk, i, at, problems)) {
        return i;
      }
      if (type != SegQLParser.JAVA) {
        break;
      }
    }
    return verb;
  }

  private static boolean begins(Chunk chunk, int index, Problems problems) {
    Lexeme token = chunk.get(index);
    if (!Verbs.isVerb(token) && !Verbs.isLater(token)) {
      return false;
    }
    boolean unsure = Verbs.isInner(token) || Verbs.isLater(token);
    return !unsure || indent(token, problems) == 0;
  }

  private static boolean fits(Chunk chunk, int index, int at, Problems problems) {
    if (!Walk.whole(chunk.part(0, index).tokens())) {
      return false;
    }
    Lexeme verb = chunk.get(index);
    if (Verbs.isLater(verb) && !Verbs.isVerb(verb)) {
      return indent(verb, problems) == 0;
    }
    Chunk rest = chunk.part(index, chunk.size());
    Walk walk = Walk.over(rest.tokens());
    boolean whole = walk.reached() == rest.size() && walk.accepts();
    boolean further = index + walk.reached() > at;
    return whole || (indent(verb, problems) >= 0 && further);
  }

  /// The blanks before a token on its line; -1 where something else stands there.
  private static int indent(Lexeme token, Problems problems) {
    int start = problems.source().lineStart(token.start());
    String before = problems.source().text().substring(start, token.start());
    return before.isBlank() ? before.length() : -1;
  }
}
