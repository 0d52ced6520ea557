package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scripts of `data/` run as they stand, in a copy of that folder.
class SampleScriptsTest {
  private static final Path DATA = Path.of("..", "data");

  @TempDir Path folder;

  static List<String> scripts() throws IOException {
    try (Stream<Path> files = Files.list(DATA)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".segql"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void runs(String name) throws IOException {
    Shell run = Shell.call("run", copy(name).toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isNotBlank();
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void isLaidOutAsTheFormatterHasIt(String name) throws IOException {
    Shell check = Shell.call("fmt", "--check", copy(name).toString());
    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isZero();
  }

  @Test
  void theQuickstartDrawsItsChart() throws IOException {
    Shell.call("run", copy("quickstart.segql").toString());
    assertThat(folder.resolve("quickstart.html")).isNotEmptyFile();
  }

  @Test
  void theSentenceOfTheReadmeTargetsSomeSegments() throws IOException {
    Path table = copy("quickstart.segql").resolveSibling("customers.csv");
    Shell run =
        Shell.call(
            "run",
            "--format",
            "csv",
            "-c",
            "LOAD customers FROM '"
                + table
                + "';"
                + "SEGMENT customers BY age, income USING kmeans(5) TARGET WHERE size > 1000;"
                + "TABLE sizes AS FROM customers_segments WHERE segment IS NOT NULL"
                + " GROUP BY segment AGGREGATE size = COUNT(), targeted = RATE(targeted);"
                + "EXPORT sizes TO '"
                + folder.resolve("sizes.csv")
                + "';");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> sizes = Files.readAllLines(folder.resolve("sizes.csv"));
    assertThat(sizes)
        .hasSize(6)
        .anyMatch(row -> row.endsWith(",0"))
        .anyMatch(row -> row.endsWith(",1"));
    for (String row : sizes.subList(1, 6)) {
      String[] cells = row.split(",");
      assertThat(cells[2]).as(row).isEqualTo(Integer.parseInt(cells[1]) > 1000 ? "1" : "0");
    }
  }

  private Path copy(String name) throws IOException {
    try (Stream<Path> files = Files.list(DATA)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    return folder.resolve(name);
  }
}
