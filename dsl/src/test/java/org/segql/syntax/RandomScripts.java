package org.segql.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.segql.grammar.SegQLParser;

/// Makes random scripts: ways through the parser's automaton, whole or damaged.
public final class RandomScripts {
  private static final ATN AUTOMATON = SegQLParser._ATN;
  private static final int[] COST = costs();
  private static final List<String> NOISE =
      List.of(
          "'", "\"", "`", "(", ")", ",", ";", "--", "/*", "*/", "'''", "==", "&&", "%", "$", "#",
          "0,5", ".5", "5.", "..", "é", "😀", "\n", "\t", "\u0000", "FORM", "USNG", "SELECT",
          "GROUP", "TARGET", "BY", "90days", "10%3", "!", "//", "CASE", "END", "AS OF", "=>");

  private static final List<String> ANY =
      List.of("age", "income", "customers", "x", "größe", "kmeans", "SUM", "_a1");

  /// By the rule that says what is named: mostly names that are known, so that a script is
  /// understood as far as possible before something in it is wrong.
  private static final Map<Integer, List<String>> NAMES =
      Map.ofEntries(
          Map.entry(SegQLParser.RULE_tableName, List.of("customers", "orders", "q1")),
          Map.entry(SegQLParser.RULE_segmentationName, List.of("q1", "customers", "board")),
          Map.entry(SegQLParser.RULE_modelName, List.of("q1", "m")),
          Map.entry(SegQLParser.RULE_objectName, List.of("customers", "kmeans", "ROUND", "q1")),
          Map.entry(SegQLParser.RULE_newName, List.of("a", "b", "q1", "age")),
          Map.entry(
              SegQLParser.RULE_columnName,
              List.of("age", "income", "region", "signup", "email_opt_in", "size", "silhouette")),
          Map.entry(SegQLParser.RULE_clauseColumn, List.of("customer_id", "spend")),
          Map.entry(
              SegQLParser.RULE_functionName,
              List.of("AVG", "COUNT", "IF", "ROUND", "BIN", "AS_OF", "TEXT", "DATE_TRUNC", "RATE")),
          Map.entry(SegQLParser.RULE_algorithm, List.of("kmeans", "ward", "rules", "dbscan")),
          Map.entry(SegQLParser.RULE_chart, List.of("scatter", "sizes", "histogram", "elbow")),
          Map.entry(SegQLParser.RULE_preparation, List.of("median", "winsorize", "none", "knn")),
          Map.entry(
              SegQLParser.RULE_optionName,
              List.of("restarts", "k", "linkage", "weight", "missing", "types", "seed", "x")));

  private final Random random;
  private List<String> names = ANY;

  public RandomScripts(Random random) {
    this.random = random;
  }

  /// A statement that the grammar allows.
  public String statement() {
    var out = new StringBuilder();
    rule(SegQLParser.RULE_statement, 12 + random.nextInt(20), out);
    return out.toString().strip();
  }

  /// A script of a few statements, most of them damaged.
  public String damaged() {
    var script = new StringBuilder();
    int statements = 1 + random.nextInt(3);
    for (int i = 0; i < statements; i++) {
      String statement = statement();
      int wounds = random.nextInt(4);
      for (int j = 0; j < wounds; j++) {
        statement = damage(statement);
      }
      script.append(statement).append(random.nextInt(6) == 0 ? "\n" : ";\n");
    }
    return script.toString();
  }

