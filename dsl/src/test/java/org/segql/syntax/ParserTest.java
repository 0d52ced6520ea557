package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segql.ast.Statement;
import org.segql.diagnostic.Source;

class ParserTest {
  @Test
  void theSentenceOfTheLanguage() {
    Parsed parsed =
        parse("SEGMENT customers BY age, income USING kmeans(5) TARGET WHERE size > 1000");

    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.script().statements()).singleElement().isInstanceOf(Statement.Segment.class);
  }

  @Test
  void aStatementThatIsWrongCostsNoOther() {
    Parsed parsed = parse("SHOW TABLES; SHOW SHOW SHOW; DROP t");

    assertThat(parsed.script().statements()).hasSize(2);
    assertThat(parsed.diagnostics()).hasSize(1);
  }

  private static Parsed parse(String text) {
    return Parser.parse(new Source("test", text));
  }
}
