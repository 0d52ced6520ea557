package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// The common slips, tried one after the other: each claims an error where mending it lets the
/// statement be read on.
final class Slips extends Stumble {
  Slips(Chunk chunk, Walk walk, Problems problems) {
    super(chunk, walk, problems);
  }

  boolean claim() {
    var words = new WordSlips(this);
    var brackets = new BracketSlips(this);
    var clauses = new ClauseSlips(this);
    return decimals()
        || range()
        || unequal()
        || brackets.condition()
        || words.misspelt()
        || words.missingUsing()
        || words.algorithm()
        || words.nameOfTwoWords()
        || brackets.list()
        || brackets.brackets(true)
        || words.reserved()
        || words.joinUsing()
        || clauses.fileFirst()
        || clauses.gateOfNothing()
        || clauses.nameOfNothing()
        || clauses.likeTooLate()
        || clauses.otherStatement()
        || tooMany()
        || missingCommas()
        || missing()
        || missingName()
        || missingAggregate()
        || brackets.brackets(false);
  }

  /// `share > 0,5`, `5.`.
  private boolean decimals() {
    for (int i = at - 2; i <= at; i++) {
      if (Refusals.isDecimalComma(chunk, i)) {
        Refusals.decimalComma(chunk, i, problems);
        return true;
      }
    }
    if (token.is(SegQLParser.DOT) && at > 0 && chunk.get(at - 1).is(SegQLParser.NUMBER)) {
      Span span = chunk.get(at - 1).span().to(token.span());
      problems.add(
          Code.BAD_NUMBER,
          span,
          "A number does not end with a point.",
          "Write `" + chunk.get(at - 1).text() + "` or `" + chunk.get(at - 1).text() + ".0`.");
      return true;
    }
    return false;
  }

  /// `kmeans(2 to 8)`.
  private boolean range() {
    boolean to =
        token.is(SegQLParser.TO)
            && at > 0
            && chunk.get(at - 1).is(SegQLParser.NUMBER)
            && chunk.get(at + 1).is(SegQLParser.NUMBER);
    if (to) {
      problems.add(
          Code.SYNTAX,
          chunk.get(at - 1).span().to(chunk.get(at + 1).span()),
          "A range is written with two points.",
          "Write `" + chunk.get(at - 1).text() + ".." + chunk.get(at + 1).text() + "`.");
    }
    return to;
  }

  /// `region NOT = 'North'`.
  private boolean unequal() {
    boolean not = token.is(SegQLParser.EQUAL) && at > 0 && chunk.get(at - 1).is(SegQLParser.NOT);
    if (not) {
      problems.add(
          Code.SYNTAX,
          chunk.get(at - 1).span().to(token.span()),
          "NOT stands before a whole condition, not before `=`.",
          "Unequal is `<>` or `!=`.");
    }
    return not;
  }

  /// A sign that is there once too often.
  private boolean tooMany() {
    if (end) {
      return false;
    }
    Walk mended = walk.fork().then(chunk.tokens().subList(at + 1, chunk.size()));
    boolean sign =
        switch (token.type()) {
          case SegQLParser.COMMA, SegQLParser.CLOSE, SegQLParser.EQUAL, SegQLParser.DOT -> true;
          default -> false;
        };
    if (!sign || !mended.accepts() || mended.reached() != chunk.size() - 1) {
      return false;
    }
    problems.add(
        Code.SYNTAX, token.span(), "This `" + token.text() + "` is one too many.", "Remove it.");
    return true;
  }

  private static final List<Integer> INSERTED =
      List.of(
          SegQLParser.EQUAL,
          SegQLParser.AS,
          SegQLParser.BY,
          SegQLParser.USING,
          SegQLParser.FROM,
          SegQLParser.TO,
          SegQLParser.WHERE,
          SegQLParser.ON,
          SegQLParser.WHEN,
          SegQLParser.THEN,
          SegQLParser.END,
          SegQLParser.AND,
          SegQLParser.OPEN,
          SegQLParser.WITH,
          SegQLParser.MODEL,
          SegQLParser.AGGREGATE);

