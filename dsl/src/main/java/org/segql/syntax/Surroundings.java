package org.segql.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;
import org.segql.syntax.CompletionSite.Call;
import org.segql.syntax.CompletionSite.Called;

/// What the tokens around a cursor tell without any parsing: it works in broken text.
///
/// @param before the tokens of the statement before the cursor
/// @param statement all tokens of the statement
record Surroundings(List<Lexeme> before, List<Lexeme> statement) {

  /// The verb of the statement, that of what EXPLAIN explains.
  String verb() {
    return verbIndex() < before.size() ? Verbs.upper(before.get(verbIndex())) : "";
  }

  private int verbIndex() {
    int i = 0;
    while (i < before.size()
        && (before.get(i).is(SegQLParser.EXPLAIN) || before.get(i).is(SegQLParser.JAVA))) {
      i++;
    }
    return i;
  }

  /// The tables that the statement reads, its source first.
  List<String> tables() {
    var tables = new ArrayList<String>();
    String verb = verb();
    switch (verb) {
      case "SEGMENT", "COMPARE", "DESCRIBE", "PROFILE", "REQUIRE", "EXPORT" ->
          add(tables, verbIndex() + 1);
      case "SHOW" -> add(tables, verbIndex() + (follows(SegQLParser.FROM) ? 2 : 1));
      case "PLOT" -> plotted().ifPresent(tables::add);
      case "APPLY" -> afterEach(SegQLParser.TO, tables);
      default -> {}
    }
    if (verb.equals("TABLE")) {
      afterEach(SegQLParser.FROM, tables);
    }
    if (verb.equals("TABLE") || verb.equals("SHOW")) {
      afterEach(SegQLParser.JOIN, tables);
    }
    return tables.stream().distinct().toList();
  }

  private boolean follows(int type) {
    int next = verbIndex() + 1;
    return next < statement.size() && statement.get(next).is(type);
  }

  private void afterEach(int type, List<String> tables) {
    for (int i = 0; i < statement.size(); i++) {
      if (statement.get(i).is(type)) {
        add(tables, i + 1);
      }
    }
  }

  private void add(List<String> tables, int index) {
    if (index < statement.size() && Refusals.isName(statement.get(index))) {
      tables.add(name(statement.get(index)));
    }
  }

  /// What stands before the nearest AS: `PLOT q1 AS scatter(|`.
  private Optional<String> plotted() {
    for (int i = before.size() - 1; i > 0; i--) {
      if (before.get(i).is(SegQLParser.AS) && Refusals.isName(before.get(i - 1))) {
        return Optional.of(name(before.get(i - 1)));
      }
    }
    return Optional.empty();
  }

  private static String name(Lexeme token) {
    String text = token.text();
    return token.is(SegQLParser.QUOTED_NAME)
        ? text.substring(1, text.length() - 1).replace("``", "`")
        : text;
  }

  /// Names before a `=` outside of brackets: DERIVE and AGGREGATE made them.
  List<String> derived() {
    var names = new ArrayList<String>();
    int depth = 0;
    for (int i = 0; i + 1 < before.size(); i++) {
      Lexeme token = before.get(i);
      depth += token.is(SegQLParser.OPEN) ? 1 : token.is(SegQLParser.CLOSE) ? -1 : 0;
      boolean begins =
          i > 0
              && (before.get(i - 1).is(SegQLParser.COMMA)
                  || before.get(i - 1).is(SegQLParser.DERIVE)
                  || before.get(i - 1).is(SegQLParser.AGGREGATE));
      if (depth == 0
          && begins
          && Refusals.isName(token)
          && before.get(i + 1).is(SegQLParser.EQUAL)) {
        names.add(name(token));
      }
    }
    return names;
  }

  /// The clauses that the statement has already; steps may repeat and are never among them.
  Set<String> clausesThere() {
    var there = new HashSet<String>();
    String verb = verb();
    if (verb.equals("TABLE") || verb.equals("SHOW")) {
      return there;
    }
    int depth = 0;
    for (int i = verbIndex() + 2; i < statement.size(); i++) {
      Lexeme token = statement.get(i);
      depth += token.is(SegQLParser.OPEN) ? 1 : token.is(SegQLParser.CLOSE) ? -1 : 0;
      boolean afterTarget = there.contains("TARGET") && token.is(SegQLParser.WHERE);
      if (depth == 0 && Words.isKeyword(token.type()) && !afterTarget) {
        Verbs.clauseAt(statement, i).filter(Verbs.clauses(verb)::contains).ifPresent(there::add);
      }
    }
    return there;
  }

