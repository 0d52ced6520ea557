package org.segql.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segql.grammar.SegQLParser;

/// The words that begin statements, and the clauses that each takes.
final class Verbs {
  private static final List<String> STEPS =
      List.of(
          "JOIN",
          "WHERE",
          "DERIVE",
          "GROUP BY",
          "AGGREGATE",
          "SELECT",
          "DISTINCT",
          "UNION",
          "ORDER BY",
          "LIMIT",
          "AS OF");

  private static final List<String> SEGMENT =
      List.of(
          "LIKE",
          "WHERE",
          "BY",
          "DESCRIBED BY",
          "ID",
          "WEIGHT",
          "MISSING",
          "OUTLIERS",
          "SCALE",
          "ENCODE",
          "USING",
          "SEED",
          "REQUIRE",
          "NAME",
          "TARGET",
          "AS OF",
          "PER",
          "AS");

  private static final Map<String, List<String>> CLAUSES = new LinkedHashMap<>();

  static {
    CLAUSES.put("SEGMENT", SEGMENT);
    CLAUSES.put("COMPARE", compare());
    CLAUSES.put("TABLE", STEPS);
    CLAUSES.put("SHOW", STEPS);
    CLAUSES.put("PROFILE", List.of("ON", "OF", "AGAINST", "AS"));
    CLAUSES.put("PLOT", List.of("AS", "TITLE", "TO", "OVERWRITE"));
    CLAUSES.put("DESCRIBE", List.of("BY", "AS"));
    CLAUSES.put("LOAD", List.of("FROM", "QUERY", "WITH"));
    CLAUSES.put("EXPORT", List.of("TO", "OVERWRITE", "WITH"));
    CLAUSES.put("SAVE", List.of("TO", "OVERWRITE"));
    CLAUSES.put("APPLY", List.of("TO", "AS OF", "AS"));
    CLAUSES.put("RUN", List.of("WITH"));
    CLAUSES.put("REQUIRE", List.of());
    CLAUSES.put("EXPLAIN", List.of());
    CLAUSES.put("DROP", List.of());
    CLAUSES.put("SET", List.of());
    CLAUSES.put("PARAM", List.of());
    CLAUSES.put("LANGUAGE", List.of());
  }

  /// Verbs of the language that this version does not have.
  private static final Set<String> LATER =
      Set.of("VALIDATE", "FACTOR", "REGRESS", "TARGET", "CAMPAIGN", "MEASURE", "MONITOR", "REPORT");

  /// Verbs that are also words inside statements: they begin one only at the start of a line.
  private static final Set<Integer> INNER =
      Set.of(
          SegQLParser.TARGET,
          SegQLParser.REQUIRE,
          SegQLParser.SEGMENT,
          SegQLParser.DROP,
          SegQLParser.SET,
          SegQLParser.TABLE,
          SegQLParser.LANGUAGE,
          SegQLParser.PROFILE);

  private Verbs() {}

  private static List<String> compare() {
    var clauses = new ArrayList<>(SEGMENT);
    clauses.removeAll(List.of("NAME", "TARGET"));
    clauses.add("WITH");
    return List.copyOf(clauses);
  }

  static List<String> all() {
    return List.copyOf(CLAUSES.keySet());
  }

  static String upper(Lexeme token) {
    return token.text().toUpperCase(Locale.ROOT);
  }

  static boolean isVerb(Lexeme token) {
    return CLAUSES.containsKey(upper(token));
  }

  static boolean isLater(Lexeme token) {
    return LATER.contains(upper(token));
  }

  static boolean isInner(Lexeme token) {
    return INNER.contains(token.type());
  }

  /// The clauses that a statement takes, by its verb.
  static List<String> clauses(String verb) {
    return CLAUSES.getOrDefault(verb, List.of());
  }

  /// The verbs of the statements that take a clause.
  static List<String> takers(String clause) {
    return CLAUSES.entrySet().stream()
        .filter(e -> e.getValue().contains(clause))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The clause that begins at a token: `GROUP BY` where BY follows; empty where none does.
  static Optional<String> clauseAt(List<Lexeme> tokens, int index) {
    String word = upper(tokens.get(index));
    String next = index + 1 < tokens.size() ? upper(tokens.get(index + 1)) : "";
    for (String clause : List.of(word + " " + next, word)) {
      if (!takers(clause).isEmpty()) {
        return Optional.of(clause);
      }
    }
    return Optional.empty();
  }
}
