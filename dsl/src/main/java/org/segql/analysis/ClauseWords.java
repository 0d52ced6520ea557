package org.segql.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.segql.ast.SegmentClauses;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.syntax.Highlighter;

/// `BY age, target WHERE …`: after a comma a word that can begin a clause begins it. Where the
/// table has a column of that name, someone may have meant the column.
final class ClauseWords {
  private static final Set<String> WORDS =
      Set.of(
          "id",
          "weight",
          "missing",
          "outliers",
          "scale",
          "encode",
          "seed",
          "name",
          "target",
          "per");

  private final Analysis analysis;
  private final Scope.Rows rows;

  ClauseWords(Analysis analysis, Scope.Rows rows) {
    this.analysis = analysis;
    this.rows = rows;
  }

  void note(SegmentClauses clauses) {
    if (WORDS.stream().allMatch(w -> rows.matching(w).isEmpty())) {
      return;
    }
    Span statement = clauses.span();
    List<Highlighter.Token> tokens = Highlighter.tokens(analysis.written(statement));
    for (int i = 1; i < tokens.size(); i++) {
      Span place = tokens.get(i).span().moved(statement.start());
      String word = analysis.written(place);
      boolean comma =
          analysis.written(tokens.get(i - 1).span().moved(statement.start())).equals(",");
      boolean clause =
          tokens.get(i).kind() == Highlighter.Kind.KEYWORD
              && WORDS.contains(word.toLowerCase(Locale.ROOT));
      if (comma && clause && !rows.matching(word).isEmpty()) {
        analysis
            .problems()
            .note(
                Code.READ_AS_CLAUSE,
                place,
                "`" + word + "` begins a clause here, and there is a column called so.",
                "In backticks it is the column.");
      }
    }
  }
}
