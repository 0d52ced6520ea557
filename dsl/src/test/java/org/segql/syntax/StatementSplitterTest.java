package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Span;
import org.segql.syntax.StatementSplitter.Completeness.Complete;
import org.segql.syntax.StatementSplitter.Completeness.Incomplete;
import org.segql.syntax.StatementSplitter.Completeness.Invalid;

class StatementSplitterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  -- only a comment",
        "SHOW TABLES;",
        "SHOW TABLES",
        "SHOW t; SHOW u; -- done",
        "SEGMENT t BY a USING kmeans(5)\n\n",
        "DROP t",
        "LOAD t FROM 'x' QUERY '''a\nb''';"
      })
  void complete(String text) {
    assertThat(StatementSplitter.isComplete(text)).isEqualTo(new Complete());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SEGMENT",
        "SEGMENT t BY a,",
        "SEGMENT t BY a USING kmeans(5)",
        "SHOW t; SHOW",
        "SHOW t WHERE a = 1 AND",
      })
  void incomplete(String text) {
    assertThat(StatementSplitter.isComplete(text)).isEqualTo(new Incomplete(2));
  }

  @Test
  void incompleteInBracketsAndQuotes() {
    assertThat(StatementSplitter.isComplete("SHOW t WHERE a IN (1,")).isEqualTo(new Incomplete(4));
    assertThat(StatementSplitter.isComplete("LOAD t FROM 'x' QUERY '''select"))
        .isEqualTo(new Incomplete(0));
    assertThat(StatementSplitter.isComplete("SHOW t /* and")).isEqualTo(new Incomplete(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SHOW t WHERE == 1", "hello", "SHOW t WHERE a = 'open", "SHOW ;", "SHOW t)"})
  void invalid(String text) {
    assertThat(StatementSplitter.isComplete(text)).isEqualTo(new Invalid());
  }

  @Test
  void spansOfStatements() {
    assertThat(StatementSplitter.split("SHOW t; /* ; */ DROP u -- ;\n;"))
        .containsExactly(new Span(0, 6), new Span(16, 22));
  }
}
