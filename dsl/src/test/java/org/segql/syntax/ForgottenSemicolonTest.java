package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;

/// Each ordered pair of statements of the specs on two lines, without the `;` between them: the
/// error stands where the second begins, and it is the only one.
class ForgottenSemicolonTest {
  @Test
  void everyPairOfStatements() throws IOException {
    List<String> statements = statements();
    var wrong = new ArrayList<String>();
    for (String first : statements) {
      for (String second : statements) {
        if (!isFound(first, second)) {
          wrong.add(first + "\n" + second);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isFound(String first, String second) {
    String text = first + "\n" + second + ";";
    List<Diagnostic> errors = Parser.parse(new Source("pair", text)).diagnostics();
    if (errors.size() != 1 || errors.getFirst().code() != Code.MISSING_SEMICOLON) {
      return false;
    }
    Span span = errors.getFirst().span();
    return span != null && span.start() == first.length() + 1;
  }

  /// One statement in three, so that the pairs are some thousands; those of one word less are tried
  /// often enough.
  private static List<String> statements() throws IOException {
    var statements = new ArrayList<String>();
    int i = 0;
    for (Path file : RoundTripTest.scripts()) {
      String script = RoundTripTest.script(file);
      for (Span span : StatementSplitter.split(script)) {
        String statement = script.substring(span.start(), span.end());
        boolean clean = Parser.parse(new Source("one", statement)).isClean();
        if (clean && !statement.contains("--") && i++ % 3 == 0) {
          statements.add(statement);
        }
      }
    }
    return statements;
  }
}
