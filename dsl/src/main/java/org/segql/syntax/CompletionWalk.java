package org.segql.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;
import org.segql.syntax.CompletionSite.Construct;
import org.segql.syntax.CompletionSite.Want;

/// Finds a completion site: walks over the tokens of the statement before the cursor, leaving out
/// those that cannot stand where they are, and translates what may follow.
final class CompletionWalk {
  /// Statements longer than this are looked at from their last tokens on.
  private static final int LONGEST = 5_000;

  private final String text;
  private final int offset;
  private Span replaces;
  private String prefix = "";
  private boolean inText;
  private boolean nowhere;

  CompletionWalk(String text, int offset) {
    this.text = text;
    this.offset = offset;
    this.replaces = new Span(offset, offset);
  }

  CompletionSite site() {
    List<Lexeme> all = text.length() > Parser.LONGEST_SCRIPT ? List.of() : Lexemes.all(text);
    List<Lexeme> before = before(all);
    List<Lexeme> statement = statement(all);
    if (nowhere || before.size() > LONGEST) {
      return new CompletionSite(
          replaces,
          prefix,
          false,
          "",
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty());
    }
    Walk walk = Walk.skipping(before);
    var surroundings = new Surroundings(before, statement);
    Set<Want> wants = new HashSet<>();
    List<String> order = Verbs.clauses(surroundings.verb());
    Set<String> keywords =
        new TreeSet<>(
            Comparator.comparingInt(
                    (String k) -> order.contains(k) ? order.indexOf(k) : order.size())
                .thenComparing(Comparator.naturalOrder()));
    for (Walk.Expectation expectation : walk.expectations()) {
      translate(expectation, walk, wants, keywords);
    }
    keywords.removeAll(surroundings.clausesThere());
    Optional<String> qualifier = qualifier(before, surroundings.tables());
    boolean segment =
        wants.stream()
            .anyMatch(w -> w.construct() == Construct.VALUE && SEGMENT.contains(w.clause()));
    return new CompletionSite(
        replaces,
        prefix,
        inText,
        surroundings.verb(),
        qualifier.map(List::of).orElse(surroundings.tables()),
        qualifier.isPresent() ? List.of() : surroundings.derived(),
        inText ? List.of() : List.copyOf(keywords),
        wants,
        surroundings.call(walk),
        segment ? Optional.of("segment_name") : surroundings.compared());
  }

  /// Clauses of PROFILE that take a segment's name.
  private static final Set<String> SEGMENT = Set.of("OF", "AGAINST");

