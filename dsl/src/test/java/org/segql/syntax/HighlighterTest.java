package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlighterTest {
  @Test
  void wordsAreKeywordsOnlyWhereTheyActAsSuch() {
    assertThat(shown("SEGMENT target BY date, LN(x) USING kmeans(5) -- why"))
        .isEqualTo(
            "SEGMENT:KEYWORD target:NAME BY:KEYWORD date:NAME ,:PUNCTUATION LN:FUNCTION"
                + " (:PUNCTUATION x:NAME ):PUNCTUATION USING:KEYWORD kmeans:FUNCTION"
                + " (:PUNCTUATION 5:NUMBER ):PUNCTUATION -- why:COMMENT");
  }

  @Test
  void brokenStatements() {
    assertThat(shown("SHOW t WHERE a == t.date AND 'open"))
        .isEqualTo(
            "SHOW:KEYWORD t:NAME WHERE:KEYWORD a:NAME ==:ERROR t:NAME .:PUNCTUATION date:NAME"
                + " AND:KEYWORD 'open:TEXT");
  }

  @Test
  void offsetsBeyondTheBasicPlane() {
    String text = "SHOW t WHERE a = '😀' AND b = $p";

    assertThat(shown(text)).endsWith("'😀':TEXT AND:KEYWORD b:NAME =:OPERATOR $p:PARAMETER");
  }

  private static String shown(String text) {
    return Highlighter.tokens(text).stream()
        .map(t -> text.substring(t.span().start(), t.span().end()) + ":" + t.kind())
        .collect(Collectors.joining(" "));
  }
}
