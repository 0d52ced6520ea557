package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What is read without picocli is what picocli reads.
class PlainRunTest {
  private static final Surroundings AROUND =
      Shell.around(
          new byte[0],
          new Output(new ByteArrayOutputStream(), "Standard output"),
          new ByteArrayOutputStream());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run a.segql",
        "run -",
        "run a.segql b.segql -q",
        "run -c SHOW --quiet",
        "run --param a=1 -p b='x' x.segql --format json",
        "run --param=a=1 --format=CSV --out=x.csv -c T",
        "run -f Markdown -o out.md a.segql",
      })
  void bothReadTheSame(String line) {
    String[] arguments = line.split(" ");
    RunCommand plain = PlainRun.of(arguments, AROUND);
    assertThat(plain).isNotNull();
    CommandLine all = CommandLines.all(AROUND);
    var parsed = all.parseArgs(arguments).subcommand().commandSpec().userObject();
    assertThat(plain).usingRecursiveComparison().isEqualTo(parsed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "check a.segql",
        "run --help",
        "run a.segql -q -q",
        "run -c",
        "run -c -x",
        "run -qc T",
        "run -f tabel a",
        "run -cTEXT",
        "run --threads 2 a",
        "run @file",
        "run -c a -c b",
      })
  void theRestIsLeftToPicocli(String line) {
    assertThat(PlainRun.of(line.split(" "), AROUND)).isNull();
  }

  @Test
  void noArgumentsAreLeftToPicocli() {
    assertThat(PlainRun.of(new String[0], AROUND)).isNull();
  }
}
