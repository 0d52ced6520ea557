package org.segql.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// What may come next, in words: constructs rather than tokens, at most three.
record Expected(List<String> things) {
  private static final int MOST = 3;

  /// What a rule is called where it may begin.
  private static final Map<Integer, String> RULES =
      Map.ofEntries(
          Map.entry(SegQLParser.RULE_statement, "a statement"),
          Map.entry(SegQLParser.RULE_expression, "an expression"),
          Map.entry(SegQLParser.RULE_arithmetic, "an expression"),
          Map.entry(SegQLParser.RULE_factor, "an expression"),
          Map.entry(SegQLParser.RULE_primary, "an expression"),
          Map.entry(SegQLParser.RULE_test, "an operator"),
          Map.entry(SegQLParser.RULE_caseBranch, "`WHEN`"),
          Map.entry(SegQLParser.RULE_literal, "a value"),
          Map.entry(SegQLParser.RULE_text, "a text in single quotes"),
          Map.entry(SegQLParser.RULE_unit, "a unit such as `DAYS`"),
          Map.entry(SegQLParser.RULE_location, "a path in single quotes"),
          Map.entry(SegQLParser.RULE_queryText, "a query in single quotes"),
          Map.entry(SegQLParser.RULE_tableName, "the name of a table"),
          Map.entry(SegQLParser.RULE_segmentationName, "the name of a segmentation"),
          Map.entry(SegQLParser.RULE_modelName, "the name of a model"),
          Map.entry(SegQLParser.RULE_objectName, "a name"),
          Map.entry(SegQLParser.RULE_newName, "a name"),
          Map.entry(SegQLParser.RULE_columnName, "a column"),
          Map.entry(SegQLParser.RULE_clauseColumn, "a column"),
          Map.entry(SegQLParser.RULE_columnReference, "a column"),
          Map.entry(SegQLParser.RULE_joinKey, "a column"),
          Map.entry(SegQLParser.RULE_optionName, "an option"),
          Map.entry(SegQLParser.RULE_argument, "an argument"),
          Map.entry(SegQLParser.RULE_argumentValue, "a value"),
          Map.entry(SegQLParser.RULE_arguments, "`(`"),
          Map.entry(SegQLParser.RULE_columnList, "a list of columns in brackets"),
          Map.entry(SegQLParser.RULE_functionArgument, "an expression"),
          Map.entry(SegQLParser.RULE_algorithm, "an algorithm such as `kmeans(5)`"),
          Map.entry(SegQLParser.RULE_chart, "a chart such as `sizes`"),
          Map.entry(SegQLParser.RULE_preparation, "a method"),
          Map.entry(SegQLParser.RULE_variable, "a column or an expression"),
          Map.entry(SegQLParser.RULE_groupKey, "a column or an expression"),
          Map.entry(SegQLParser.RULE_sortKey, "a column or an expression"),
          Map.entry(SegQLParser.RULE_selectItem, "a column or an expression"),
          Map.entry(SegQLParser.RULE_gate, "a condition"),
          Map.entry(SegQLParser.RULE_derivation, "`name = expression`"),
          Map.entry(SegQLParser.RULE_aggregate, "`name = aggregate`"),
          Map.entry(SegQLParser.RULE_plotItem, "`name AS chart`"),
          Map.entry(SegQLParser.RULE_naming, "`AUTO`, `FROM` or a list of names"),
          Map.entry(SegQLParser.RULE_numberedName, "a number and a name"),
          Map.entry(SegQLParser.RULE_listing, "a list such as `TABLES`"),
          Map.entry(SegQLParser.RULE_step, "a step"),
          Map.entry(SegQLParser.RULE_segmentClause, "a clause"),
          Map.entry(SegQLParser.RULE_likeClause, "a clause"),
          Map.entry(SegQLParser.RULE_loadClause, "a clause"),
          Map.entry(SegQLParser.RULE_exportClause, "a clause"),
          Map.entry(SegQLParser.RULE_saveClause, "a clause"),
          Map.entry(SegQLParser.RULE_profileClause, "a clause"),
          Map.entry(SegQLParser.RULE_plotClause, "a clause"),
          Map.entry(SegQLParser.RULE_describeClause, "a clause"),
          Map.entry(SegQLParser.RULE_applyClause, "a clause"),
          Map.entry(SegQLParser.RULE_compareClause, "a clause"),
          Map.entry(SegQLParser.RULE_targetPart, "`WHERE` or `ORDER BY`"));

