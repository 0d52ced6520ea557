package org.segql.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// What is refused by the tokens alone, before a statement is parsed: foreign signs, too many
/// brackets, statements that begin with no verb or with one of a later version.
final class Refusals {
  private static final int DEEPEST = 100;
  private static final int LONGEST_JOINED = 1_000;

  private Refusals() {}

  /// @return whether the statement was refused
  static boolean check(Chunk chunk, Problems problems) {
    return new Traps(chunk, problems).check()
        || depth(chunk, problems)
        || decimalComma(chunk, problems)
        || later(chunk, problems)
        || beginning(chunk, problems);
  }

  static void tooDeep(Span span, Problems problems) {
    problems.add(
        Code.TOO_DEEP,
        span,
        "More than " + DEEPEST + " brackets or CASEs stand inside each other here.",
        "Compute inner parts first, in steps of DERIVE.");
  }

  private static boolean depth(Chunk chunk, Problems problems) {
    Optional<Lexeme> deep = tooDeepAt(chunk);
    deep.ifPresent(token -> tooDeep(token.span(), problems));
    return deep.isPresent();
  }

  /// Whether a statement may be given to the parser, which recurses into brackets.
  static boolean isShallow(Chunk chunk) {
    return tooDeepAt(chunk).isEmpty();
  }