  /// The innermost call that is open at the cursor.
  Optional<Call> call(Walk walk) {
    int depth = 0;
    int commas = 0;
    int argument = before.size();
    for (int i = before.size() - 1; i > 0; i--) {
      Lexeme token = before.get(i);
      if (token.is(SegQLParser.CLOSE)) {
        depth++;
      } else if (token.is(SegQLParser.OPEN) && depth > 0) {
        depth--;
      } else if (token.is(SegQLParser.OPEN)) {
        Optional<Called> called = called(i - 1, walk);
        if (called.isPresent()) {
          return Optional.of(call(called.orElseThrow(), i, commas, argument));
        }
        commas = 0;
        argument = i;
      } else if (token.is(SegQLParser.COMMA) && depth == 0) {
        argument = commas == 0 ? i + 1 : argument;
        commas++;
      }
    }
    return Optional.empty();
  }

  private Call call(Called called, int open, int commas, int argument) {
    Lexeme name = before.get(open - 1);
    int first = commas == 0 ? open + 1 : argument;
    boolean named =
        first + 1 < before.size()
            && Refusals.isName(before.get(first))
            && before.get(first + 1).is(SegQLParser.EQUAL);
    String text = name(name);
    if (called == Called.OPTIONS) {
      text = verb().equals("SEGMENT") || verb().equals("COMPARE") ? "BY" : verb();
    }
    return new Call(
        called,
        text,
        commas,
        named ? Optional.of(name(before.get(first))) : Optional.empty(),
        used(open));
  }

  private Set<String> used(int open) {
    var used = new HashSet<String>();
    int depth = 0;
    for (int i = open + 1; i + 1 < before.size(); i++) {
      Lexeme token = before.get(i);
      depth += token.is(SegQLParser.OPEN) ? 1 : token.is(SegQLParser.CLOSE) ? -1 : 0;
      if (depth == 0 && Refusals.isName(token) && before.get(i + 1).is(SegQLParser.EQUAL)) {
        used.add(name(token));
      }
    }
    return used;
  }

  private Optional<Called> called(int index, Walk walk) {
    Lexeme token = before.get(index);
    if (token.is(SegQLParser.WITH)) {
      return Optional.of(Called.OPTIONS);
    }
    if (!Refusals.isName(token) || token.is(SegQLParser.EXCEPT)) {
      return Optional.empty();
    }
    for (Walk.Expectation expectation : walk.expectations()) {
      for (Walk.Frame frame : expectation.frames()) {
        boolean there = frame.origin() < walk.reached() && walk.token(frame.origin()).equals(token);
        if (there && frame.rule() == SegQLParser.RULE_algorithm) {
          return Optional.of(Called.ALGORITHM);
        }
        if (there && frame.rule() == SegQLParser.RULE_chart) {
          return Optional.of(Called.CHART);
        }
        if (there && frame.rule() == SegQLParser.RULE_preparation) {
          return Optional.of(Called.PREPARATION);
        }
      }
    }
    return Optional.of(isPreparation(index) ? Called.PREPARATION : Called.FUNCTION);
  }

  /// Whether a name is the value of a variable's option: `BY age WITH (outliers = winsorize(`.
  private boolean isPreparation(int index) {
    boolean variable = verb().equals("SEGMENT") || verb().equals("COMPARE");
    if (!variable || index < 2 || !before.get(index - 1).is(SegQLParser.EQUAL)) {
      return false;
    }
    int open = Lexemes.open(before, index - 1);
    return open > 0 && before.get(open - 1).is(SegQLParser.WITH);
  }

  /// `SET silence = (|`: only there a list follows `=`.
  private boolean option(int index) {
    return verb().equals("SET") && before.get(index).is(SegQLParser.EQUAL);
  }

  /// The column before a comparison that the cursor stands behind: `region = |`, `region IN ('a',
  /// |`; the option of a SET.
  Optional<String> compared() {
    int last = before.size() - 1;
    if (last < 1) {
      return Optional.empty();
    }
    int at = last;
    while (at > 0
        && (before.get(at).is(SegQLParser.COMMA)
            || before.get(at).is(SegQLParser.TEXT)
            || before.get(at).is(SegQLParser.NUMBER))) {
      at--;
    }
    boolean list =
        at > 1
            && before.get(at).is(SegQLParser.OPEN)
            && (before.get(at - 1).is(SegQLParser.IN) || option(at - 1));
    int operator = list ? at - 1 : last;
    boolean compares =
        switch (before.get(operator).type()) {
          case SegQLParser.EQUAL,
              SegQLParser.NOT_EQUAL,
              SegQLParser.LESS,
              SegQLParser.LESS_OR_EQUAL,
              SegQLParser.GREATER,
              SegQLParser.GREATER_OR_EQUAL,
              SegQLParser.LIKE,
              SegQLParser.IN ->
              true;
          default -> false;
        };
    int column =
        operator > 0 && before.get(operator - 1).is(SegQLParser.NOT) ? operator - 2 : operator - 1;
    return compares && column >= 0 && Refusals.isName(before.get(column))
        ? Optional.of(name(before.get(column)))
        : Optional.empty();
  }
}