  /// The text with something missing, doubled, moved or put in.
  public String damage(String text) {
    int a = random.nextInt(text.length() + 1);
    int b = Math.min(text.length(), a + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, a);
      case 1 -> text.substring(0, a) + text.substring(b);
      case 2 -> text.substring(0, b) + text.substring(a);
      case 3 -> text.substring(0, a) + (char) random.nextInt(0x250) + text.substring(a);
      case 4 -> text.substring(0, a) + " " + pick(NOISE) + " " + text.substring(a);
      default -> swap(text);
    };
  }

  private String swap(String text) {
    List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
    if (words.isEmpty()) {
      return text;
    }
    int i = random.nextInt(words.size());
    String word = words.remove(i);
    words.add(random.nextInt(words.size() + 1), word);
    return String.join(" ", words);
  }

  private void rule(int rule, int budget, StringBuilder out) {
    List<String> before = names;
    names = NAMES.getOrDefault(rule, names);
    states(rule, budget, out);
    names = before;
  }

  private void states(int rule, int budget, StringBuilder out) {
    ATNState state = AUTOMATON.ruleToStartState[rule];
    int left = budget;
    while (!(state instanceof RuleStopState)) {
      Transition t = choose(state, left);
      if (t instanceof RuleTransition call) {
        rule(call.target.ruleIndex, left - 1, out);
        state = call.followState;
      } else {
        if (!t.isEpsilon()) {
          List<Integer> types = t.label().toList();
          out.append(text(types.get(random.nextInt(types.size())))).append(blank());
        }
        state = t.target;
      }
      left--;
    }
  }

  private Transition choose(ATNState state, int budget) {
    Transition[] all = state.getTransitions();
    if (budget > 0) {
      return all[random.nextInt(all.length)];
    }
    return Arrays.stream(all).min((a, b) -> Integer.compare(cost(a), cost(b))).orElseThrow();
  }

  private static int cost(Transition t) {
    int own =
        t instanceof RuleTransition call
            ? COST[call.target.stateNumber] + COST[call.followState.stateNumber]
            : COST[t.target.stateNumber] + (t.isEpsilon() ? 0 : 1);
    return Math.min(own, 1_000_000);
  }

  /// The fewest tokens from a state to the end of its rule.
  private static int[] costs() {
    int[] cost = new int[AUTOMATON.states.size()];
    Arrays.fill(cost, 1_000_000);
    for (ATNState state : AUTOMATON.states) {
      if (state instanceof RuleStopState) {
        cost[state.stateNumber] = 0;
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (ATNState state : AUTOMATON.states) {
        for (Transition t : state.getTransitions()) {
          if (state instanceof RuleStopState) {
            continue;
          }
          int own =
              t instanceof RuleTransition call
                  ? cost[call.target.stateNumber] + cost[call.followState.stateNumber]
                  : cost[t.target.stateNumber] + (t.isEpsilon() ? 0 : 1);
          if (own < cost[state.stateNumber]) {
            cost[state.stateNumber] = own;
            changed = true;
          }
        }
      }
    }
    return cost;
  }

  private String blank() {
    return switch (random.nextInt(40)) {
      case 0 -> "\n";
      case 1 -> "  -- a comment\n  ";
      case 2 -> " /* a comment */ ";
      default -> " ";
    };
  }

  private String text(int type) {
    return switch (type) {
      case Token.EOF -> "";
      case SegQLParser.IDENTIFIER -> pick(random.nextInt(8) == 0 ? ANY : names);
      case SegQLParser.QUOTED_NAME -> pick(List.of("`Annual Income (k$)`", "`a``b`", "`select`"));
      case SegQLParser.NUMBER -> pick(List.of("1", "42", "1_000", "0.5", "1e-3", "0"));
      case SegQLParser.PERCENT -> pick(List.of("5%", "0.1%"));
      case SegQLParser.TEXT -> pick(List.of("'a'", "'it''s'", "''", "'2026-01-31'", "'q%'"));
      case SegQLParser.LONG_TEXT -> "'''a\nb'''";
      case SegQLParser.PARAMETER -> pick(List.of("$n", "$since"));
      case SegQLParser.NOT_EQUAL -> pick(List.of("<>", "!="));
      default -> literal(type);
    };
  }

  private String literal(int type) {
    String literal = SegQLParser.VOCABULARY.getLiteralName(type);
    String text =
        literal == null
            ? SegQLParser.VOCABULARY.getSymbolicName(type)
            : literal.substring(1, literal.length() - 1);
    return random.nextInt(5) == 0 ? text.toLowerCase(Locale.ROOT) : text;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
