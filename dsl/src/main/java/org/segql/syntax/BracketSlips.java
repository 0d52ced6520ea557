package org.segql.syntax;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// Brackets that are missing: one that was opened, or those around a condition.
final class BracketSlips extends Stumble {
  BracketSlips(Stumble stumble) {
    super(stumble);
  }

  /// `BY (age, income)`.
  boolean list() {
    int open = token.is(SegQLParser.COMMA) ? Lexemes.open(chunk.tokens(), at) : -1;
    if (open < 1 || !LISTS.contains(chunk.get(open - 1).type())) {
      return false;
    }
    int close = at;
    while (close < chunk.size()
        && !(chunk.get(close).is(SegQLParser.CLOSE) && balanced(open + 1, close))) {
      close++;
    }
    if (close >= chunk.size()) {
      return false;
    }
    var without = new ArrayList<>(chunk.tokens());
    without.remove(close);
    without.remove(open);
    if (!Walk.whole(without)) {
      return false;
    }
    Span inner = chunk.get(open + 1).span().to(chunk.get(close - 1).span());
    problems.add(
        Code.SYNTAX,
        chunk.get(open).span().to(chunk.get(close).span()),
        "This list stands without brackets.",
        "Write `" + Verbs.upper(chunk.get(open - 1)) + " " + problems.quote(inner) + "`.");
    return true;
  }

  /// Words that a list follows.
  private static final Set<Integer> LISTS =
      Set.of(SegQLParser.BY, SegQLParser.ON, SegQLParser.SELECT, SegQLParser.USING);

  /// @param whole whether with the brackets the whole statement must be readable
  boolean brackets(boolean whole) {
    var open = new ArrayList<Lexeme>();
    for (Lexeme t : chunk.tokens().subList(0, at)) {
      if (t.is(SegQLParser.OPEN)) {
        open.add(t);
      } else if (t.is(SegQLParser.CLOSE) && !open.isEmpty()) {
        open.removeLast();
      }
    }
    if (whole && token.is(SegQLParser.CLOSE) && open.isEmpty()) {
      problems.add(Code.SYNTAX, token.span(), "No bracket is open that this `)` could close.");
      return true;
    }
    Walk mended = walk.fork();
    for (int i = 1; i <= open.size(); i++) {
      mended.then(SegQLParser.CLOSE);
      Walk rest = mended.fork().then(chunk.tokens().subList(at, chunk.size()));
      if (mended.reached() == at + i
          && (whole
              ? rest.accepts() && rest.reached() == chunk.size() + i
              : !end && i == open.size() && rest.reached() > at + i + 1)) {
        Span place = end ? token.span() : before();
        problems.add(
            problems
                .error(
                    Code.SYNTAX,
                    place,
                    i == 1 ? "A `)` is missing here." : i + " closing brackets are missing here.")
                .with(
                    new Diagnostic.Related(
                        open.get(open.size() - i).span(), "the bracket was opened here")));
        return true;
      }
    }
    return false;
  }

  /// How far a condition without brackets is looked for.
  private static final int LONGEST = 60;

  /// `BY spend > 50`, `GROUP BY age > 30`: where a value stands, a condition needs brackets.
  boolean condition() {
    if (end || !beginsTest()) {
      return false;
    }
    var starts = new TreeSet<Integer>();
    boolean value =
        token.is(SegQLParser.NOT) && walk.expectations().stream().anyMatch(e -> values(e, at));
    if (value) {
      starts.add(at);
    }
    for (Walk.Expectation e : walk.expectations()) {
      for (int i = 1; i < e.frames().size(); i++) {
        if (e.frames().get(i - 1).rule() == SegQLParser.RULE_arithmetic
            && VALUES.contains(e.frames().get(i).rule())) {
          starts.add(e.frames().get(i - 1).origin());
        }
      }
    }
    return starts.stream().anyMatch(this::condition);
  }

  /// Rules in which an arithmetic expression stands and no condition may.
  private static final Set<Integer> VALUES =
      Set.of(
          SegQLParser.RULE_variable,
          SegQLParser.RULE_groupKey,
          SegQLParser.RULE_aggregate,
          SegQLParser.RULE_describeClause,
          SegQLParser.RULE_argumentValue);

  private boolean beginsTest() {
    return switch (token.type()) {
      case SegQLParser.EQUAL,
          SegQLParser.NOT_EQUAL,
          SegQLParser.LESS,
          SegQLParser.LESS_OR_EQUAL,
          SegQLParser.GREATER,
          SegQLParser.GREATER_OR_EQUAL,
          SegQLParser.IS,
          SegQLParser.IN,
          SegQLParser.BETWEEN,
          SegQLParser.LIKE,
          SegQLParser.NOT ->
          true;
      default -> false;
    };
  }

  /// Whether one of the rules may begin a value at a place.
  private static boolean values(Walk.Expectation e, int place) {
    return e.frames().stream().anyMatch(f -> f.origin() == place && VALUES.contains(f.rule()));
  }

  private boolean condition(int start) {
    Walk before = Walk.over(chunk.tokens().subList(0, start)).then(SegQLParser.OPEN);
    int last = Math.min(chunk.size(), at + LONGEST);
    for (int close = at + 1; close <= last; close++) {
      if (!balanced(start, close)) {
        continue;
      }
      Walk mended =
          before
              .fork()
              .then(chunk.tokens().subList(start, close))
              .then(SegQLParser.CLOSE)
              .then(chunk.tokens().subList(close, chunk.size()));
      boolean whole = mended.accepts() && mended.reached() == chunk.size() + 2;
      if (whole || endsItem(chunk.get(close)) && mended.reached() >= close + 3) {
        Span span = chunk.get(start).span().to(chunk.get(close - 1).span());
        problems.add(
            Code.SYNTAX,
            span,
            "A condition stands in brackets here.",
            "Write `" + name(start) + "(" + problems.quote(span) + ")`.");
        return true;
      }
    }
    return false;
  }

  private static boolean endsItem(Lexeme next) {
    boolean connects = next.is(SegQLParser.AND) || next.is(SegQLParser.OR);
    return next.is(SegQLParser.COMMA) || Words.isKeyword(next.type()) && !connects;
  }

  /// Whether brackets that open between two places close there.
  private boolean balanced(int from, int to) {
    int depth = 0;
    for (Lexeme t : chunk.tokens().subList(from, to)) {
      depth += t.is(SegQLParser.OPEN) ? 1 : t.is(SegQLParser.CLOSE) ? -1 : 0;
    }
    return depth == 0;
  }

  /// A name for the condition, where it may have one and has none.
  private String name(int start) {
    boolean named = start > 1 && chunk.get(start - 1).is(SegQLParser.EQUAL);
    boolean item =
        Walk.over(chunk.tokens().subList(0, start)).expectations().stream()
            .flatMap(e -> e.frames().stream())
            .anyMatch(
                f ->
                    f.origin() == start
                        && (f.rule() == SegQLParser.RULE_variable
                            || f.rule() == SegQLParser.RULE_groupKey));
    if (named) {
      return chunk.get(start - 2).text() + " = ";
    }
    return !item
        ? ""
        : switch (token.type()) {
          case SegQLParser.GREATER, SegQLParser.GREATER_OR_EQUAL -> "high = ";
          case SegQLParser.LESS, SegQLParser.LESS_OR_EQUAL -> "low = ";
          default -> "flag = ";
        };
  }
}
