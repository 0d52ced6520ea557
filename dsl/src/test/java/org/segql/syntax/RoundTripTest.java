package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.segql.diagnostic.Source;

/// Every script of the specs, the sample data and the pages: laid out, it means the same, keeps its
/// comments, and laid out again it stays the same.
class RoundTripTest {
  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/spec"))) {
      return files.filter(f -> f.toString().endsWith(".segql")).sorted().toList();
    }
  }

  /// The blocks of SegQL in the pages, but those that show a mistake.
  static Stream<Arguments> blocks() throws IOException {
    Pattern block = Pattern.compile("(?ms)^ *```segql(?! error)[^\n]*\n(.*?)^ *```");
    try (Stream<Path> files = Files.walk(Path.of(".."), 4)) {
      List<Arguments> found = new ArrayList<>();
      for (Path page : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        block
            .matcher(Files.readString(page))
            .results()
            .forEach(b -> found.add(Arguments.of(page + " " + b.start(), b.group(1))));
      }
      return found.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void formattingKeepsTheMeaning(Path file) throws IOException {
    formattingKeepsTheMeaning(script(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void formattingKeepsTheMeaningOfExamples(String place, String script) {
    assertThat(Parser.parse(new Source(place, script)).diagnostics()).isEmpty();
    formattingKeepsTheMeaning(script);
  }

  private static void formattingKeepsTheMeaning(String script) {
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
