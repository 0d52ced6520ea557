package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// The common slips, tried one after the other: each claims an error where mending it lets the
/// statement be read on.
final class Slips {
  private final Chunk chunk;
  private final Walk walk;
  private final Problems problems;
  private final int at;
  private final boolean end;
  private final Lexeme token;

  Slips(Chunk chunk, Walk walk, Problems problems) {
    this.chunk = chunk;
    this.walk = walk;
    this.problems = problems;
    this.at = walk.reached();
    this.end = at == chunk.size();
    this.token = chunk.get(at);
  }

  boolean claim() {
    return decimals()
        || misspelt()
        || missingUsing()
        || brackets(true)
        || reserved()
        || joinUsing()
        || gateOfNothing()
        || otherStatement()
        || tooMany()
        || missing()
        || missingName()
        || bareCondition()
        || missingAggregate()
        || brackets(false);
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

  /// A word within a few letters of a keyword that fits there, at the error or just before it.
  private boolean misspelt() {
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
      // A word that could be read as a name must be nearer to be taken for a keyword.
      boolean sure = index == at || near.charAt(0) == written.charAt(0);
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

  private boolean whole(Walk mended) {
    return mended.accepts() && mended.reached() >= chunk.size();
  }

  /// @param whole whether with the brackets the whole statement must be readable
  private boolean brackets(boolean whole) {
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

  /// The place right after the token before the error.
  private Span before() {
    int offset = at == 0 ? token.start() : chunk.get(at - 1).end();
    return new Span(offset, offset);
  }

  /// A reserved word where only a name makes sense of what follows.
  private boolean reserved() {
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
  private boolean missingUsing() {
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
  private boolean joinUsing() {
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

  /// `REQUIRE silhouette >= 0.3` as a statement.
  private boolean gateOfNothing() {
    if (at != 2 || !chunk.first().is(SegQLParser.REQUIRE)) {
      return false;
    }
    Walk mended =
        Walk.over(List.of(chunk.first()))
            .then(SegQLParser.IDENTIFIER)
            .then(chunk.tokens().subList(1, chunk.size()));
    if (!mended.accepts()) {
      return false;
    }
    problems.add(
        Code.SYNTAX,
        chunk.get(1).span(),
        "REQUIRE as a statement names the segmentation before the condition.",
        "Write `REQUIRE q1 " + chunk.get(1).text() + " …` with the segmentation's name.");
    return true;
  }

  /// A clause that other statements have and this one has not.
  private boolean otherStatement() {
    if (end) {
      return false;
    }
    Optional<String> clause = Verbs.clauseAt(chunk.tokens(), at);
    String verb = verb();
    if (clause.isEmpty() || Verbs.clauses(verb).contains(clause.orElseThrow())) {
      return false;
    }
    boolean between = walk.accepts() || wholeBefore();
    if (!between) {
      return false;
    }
    String word = clause.orElseThrow();
    List<String> own = Verbs.clauses(verb);
    problems.add(
        Code.MISPLACED_CLAUSE,
        word.contains(" ") ? token.span().to(chunk.get(at + 1).span()) : token.span(),
        "`"
            + word
            + "` is no clause of "
            + verb
            + ": it belongs to "
            + Refusals.verbs(Verbs.takers(word))
            + ".",
        instead(verb, word)
            .orElse(
                own.isEmpty()
                    ? verb + " takes no clauses."
                    : verb + " takes " + String.join(", ", own) + "."));
    return true;
  }

  private boolean wholeBefore() {
    return Verbs.clauses(verb()).stream()
        .anyMatch(c -> !c.equals("AS OF") && walk.expects(Lexemes.visible(c).getFirst().type()));
  }

  private static Optional<String> instead(String verb, String clause) {
    boolean segments = verb.equals("SEGMENT") || verb.equals("COMPARE");
    boolean steps = verb.equals("TABLE") || verb.equals("SHOW");
    return switch (clause) {
      case "GROUP BY", "JOIN", "DERIVE", "AGGREGATE", "SELECT", "UNION", "DISTINCT" ->
          segments
              ? Optional.of("Make a table with `TABLE … AS FROM …` first and segment that.")
              : Optional.empty();
      case "ORDER BY", "LIMIT" ->
          segments
              ? Optional.of("It follows TARGET: `TARGET ORDER BY size DESC LIMIT 3`.")
              : Optional.empty();
      case "BY" ->
          verb.equals("PROFILE")
              ? Optional.of("PROFILE takes its variables after ON.")
              : steps
                  ? Optional.of("Groups are made by `GROUP BY … AGGREGATE …`.")
                  : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// The verb of the statement, that of what EXPLAIN explains.
  private String verb() {
    for (Lexeme t : chunk.tokens()) {
      if (!t.is(SegQLParser.EXPLAIN) && !t.is(SegQLParser.JAVA)) {
        return Verbs.upper(t);
      }
    }
    return "";
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

  private static final List<Integer> COMPARATORS =
      List.of(
          SegQLParser.EQUAL,
          SegQLParser.NOT_EQUAL,
          SegQLParser.LESS,
          SegQLParser.LESS_OR_EQUAL,
          SegQLParser.GREATER,
          SegQLParser.GREATER_OR_EQUAL);

  private static final List<Integer> INSERTED =
      List.of(
          SegQLParser.COMMA,
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

  /// A sign or a word that is missing: with it the whole statement can be read.
  private boolean missing() {
    for (int type : INSERTED) {
      boolean readAsName =
          Words.isKeyword(type) && !Words.isReserved(type) && walk.expects(SegQLParser.IDENTIFIER);
      boolean segments = verb().equals("SEGMENT") || verb().equals("COMPARE");
      boolean clause = type == SegQLParser.BY || type == SegQLParser.USING;
      boolean there = segments && clause && chunk.tokens().stream().anyMatch(t -> t.is(type));
      if (!walk.expects(type) || readAsName || there) {
        continue;
      }
      Walk mended = walk.fork().then(type).then(chunk.tokens().subList(at, chunk.size()));
      if (mended.accepts() && mended.reached() == chunk.size() + 1) {
        String sign = type == SegQLParser.COMMA ? "A comma" : Words.display(type);
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

  /// `BY age, orders > 0`, `GROUP BY bought = orders > 0`.
  private boolean bareCondition() {
    if (COMPARATORS.stream().noneMatch(token::is)) {
      return false;
    }
    for (Walk.Expectation e : walk.expectations()) {
      for (Walk.Frame frame : e.frames()) {
        boolean group = frame.rule() == SegQLParser.RULE_groupKey;
        if (group || frame.rule() == SegQLParser.RULE_variable) {
          problems.add(
              Code.SYNTAX,
              token.span(),
              "A condition stands in brackets here and has a name.",
              "Write for example `" + (group ? "GROUP BY" : "BY") + " bought = (orders > 0)`.");
          return true;
        }
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
