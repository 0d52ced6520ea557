package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segql.diagnostic.Source;

/// Every script of the specs: laid out, it means the same, keeps its comments, and laid out again
/// it stays the same.
class RoundTripTest {
  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/spec"))) {
      return files.filter(f -> f.toString().endsWith(".segql")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void formattingKeepsTheMeaning(Path file) throws IOException {
    String script = script(file);

    String once = Formatter.format(script);

    assertThat(tree(once)).isEqualTo(tree(script));
    assertThat(Formatter.format(once)).isEqualTo(once);
  }

  static String script(Path file) throws IOException {
    return Files.readString(file).split("(?m)^---- ", 2)[0];
  }

  private static String tree(String text) {
    return TreeText.of(Parser.parse(new Source("script", text)).script());
  }
}
