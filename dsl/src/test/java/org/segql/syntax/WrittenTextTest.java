package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Span;

/// What is remembered of a text must never show: after each key the colours are those of the text
/// read anew.
class WrittenTextTest {
  private final WrittenText written = new WrittenText();

  @Test
  void typedIntoTheMiddle() {
    String before = "SHOW a; SHOW b WHERE ";
    String after = "; SHOW c WHERE x = ';'; -- ;\nSHOW d;";
    String typed = "name = 'it''s; a /* text' AND `a;b` > 1 /* ; */ AND $p = \"x;\"";
    for (int i = 0; i <= typed.length(); i++) {
      String text = before + typed.substring(0, i) + after;
      assertThat(written.tokens(text)).as(text).isEqualTo(Highlighter.tokens(text));
    }
  }

  @Test
  void aStatementEndsBeforeItsSemicolon() {
    String text = "SHOW a; SHOW b WHERE x = ';'; SHOW c";

    assertThat(written.statement(text, 3)).isEqualTo(new Span(0, 6));
    assertThat(written.statement(text, 6)).isEqualTo(new Span(0, 6));
    assertThat(written.statement(text, 26)).isEqualTo(new Span(7, 28));
    assertThat(written.statement(text, text.length())).isEqualTo(new Span(29, text.length()));
  }
}
