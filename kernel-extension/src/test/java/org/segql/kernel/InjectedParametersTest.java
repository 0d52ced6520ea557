package org.segql.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InjectedParametersTest {
  @Test
  void pythonFormBecomesJava() {
    assertThat(
            InjectedParameters.java(
                "# Parameters\nk = 5\nname = \"a\\\"b\"\non = True\nx = -1.5e3\n"))
        .contains("var k = 5;\nvar name = \"a\\\"b\";\nvar on = true;\nvar x = -1.5e3;\n");
    assertThat(InjectedParameters.java("# Parameters\ns = 'it\"s'"))
        .contains("var s = \"it\\\"s\";\n");
  }

  @Test
  void otherCellsStayAsTheyAre() {
    assertThat(InjectedParameters.java("k = 5")).isEmpty();
    assertThat(InjectedParameters.java("// Parameters\nvar k = 5;")).isEmpty();
    assertThat(InjectedParameters.java("# Parameters\nk = evil()")).isEmpty();
    assertThat(InjectedParameters.java("# Parameters")).isEmpty();
  }
}