  private static final int MOST_COMMAS = 8;

  /// Commas that are missing: with them the whole statement can be read.
  private boolean missingCommas() {
    var before = new ArrayList<Lexeme>();
    Walk mended = walk.fork();
    int next = at;
    while (next < chunk.size()
        && before.size() < MOST_COMMAS
        && mended.expects(SegQLParser.COMMA)) {
      before.add(chunk.get(next));
      mended.then(SegQLParser.COMMA).then(chunk.tokens().subList(next, chunk.size()));
      next = mended.reached() - before.size();
    }
    if (before.isEmpty() || next < chunk.size() || !mended.accepts()) {
      return false;
    }
    List<String> places = before.stream().map(t -> problems.quote(t.span())).toList();
    problems.add(
        Code.SYNTAX,
        token.span(),
        (places.size() == 1 ? "A comma is" : "Commas are")
            + " missing before "
            + Suggestions.and(places)
            + ".");
    return true;
  }

  /// A sign or a word that is missing: with it the whole statement can be read.
  private boolean missing() {
    for (int type : INSERTED) {
      boolean readAsName =
          Words.isKeyword(type) && !Words.isReserved(type) && walk.expects(SegQLParser.IDENTIFIER);
      boolean segments = verb().equals("SEGMENT") || verb().equals("COMPARE");
      boolean clause = type == SegQLParser.BY || type == SegQLParser.USING;
      boolean there = segments && clause && chunk.tokens().stream().anyMatch(t -> t.is(type));
      boolean noCondition = type == SegQLParser.WHERE && !Refusals.isName(token);
      if (!walk.expects(type) || readAsName || there || noCondition) {
        continue;
      }
      Walk mended = walk.fork().then(type).then(chunk.tokens().subList(at, chunk.size()));
      if (mended.accepts() && mended.reached() == chunk.size() + 1) {
        String sign = Words.display(type);
        problems.add(
            Code.SYNTAX,
            token.span(),
            end
                ? sign + " is missing at the end of the statement."
                : sign + " is missing before `" + problems.quote(token.span()) + "`.");
        return true;
      }
    }
    return false;
  }

  /// `AGGREGATE COUNT()`, `DERIVE a + b AS total`.
  private boolean missingName() {
    for (Walk.Expectation e : walk.expectations()) {
      Walk.Frame inner = e.frames().getFirst();
      boolean aggregate = inner.rule() == SegQLParser.RULE_aggregate;
      boolean list = aggregate || inner.rule() == SegQLParser.RULE_derivation;
      if (list && inner.origin() == at - 1 && e.types().contains(SegQLParser.EQUAL)) {
        problems.add(
            Code.SYNTAX,
            chunk.get(at - 1).span(),
            (aggregate ? "AGGREGATE" : "DERIVE") + " sets a name before the value.",
            aggregate
                ? "Write `name = " + chunk.get(at - 1).text() + "(…)`."
                : "Write `name = " + chunk.get(at - 1).text() + " …`.");
        return true;
      }
    }
    return false;
  }

  /// `GROUP BY region` and no AGGREGATE.
  private boolean missingAggregate() {
    for (Walk.Expectation e : walk.expectations()) {
      Walk.Frame inner = e.frames().getFirst();
      if (inner.rule() == SegQLParser.RULE_step
          && inner.origin() < at
          && e.types().contains(SegQLParser.AGGREGATE)) {
        Lexeme group = chunk.get(inner.origin());
        problems.add(
            Code.MISSING_CLAUSE,
            group.span().to(chunk.get(inner.origin() + 1).span()),
            "GROUP BY needs AGGREGATE, which says what is computed for each group.",
            "Add for example `AGGREGATE n = COUNT()`.");
        return true;
      }
    }
    return false;
  }
}