  /// Clauses that are so few that they are told one by one.
  private static final Set<Integer> FEW =
      Set.of(
          SegQLParser.RULE_loadClause,
          SegQLParser.RULE_exportClause,
          SegQLParser.RULE_saveClause,
          SegQLParser.RULE_applyClause,
          SegQLParser.RULE_compareClause,
          SegQLParser.RULE_describeClause);

  /// What is left out first where there is more than can be told: from here on, the later the
  /// sooner.
  private static final List<String> MINOR =
      List.of(
          "an operator",
          "a comma",
          "`)`",
          "a step",
          "a clause",
          "`LOG`",
          "`WITH`",
          "`EXCEPT`",
          "`=`",
          "`..`",
          "`.`",
          "`(`",
          "`ASC`",
          "`DESC`",
          "`PER`",
          "a unit such as `DAYS`",
          "the end of the statement");

  /// What is told only where nothing else is.
  private static final Set<String> LEAST =
      Set.of("the end of the statement", "a unit such as `DAYS`");

  Expected {
    things = List.copyOf(things);
  }

  boolean isEmpty() {
    return things.isEmpty();
  }

  String text() {
    int last = things.size() - 1;
    return last == 0
        ? things.getFirst()
        : String.join(", ", things.subList(0, last)) + " or " + things.get(last);
  }

  static Expected at(Walk walk) {
    Set<String> things = new LinkedHashSet<>();
    for (Walk.Expectation expectation : walk.expectations()) {
      things.addAll(things(expectation, walk.reached()));
    }
    if (things.contains("a column or an expression") || things.contains("an expression")) {
      things.removeAll(Set.of("an expression", "a column", "a name", "`NOT`"));
      things.add("a column or an expression");
    }
    var shown = new ArrayList<>(things);
    for (String minor : MINOR.reversed()) {
      if (shown.size() > MOST || (LEAST.contains(minor) && shown.size() > 1)) {
        shown.remove(minor);
      }
    }
    if (shown.size() > MOST) {
      shown.removeIf(s -> MINOR.contains(s));
    }
    shown.sort(Comparator.comparingInt(s -> MINOR.contains(s) ? 1 : 0));
    return new Expected(shown.subList(0, Math.min(MOST, shown.size())));
  }

  private static List<String> things(Walk.Expectation expectation, int at) {
    String outermost = null;
    for (Walk.Frame frame : expectation.frames()) {
      if (frame.origin() != at) {
        break;
      }
      if (FEW.contains(frame.rule())) {
        break;
      }
      outermost = RULES.getOrDefault(frame.rule(), outermost);
    }
    if (outermost != null) {
      return List.of(outermost);
    }
    var words = new ArrayList<String>();
    for (int type : expectation.types().toList()) {
      if (type == Token.EOF) {
        words.add("the end of the statement");
      } else if (isOperator(type)
          && expectation.frames().getFirst().rule() != SegQLParser.RULE_test) {
        words.add("an operator");
      } else {
        words.add(type == SegQLParser.COMMA ? "a comma" : Words.display(type));
      }
    }
    return words;
  }

  private static boolean isOperator(int type) {
    return switch (type) {
      case SegQLParser.PLUS,
          SegQLParser.MINUS,
          SegQLParser.STAR,
          SegQLParser.SLASH,
          SegQLParser.AND,
          SegQLParser.OR ->
          true;
      default -> false;
    };
  }
}
