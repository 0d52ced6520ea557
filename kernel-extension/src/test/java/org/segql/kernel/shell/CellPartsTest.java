package org.segql.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segql.kernel.shell.CellParts.Part;

class CellPartsTest {
  private static List<Part> parts(String code) {
    return CellParts.of(code, Set.of("maven", "b"), java -> java.stripTrailing().endsWith(";"));
  }

  @Test
  void magicsStandBetweenJava() {
    assertThat(parts("int x = 1;\n%maven g:a:1\nint y = 2;"))
        .containsExactly(
            new Part.Java("int x = 1;\n", 0),
            new Part.Magic("maven", "g:a:1", 11),
            new Part.Java("\nint y = 2;", 23));
  }

  @Test
  void aRemainderAtALinesStartIsNoMagic() {
    assertThat(parts("int x = a\n%b;")).containsExactly(new Part.Java("int x = a\n%b;", 0));
    assertThat(parts("int x = a\n%b\n;")).hasSize(1);
  }

  @Test
  void anUnknownMagicIsOneOnlyAtTheStart() {
    assertThat(parts("%nope x")).containsExactly(new Part.Magic("nope", "x", 0));
    assertThat(parts("int x;\n%nope x")).hasSize(1);
  }
}
