package org.segql.syntax;

import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Code;
import org.segql.grammar.SegQLParser;

/// Clauses and conditions where the statement has no place for them.
final class ClauseSlips extends Stumble {
  ClauseSlips(Stumble stumble) {
    super(stumble);
  }

  /// `LOAD 'customers.csv'`.
  boolean fileFirst() {
    if (at != 1 || !chunk.first().is(SegQLParser.LOAD) || !token.is(SegQLParser.TEXT)) {
      return false;
    }
    String file = token.text().replaceAll("^'(.*[/\\\\])?|(\\.[^']*)?'$", "");
    boolean named = chunk.size() > 3 && chunk.get(2).is(SegQLParser.AS);
    String name =
        named
            ? chunk.get(3).text()
            : file.replaceAll("[^\\p{L}\\p{Nd}_]+", "_").replaceFirst("^(?=\\p{Nd})", "t");
    problems.add(
        Code.SYNTAX,
        token.span(),
        "LOAD names the table first, then says where it comes from.",
        "Write `LOAD " + (name.isEmpty() ? "name" : name) + " FROM " + token.text() + "`.");
    return true;
  }

  /// `REQUIRE silhouette >= 0.3` as a statement.
  boolean gateOfNothing() {
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

  /// `SHOW customers … AS name`.
  boolean nameOfNothing() {
    boolean named =
        verb().equals("SHOW")
            && at > 1
            && chunk.get(at - 1).is(SegQLParser.AS)
            && !end
            && Refusals.isName(token);
    if (named) {
      problems.add(
          Code.MISPLACED_CLAUSE,
          chunk.get(at - 1).span().to(token.span()),
          "SHOW shows and keeps nothing under a name.",
          "Write `TABLE " + token.text() + " AS FROM …` to keep it.");
    }
    return named;
  }

  /// `SEGMENT t BY a USING kmeans(3) LIKE q0`.
  boolean likeTooLate() {
    boolean late =
        token.is(SegQLParser.LIKE)
            && Verbs.clauses(verb()).contains("LIKE")
            && (walk.accepts() || wholeBefore());
    if (late) {
      problems.add(
          Code.MISPLACED_CLAUSE,
          token.span(),
          "LIKE stands right after the source.",
          "Write `" + verb() + " table LIKE segmentation …`.");
    }
    return late;
  }

  /// A clause that other statements have and this one has not.
  boolean otherStatement() {
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
      case "FROM" -> Optional.of("The name follows " + verb + " directly.");
      case "BY" ->
          verb.equals("PROFILE")
              ? Optional.of("PROFILE takes its variables after ON.")
              : steps
                  ? Optional.of("Groups are made by `GROUP BY … AGGREGATE …`.")
                  : Optional.empty();
      default -> Optional.empty();
    };
  }
}
