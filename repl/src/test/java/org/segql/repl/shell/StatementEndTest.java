package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementEndTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n ",
        "SHOW TABLES;",
        "SHOW TABLES; -- all of them",
        "SHOW TABLES; /* all */ \n",
        "SHOW `a;b`;",
        "LOAD x FROM 'it''s;.csv';",
        "LOAD x FROM 'x.csv;",
        "SHOW TABLES\n",
        "SHOW t WHERE x = '''a\n;b''';",
        "A; B;"
      })
  void ends(String text) {
    assertThat(StatementEnd.reached(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHOW TABLES",
        "SHOW TABLES -- ;",
        "SHOW TABLES /* ; */",
        "SHOW TABLES /* ;",
        "SHOW `a;`",
        "LOAD x FROM ';'",
        "LOAD x FROM '''a;",
        "SHOW a; SHOW b",
        "'' ; x"
      })
  void goesOn(String text) {
    assertThat(StatementEnd.reached(text)).isFalse();
  }
}
