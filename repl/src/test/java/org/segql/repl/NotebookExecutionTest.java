package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `segql run study.ipynb` as a command: files, exit codes, sentences.
class NotebookExecutionTest {
  @TempDir Path folder;

  /// A notebook of cells of code.
  private String notebook(String... cells) throws Exception {
    var text = new StringBuilder();
    for (String cell : cells) {
      text.append(text.isEmpty() ? "" : ",")
          .append("{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [], \"source\": \"")
          .append(cell.replace("\"", "\\\"").replace("\n", "\\n"))
          .append("\"}");
    }
    Path file = folder.resolve("study.ipynb");
    Files.writeString(
        folder.resolve("people.csv"), "age,income\n20,1\n21,2\n22,1\n60,9\n61,10\n62,9\n");
    Files.writeString(
        file,
        "{\"cells\": [" + text + "], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 2}");
    return file.toString();
  }

  @Test
  void itsResultsGoToStandardOutput() throws Exception {
    var ran = Shell.call("run", notebook("LOAD people FROM 'people.csv'", "SHOW people LIMIT 1"));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("age").doesNotContain("<table");
  }

  @Test
  void itIsWrittenAsANotebookOrAPageAndStaysAsItWas() throws Exception {
    String file = notebook("LOAD people FROM 'people.csv'", "PLOT people AS scatter(age, income)");
    String before = Files.readString(Path.of(file));
    Path out = folder.resolve("out.ipynb");
    Path page = folder.resolve("out.html");
    assertThat(Shell.call("run", file, "-o", out.toString())).isEqualTo(new Shell(0, "", ""));
    assertThat(Shell.call("run", file, "--out=" + page, "--format", "html").code()).isZero();
    assertThat(Files.readString(out)).contains("\"image/png\"", "\"nbformat_minor\": 5");
    assertThat(Files.readString(page)).contains("<!DOCTYPE html>", "segqlPlotly");
    assertThat(Files.readString(Path.of(file))).isEqualTo(before);
    try (var left = Files.list(folder)) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("study.ipynb", "people.csv", "out.ipynb", "out.html");
    }
  }

  @Test
  void theNotebookItselfChangesOnlyWhenAsked() throws Exception {
    String file = notebook("1 + 1");
    var ran = Shell.call("run", file, "-o", file);
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("say `--in-place`");
    assertThat(Shell.call("run", file, "--in-place").code()).isZero();
    assertThat(Files.readString(Path.of(file))).contains("\"execute_result\"");
  }

  @Test
  void aFailureHasItsBlockItsExitCodeAndIsInTheFile() throws Exception {
    Path out = folder.resolve("out.ipynb");
    var ran = Shell.call("run", notebook("LOAD people FROM 'peple.csv'"), "-o", out.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains("cell [1]:1:", "^^^^").doesNotContain("\u001b");
    assertThat(Files.readString(out)).contains("\"output_type\": \"error\"");
  }

  @Test
  void aGateThatDoesNotHoldHasAnExitCodeOfItsOwn() throws Exception {
    String file =
        notebook(
            "LOAD people FROM 'people.csv'; SEGMENT people BY age USING kmeans($k) AS q",
            "REQUIRE q k = 3");
    assertThat(Shell.call("run", file, "--param", "k=2").code()).isEqualTo(ExitCode.NOT_MET);
    assertThat(Shell.call("run", file, "-p", "k=3").code()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void slipsAreSaid() throws Exception {
    String file = notebook("1 + 1");
    assertThat(Shell.call("run", file, "-p", "k=2").err())
        .contains("no cell of `study.ipynb` mentions");
    assertThat(Shell.call("run", file, file).err()).contains("a notebook is run alone");
    assertThat(Shell.call("run", file, "-o", folder + "/x.csv").err()).contains("or a page");
    assertThat(Shell.call("run", file, "--format", "csv").err())
        .contains("a notebook gives a notebook");
    assertThat(Shell.call("run", file, "-o", folder + "/none/x.html").err())
        .contains("there is no folder");
    assertThat(Shell.call("run", folder + "/none.ipynb").err()).contains("no file stands at");
    assertThat(Shell.call("run", "--in-place", "-c", "SHOW TABLES").err())
        .contains("is for notebooks");
    assertThat(Shell.call("run", folder + "/none.ipynb").code()).isEqualTo(ExitCode.USAGE);
  }
}
