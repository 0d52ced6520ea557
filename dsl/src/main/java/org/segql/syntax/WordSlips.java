package org.segql.syntax;

import java.util.ArrayList;
import java.util.Locale;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// Words at or before the error: misspelt, reserved, or belonging to another clause.
final class WordSlips extends Stumble {
  WordSlips(Stumble stumble) {
    super(stumble);
  }

  /// A word within a few letters of a keyword that fits there, at the error or just before it.
  boolean misspelt() {
    return misspelt(at) || (at > 0 && misspelt(at - 1));
  }

  private boolean misspelt(int index) {
    Lexeme word = chunk.get(index);
    if (!Refusals.isName(word) || word.is(SegQLParser.QUOTED_NAME)) {
      return false;
    }
    Walk before = index == at ? walk : Walk.over(chunk.tokens().subList(0, index));
    var candidates = new ArrayList<String>();
    for (int type : before.types().toList()) {
      Words.keyword(type).filter(k -> k.length() > 1).ifPresent(candidates::add);
    }
    String written = word.text().toUpperCase(Locale.ROOT);
    for (String near : Suggestions.nearest(written, candidates)) {
      // Few begin a word wrongly: `income` is no ENCODE, `SUING` is USING.
      boolean sure =
          near.charAt(0) == written.charAt(0)
              || (index == at && near.charAt(1) == written.charAt(0));
      if (sure && !near.equals(written) && helps(before, near, index)) {
        problems.add(
            Code.MISSPELT_WORD,
            word.span(),
            "`" + word.text() + "` looks like a misspelt `" + near + "`.",
            "Did you mean `" + near + "`?");
        return true;
      }
    }
    return false;
  }

  private boolean helps(Walk before, String keyword, int index) {
    Walk mended =
        before
            .fork()
            .then(Lexemes.visible(keyword))
            .then(chunk.tokens().subList(index + 1, chunk.size()));
    return mended.reached() > at + 1 || whole(mended);
  }

  /// A reserved word where only a name makes sense of what follows.
  boolean reserved() {
    return reserved(at) || (at > 0 && reserved(at - 1));
  }

  private boolean reserved(int index) {
    Lexeme word = chunk.get(index);
    if (!Words.isReserved(word.type())) {
      return false;
    }
    Walk before = index == at ? walk.fork() : Walk.over(chunk.tokens().subList(0, index));
    Walk mended =
        before.then(SegQLParser.IDENTIFIER).then(chunk.tokens().subList(index + 1, chunk.size()));
    boolean fits = mended.reached() > Math.max(at, index + 1) && mended.reached() > index + 1;
    if (!whole(mended) && !(fits && index < at)) {
      return false;
    }
    problems.add(
        Code.RESERVED_WORD,
        word.span(),
        "`" + word.text() + "` is a reserved word and no name by itself.",
        "As a name it stands in backticks: `` `" + word.text() + "` ``.");
    return true;
  }

  /// `BY age, income kmeans(5)`.
  boolean missingUsing() {
    boolean call = !end && Refusals.isName(token) && chunk.get(at + 1).is(SegQLParser.OPEN);
    boolean present = chunk.tokens().stream().anyMatch(t -> t.is(SegQLParser.USING));
    if (!call || present || !walk.expects(SegQLParser.USING)) {
      return false;
    }
    problems.add(
        Code.MISSING_CLAUSE,
        token.span(),
        "USING is missing before the algorithm `" + token.text() + "`.",
        "Write `USING " + token.text() + "(…)`.");
    return true;
  }

  /// `JOIN customers USING (id)`.
  boolean joinUsing() {
    if (!token.is(SegQLParser.USING) || at < 2 || !chunk.get(at - 2).is(SegQLParser.JOIN)) {
      return false;
    }
    problems.add(
        Code.SYNTAX,
        token.span(),
        "JOIN takes its key after ON, also where both tables call it the same.",
        "Write `JOIN " + chunk.get(at - 1).text() + " ON …` with the column's name.");
    return true;
  }

  /// `USING kmeans 5`, `USING kmeans k = 5`, `USING k-means(5)`.
  boolean algorithm() {
    if (end || at < 2 || !chunk.get(at - 2).is(SegQLParser.USING)) {
      return false;
    }
    String name = chunk.get(at - 1).text();
    boolean option = Refusals.isName(token) && chunk.get(at + 1).is(SegQLParser.EQUAL);
    if (token.is(SegQLParser.NUMBER) || option) {
      Lexeme last = chunk.get(option ? Math.min(at + 2, chunk.size() - 1) : at);
      problems.add(
          Code.SYNTAX,
          chunk.get(at - 1).span().to(last.span()),
          "The arguments of an algorithm stand in brackets.",
          "Write `" + name + "(" + problems.quote(token.span().to(last.span())) + ")`.");
      return true;
    }
    boolean joined = token.is(SegQLParser.MINUS) && Refusals.isName(chunk.get(at + 1));
    if (joined) {
      problems.add(
          Code.SYNTAX,
          chunk.get(at - 1).span().to(chunk.get(at + 1).span()),
          "Names of algorithms are written without a `-`.",
          "Write `" + name + chunk.get(at + 1).text() + "`.");
    }
    return joined;
  }

  /// `AS my segments`.
  boolean nameOfTwoWords() {
    boolean two =
        !end
            && at > 2
            && chunk.get(at - 2).is(SegQLParser.AS)
            && chunk.get(at - 1).is(SegQLParser.IDENTIFIER)
            && token.is(SegQLParser.IDENTIFIER)
            && (at + 1 == chunk.size() || Words.isKeyword(chunk.get(at + 1).type()));
    if (two) {
      Span span = chunk.get(at - 1).span().to(token.span());
      problems.add(
          Code.SYNTAX,
          span,
          "A name is one word, or stands in backticks.",
          "Write `"
              + chunk.get(at - 1).text()
              + "_"
              + token.text()
              + "` or `` `"
              + problems.quote(span)
              + "` ``.");
    }
    return two;
  }
}
