package org.segql.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLiteralsTest {
  private static final String LONG = "x".repeat(70_000);

  @Test
  void aTextThatNoClassHoldsIsFound() {
    assertThat(TextLiterals.tooLong("String s = \"" + LONG + "\";")).isTrue();
    assertThat(TextLiterals.tooLong("String s = \"\"\"\n" + LONG + "\"\"\";")).isTrue();
    assertThat(TextLiterals.tooLong("f('\"', \"a\\\"\", \"" + LONG)).isTrue();
    assertThat(TextLiterals.tooLong("String s = \"" + "é".repeat(40_000) + "\";")).isTrue();
  }

  @Test
  void longCodeAroundShortTextsIsNone() {
    assertThat(TextLiterals.tooLong("// \"" + LONG + "\nint x;")).isFalse();
    assertThat(TextLiterals.tooLong("/* \" " + LONG + " */ int x;")).isFalse();
    assertThat(TextLiterals.tooLong("f(\"ab\", '\"', " + LONG + ", \"c\");")).isFalse();
    assertThat(TextLiterals.tooLong("f(\"ab\\\\\");".repeat(10_000))).isFalse();
  }
}