  /// The table in `orders.|`.
  private static Optional<String> qualifier(List<Lexeme> before, List<String> tables) {
    int dot = before.size() - 1;
    if (dot < 1 || !before.get(dot).is(SegQLParser.DOT)) {
      return Optional.empty();
    }
    String name = before.get(dot - 1).text().replace("`", "");
    return tables.stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /// The tokens of the statement that end before the word under the cursor.
  private List<Lexeme> before(List<Lexeme> all) {
    var before = new ArrayList<Lexeme>();
    for (Lexeme token : all) {
      if (token.start() >= offset) {
        break;
      }
      if (token.end() >= offset && isUnderCursor(token)) {
        take(token);
        break;
      }
      if (token.is(SegQLParser.SEMICOLON)) {
        before.clear();
      } else if (!Lexemes.hidden(token)) {
        before.add(token);
      }
    }
    return before;
  }

  private boolean isUnderCursor(Lexeme token) {
    return switch (token.type()) {
      case SegQLParser.LINE_COMMENT, SegQLParser.OPEN_COMMENT -> true;
      case SegQLParser.BLOCK_COMMENT, SegQLParser.TEXT, SegQLParser.LONG_TEXT ->
          token.end() > offset;
      case SegQLParser.OPEN_TEXT,
          SegQLParser.OPEN_LONG_TEXT,
          SegQLParser.OPEN_NAME,
          SegQLParser.PARAMETER,
          SegQLParser.IDENTIFIER,
          SegQLParser.QUOTED_NAME ->
          true;
      case SegQLParser.UNKNOWN -> token.text().equals("$");
      default -> Words.isKeyword(token.type());
    };
  }

  private void take(Lexeme token) {
    String written = text.substring(token.start(), offset);
    replaces = new Span(token.start(), offset);
    prefix = written;
    switch (token.type()) {
      case SegQLParser.LINE_COMMENT, SegQLParser.OPEN_COMMENT, SegQLParser.BLOCK_COMMENT ->
          nowhere = true;
      case SegQLParser.TEXT, SegQLParser.OPEN_TEXT -> {
        inText = true;
        prefix = written.substring(1).replace("''", "'");
        replaces = new Span(token.start() + 1, offset);
      }
      case SegQLParser.LONG_TEXT, SegQLParser.OPEN_LONG_TEXT -> nowhere = true;
      case SegQLParser.OPEN_NAME, SegQLParser.QUOTED_NAME -> prefix = written.replace("`", "");
      default -> {}
    }
  }

  /// All tokens of the statement that holds the cursor.
  private List<Lexeme> statement(List<Lexeme> all) {
    var statement = new ArrayList<Lexeme>();
    for (Lexeme token : all) {
      if (token.is(SegQLParser.SEMICOLON)) {
        if (token.start() >= offset) {
          break;
        }
        statement.clear();
      } else if (!Lexemes.hidden(token)) {
        statement.add(token);
      }
    }
    return statement;
  }

  private void translate(
      Walk.Expectation expectation, Walk walk, Set<Want> wants, Set<String> keywords) {
    String clause = clause(expectation, walk);
    Walk.Frame inner = expectation.frames().getFirst();
    boolean here = inner.origin() == walk.reached();
    Optional<Construct> construct =
        here ? construct(expectation, walk.reached()) : Optional.empty();
    construct.ifPresent(c -> wants.add(new Want(c, clause)));
    boolean name =
        switch (inner.rule()) {
          case SegQLParser.RULE_name,
              SegQLParser.RULE_optionName,
              SegQLParser.RULE_clauseName,
              SegQLParser.RULE_functionName,
              SegQLParser.RULE_word ->
              true;
          default -> false;
        };
    if (!name && !isPlainLiteral(expectation, clause)) {
      for (int type : expectation.types().toList()) {
        Words.keyword(type).map(k -> whole(k, inner.rule())).ifPresent(keywords::add);
      }
    }
  }

  /// Whether only a number or a text makes sense, as after LIMIT: no TRUE, NULL or DATE.
  private static boolean isPlainLiteral(Walk.Expectation expectation, String clause) {
    boolean constant = expectation.frames().getFirst().rule() == SegQLParser.RULE_constant;
    return constant
        && !clause.isEmpty()
        && !clause.equals("AS")
        && expectation.frames().stream().anyMatch(f -> f.rule() == SegQLParser.RULE_literal);
  }

  /// A keyword with the one that always follows it.
  private static String whole(String keyword, int rule) {
    return switch (keyword) {
      case "GROUP", "ORDER", "DESCRIBED" -> keyword + " BY";
      case "AS" -> rule == SegQLParser.RULE_step ? "AS OF" : "AS";
      default -> keyword;
    };
  }

  private static Optional<Construct> construct(Walk.Expectation expectation, int at) {
    for (Walk.Frame frame : expectation.frames()) {
      if (frame.origin() != at) {
        break;
      }
      Optional<Construct> found =
          switch (frame.rule()) {
            case SegQLParser.RULE_tableName -> Optional.of(Construct.TABLE);
            case SegQLParser.RULE_segmentationName -> Optional.of(Construct.SEGMENTATION);
            case SegQLParser.RULE_modelName -> Optional.of(Construct.MODEL);
            case SegQLParser.RULE_objectName -> Optional.of(Construct.OBJECT);
            case SegQLParser.RULE_newName -> Optional.of(Construct.NEW_NAME);
            case SegQLParser.RULE_optionName -> Optional.of(Construct.OPTION);
            case SegQLParser.RULE_columnName, SegQLParser.RULE_clauseColumn ->
                Optional.of(Construct.COLUMN);
            case SegQLParser.RULE_functionName -> Optional.of(Construct.FUNCTION);
            case SegQLParser.RULE_algorithm -> Optional.of(Construct.ALGORITHM);
            case SegQLParser.RULE_chart -> Optional.of(Construct.CHART);
            case SegQLParser.RULE_preparation -> Optional.of(Construct.PREPARATION);
            case SegQLParser.RULE_location -> Optional.of(Construct.FILE);
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    boolean value =
        expectation.frames().stream()
            .anyMatch(f -> f.rule() == SegQLParser.RULE_constant && f.origin() == at);
    return value ? Optional.of(Construct.VALUE) : Optional.empty();
  }

  /// The word that begins the clause or step around a place.
  private static String clause(Walk.Expectation expectation, Walk walk) {
    for (Walk.Frame frame : expectation.frames()) {
      boolean begun = frame.origin() < walk.reached();
      switch (frame.rule()) {
        case SegQLParser.RULE_groupKey -> {
          return "BY";
        }
        case SegQLParser.RULE_aggregate -> {
          return "AGGREGATE";
        }
        case SegQLParser.RULE_gate -> {
          return begun && walk.token(frame.origin()).is(SegQLParser.EVERY) ? "EVERY" : "REQUIRE";
        }
        default -> {}
      }
      boolean clause =
          switch (frame.rule()) {
            case SegQLParser.RULE_segmentClause,
                SegQLParser.RULE_step,
                SegQLParser.RULE_loadClause,
                SegQLParser.RULE_exportClause,
                SegQLParser.RULE_saveClause,
                SegQLParser.RULE_describeClause,
                SegQLParser.RULE_compareClause,
                SegQLParser.RULE_profileClause,
                SegQLParser.RULE_plotClause,
                SegQLParser.RULE_applyClause,
                SegQLParser.RULE_runClause ->
                true;
            default -> false;
          };
      if (clause && begun) {
        return Verbs.upper(walk.token(frame.origin()));
      }
    }
    return "";
  }
}