  private static Optional<Lexeme> tooDeepAt(Chunk chunk) {
    int brackets = 0;
    int cases = 0;
    int explains = 0;
    for (Lexeme token : chunk.tokens()) {
      switch (token.type()) {
        case SegQLParser.OPEN -> brackets++;
        case SegQLParser.CLOSE -> brackets = Math.max(0, brackets - 1);
        case SegQLParser.CASE -> cases++;
        case SegQLParser.END -> cases = Math.max(0, cases - 1);
        case SegQLParser.EXPLAIN -> explains++;
        default -> {}
      }
      if (brackets + cases > DEEPEST || explains > DEEPEST) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /// `0,05`: nobody writes the second number of a list like that.
  private static boolean decimalComma(Chunk chunk, Problems problems) {
    for (int i = 2; i < chunk.size(); i++) {
      if (chunk.get(i - 2).text().equals("0")
          && chunk.get(i).text().matches("0\\d+%?")
          && isDecimalComma(chunk, i - 2)) {
        decimalComma(chunk, i - 2, problems);
        return true;
      }
    }
    return false;
  }

  /// Whether two numbers with a comma between and no blank begin at an index.
  static boolean isDecimalComma(Chunk chunk, int index) {
    if (index < 0 || index + 2 >= chunk.size()) {
      return false;
    }
    Lexeme whole = chunk.get(index);
    Lexeme comma = chunk.get(index + 1);
    Lexeme rest = chunk.get(index + 2);
    return whole.is(SegQLParser.NUMBER)
        && comma.is(SegQLParser.COMMA)
        && (rest.is(SegQLParser.NUMBER) || rest.is(SegQLParser.PERCENT))
        && whole.touches(comma)
        && comma.touches(rest);
  }

  static void decimalComma(Chunk chunk, int index, Problems problems) {
    Span span = chunk.get(index).span().to(chunk.get(index + 2).span());
    problems.add(
        Code.BAD_NUMBER,
        span,
        "A comma separates the items of a list; decimals are written with a point.",
        "Write `" + problems.quote(span).replace(',', '.') + "`.");
  }

  /// Statements of the language that this version does not have.
  private static boolean later(Chunk chunk, Problems problems) {
    int verb = 0;
    while (verb < chunk.size()
        && (chunk.get(verb).is(SegQLParser.EXPLAIN) || chunk.get(verb).is(SegQLParser.JAVA))) {
      verb++;
    }
    if (verb >= chunk.size()) {
      return false;
    }
    Lexeme first = chunk.get(verb);
    if (Verbs.isLater(first) && !startsAssignment(chunk, verb)) {
      notSupported(first.span(), "the statement " + Verbs.upper(first), problems);
      return true;
    }
    if (first.is(SegQLParser.EXPORT)
        && Verbs.upper(chunk.get(verb + 1)).equals("RULES")
        && !chunk.get(Math.min(verb + 2, chunk.size())).is(SegQLParser.TO)
        && verb + 2 < chunk.size()) {
      notSupported(first.span().to(chunk.get(verb + 1).span()), "EXPORT RULES", problems);
      return true;
    }
    if (first.is(SegQLParser.TABLE)
        && verb + 4 < chunk.size()
        && chunk.get(verb + 2).is(SegQLParser.AS)
        && chunk.get(verb + 4).is(SegQLParser.OPEN)) {
      Lexeme function = chunk.get(verb + 3);
      notSupported(function.span(), "the table function " + Verbs.upper(function), problems);
      return true;
    }
    return false;
  }

  private static boolean startsAssignment(Chunk chunk, int verb) {
    return chunk.get(verb + 1).is(SegQLParser.EQUAL);
  }

  private static void notSupported(Span span, String what, Problems problems) {
    problems.add(Code.NOT_SUPPORTED, span, "This version does not have " + what + " yet.");
  }

  private static boolean beginning(Chunk chunk, Problems problems) {
    Lexeme first = chunk.first();
    if (Verbs.isVerb(first)) {
      return false;
    }
    String word = Verbs.upper(first);
    Span span = first.span();
    if (Foreign.statement(chunk, problems)) {
      return true;
    }
    var clause = Verbs.clauseAt(chunk.tokens(), 0);
    List<String> near =
        first.is(SegQLParser.IDENTIFIER) ? Suggestions.nearest(word, Verbs.all()) : List.of();
    if (clause.isPresent()) {
      problems.add(
          Code.MISPLACED_CLAUSE,
          span,
          "`"
              + clause.orElseThrow()
              + "` begins no statement: it is a clause of "
              + verbs(Verbs.takers(clause.orElseThrow()))
              + ".",
          "If it belongs to the statement before it, remove the `;` between them.");
    } else if (!near.isEmpty()) {
      problems.add(
          Code.MISSPELT_WORD,
          span,
          "`" + first.text() + "` begins no statement.",
          "Did you mean " + Suggestions.or(near) + "?");
    } else if (chunk.get(1).is(SegQLParser.EQUAL)) {
      problems.add(
          Code.SYNTAX,
          span,
          "A value is not set like this.",
          "Write `PARAM " + first.text() + " = …` for a parameter, `SET …` for an option.");
    } else {
      problems.add(
          Code.SYNTAX,
          span,
          "`" + problems.quote(span) + "` begins no statement.",
          "A statement begins with a verb such as LOAD, SHOW or SEGMENT.");
    }
    return true;
  }

  /// `SEGMENT t BY a; USING kmeans(5);`, `SEGMENT t BY a; b USING kmeans(5);`: one error for both
  /// where together they are a statement.
  ///
  /// @return whether that is so
  static boolean cutOff(Chunk statement, Chunk rest, Problems problems) {
    boolean large = statement.size() + rest.size() > LONGEST_JOINED;
    if (large || Verbs.isVerb(rest.first()) || !Verbs.isVerb(statement.first())) {
      return false;
    }
    Optional<String> clause = Verbs.clauseAt(rest.tokens(), 0);
    if (clause.isPresent() && Walk.whole(statement.joined(rest))) {
      problems.add(
          Code.MISPLACED_CLAUSE,
          rest.first().span(),
          "The `;` before `" + clause.orElseThrow() + "` ends the statement that it belongs to.",
          "Remove the `;`.");
      return true;
    }
    Span gap = new Span(statement.last().end(), rest.first().start());
    var comma = new Lexeme(SegQLParser.COMMA, ",", gap, -1);
    if (!isName(rest.first()) || isClean(statement, problems)) {
      return false;
    }
    if (!Walk.whole(statement.joined(rest, comma))) {
      return false;
    }
    problems.add(
        Code.SYNTAX,
        rest.first().span(),
        "The `;` before `" + problems.quote(rest.first().span()) + "` ends the statement.",
        "Write a comma between the items of a list.");
    return true;
  }

  private static boolean isClean(Chunk statement, Problems problems) {
    var alone = new Problems(problems.source());
    Parser.errors(statement, alone);
    return alone.size() == 0;
  }

  /// `SEGMENT, COMPARE or TABLE`, at most three.
  static String verbs(List<String> verbs) {
    List<String> shown = verbs.stream().limit(3).toList();
    return shown.size() == 1
        ? shown.getFirst()
        : shown.subList(0, shown.size() - 1).stream().collect(Collectors.joining(", "))
            + " and "
            + shown.getLast();
  }

  /// Whether a token could be a name.
  static boolean isName(Lexeme token) {
    return token.is(SegQLParser.IDENTIFIER)
        || token.is(SegQLParser.QUOTED_NAME)
        || (Words.isKeyword(token.type()) && !Words.isReserved(token.type()));
  }
}
