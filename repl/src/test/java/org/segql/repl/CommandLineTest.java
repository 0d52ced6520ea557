package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandLineTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(CommandLines.Subcommand.class)
  void everyCommandHasHelpAndVersion(CommandLines.Subcommand command) {
    Shell help = Shell.call(command.text(), "--help");
    assertThat(help.code()).isEqualTo(ExitCode.FINE);
    assertThat(help.out()).startsWith("Usage: segql " + command.text());
    assertThat(help.err()).isEmpty();
    Shell version = Shell.call(command.text(), "--version");
    assertThat(version.code()).isEqualTo(ExitCode.FINE);
    assertThat(version.out()).startsWith("segql ");
  }

  @Test
  void theHelpNamesEveryCommand() {
    Shell help = Shell.call("--help");
    assertThat(help.code()).isEqualTo(ExitCode.FINE);
    for (CommandLines.Subcommand command : CommandLines.Subcommand.values()) {
      assertThat(help.out()).contains("  " + command.text());
    }
    assertThat(Shell.call("help", "fmt").out()).startsWith("Usage: segql fmt");
  }

  @Test
  void nothingToDoIsAWrongUse() {
    assertThat(Shell.call().code()).isEqualTo(ExitCode.USAGE);
    assertThat(Shell.call().err()).contains("Usage: segql");
    refused("give a script's file, `-` for standard input, or `-c 'SEGMENT …'`.", "run");
  }

  @Test
  void slipsGetASentence() {
    refused("there is no command `rnu`.\nDid you mean `run`?", "rnu");
    refused("Unknown option: '--parm'.\nDid you mean --param?", "run", "--parm", "x");
    refused("`--param x` has no value; write `--param x=value`.", "run", "-p", "x", "-c", "y");
    refused("`--param =3` has no name; write `--param name=value`.", "run", "-p", "=3", "-c", "y");
    refused("Missing required parameter for option '--param' (NAME=VALUE).", "run", "--param");
    refused("`--param a` is given twice.", "run", "-p", "a=1", "-p", "a=2", "-c", "$a");
    refused("`--param a`: the script has no parameter `$a`.", "run", "-p", "a=1", "-c", "$ab");
    refused(
        "`--format` can't be `xml`: it is one of table, csv, json, html, markdown.",
        "run",
        "-f",
        "xml",
        "-c",
        "x");
    refused("`SHELL` can't be `ksh`: it is one of bash, zsh, fish.", "completion", "ksh");
    refused("`--threads` counts from 1.", "run", "--threads=0", "-c", "x");
    refused("`--threads` can't be `x`: it is a whole number.", "run", "--threads", "x", "-c", "x");
    refused("`--seed` can't be `x`: it is a whole number.", "data", "--seed", "x");
    refused("`b` is one argument too many.", "explain", "a", "b");
    refused("there is no file `none.csv`.", "none.csv");
    refused("`--customers` goes from 1 to 100_000_000.", "data", "--customers", "0");
    refused("give the scripts' files, or `--stdin`, and not both.", "fmt");
  }

  @Test
  void aScriptIsKnownByItsEndingHoweverItIsWritten() throws IOException {
    Path script = Files.writeString(folder.resolve("Study.SEGQL"), "SHOW TABLES;");
    Shell shell = Shell.call(script.toString());
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void throughALinkItsFileIsWritten() throws IOException {
    Path real = Files.writeString(folder.resolve("real.csv"), "before");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    Shell shell = Shell.call("run", "-c", "SHOW TABLES;", "--out", link.toString());
    assertThat(shell.code()).as(shell.err()).isEqualTo(ExitCode.FINE);
    assertThat(link).isSymbolicLink();
    assertThat(real).content().doesNotContain("before");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatIsNoScriptGetsASentence() throws IOException {
    Path latin = Files.write(folder.resolve("latin.segql"), new byte[] {'a', '\n', (byte) 0xE9});
    refused("no file stands at `nowhere.segql`.", "run", "nowhere.segql");
    refused("`" + folder + "` is a folder; give the script's file in it.", "check", "" + folder);
    refused(
        "`" + latin + "` is no UTF-8 text at line 2; save it in that encoding and try again.",
        "run",
        "" + latin);
    refused("`" + latin + "` is a file; give a folder.", "data", "" + latin);
    Shell endless = Shell.callWith(new byte[9_000_000], "run", "-");
    assertThat(endless.code()).isEqualTo(ExitCode.USAGE);
    assertThat(endless.err()).startsWith("segql: standard input is longer than a script can be;");
    assertThat(Shell.callWith(new byte[] {(byte) 0xFF}, "run", "-").err())
        .contains("Standard input is no UTF-8 text at line 1");
  }

  @Test
  void whatCanNotBeWrittenIsSaidBeforeAnythingRuns() {
    refused(
        "`--out " + folder + "` is a folder; give a file in it.",
        "run",
        "-c",
        "x",
        "-o",
        "" + folder);
    String inNone = folder.resolve("none").resolve("x.csv").toString();
    refused(
        "`--out " + inNone + "`: there is no folder `" + folder.resolve("none") + "`.",
        "run",
        "-c",
        "x",
        "-o",
        inNone);
  }

  @Test
  void whenTheReaderOfAPipeLeavesNothingIsSaid() {
    var err = new ByteArrayOutputStream();
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Surroundings around = Shell.around(new byte[0], new Output(closed, "Standard output"), err);
    int code = CommandLines.execute(new String[] {"--help"}, around);
    assertThat(code).isEqualTo(ExitCode.PIPE_CLOSED);
    assertThat(err.size()).isZero();
  }

  @Test
  void aFullDiskIsSaid() {
    var err = new ByteArrayOutputStream();
    var full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Surroundings around = Shell.around(new byte[0], new Output(full, "Standard output"), err);
    int code = CommandLines.execute(new String[] {"completion", "fish"}, around);
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("segql: Standard output could not be written: No space left on device.\n");
  }

  @Test
  void dataIsNotOverwrittenUnasked() {
    String target = folder.resolve("sample").toString();
    Shell first = Shell.call("data", target, "--customers", "1_0", "--no-orders");
    assertThat(first.code()).isEqualTo(ExitCode.FINE);
    assertThat(first.out()).contains("customers.csv").doesNotContain("orders.csv");
    Shell second = Shell.call("data", target, "--customers", "10");
    assertThat(second.code()).isEqualTo(ExitCode.USAGE);
    assertThat(second.err()).contains("exists; `--overwrite` replaces it.");
    assertThat(Shell.call("data", target, "-n", "10", "--overwrite").code()).isZero();
  }

  @Test
  void theHelpOfDataTellsOfEveryColumn() throws IOException {
    String help = Shell.call("data", "--help").out();
    assertThat(help).contains("-n, --customers", "--seed", "--periods", "--no-orders");
    for (String file : new String[] {"customers.csv", "orders.csv", "truth/segments.csv"}) {
      String columns = Files.readAllLines(Path.of("..", "data").resolve(file)).getFirst();
      assertThat(help).contains(file);
      assertThat(help.split("\\W+")).contains(columns.split(","));
      String page = Files.readString(Path.of("..", "data", "README.md"));
      assertThat(page).contains(file);
      assertThat(page.split("\\W+")).contains(columns.split(","));
    }
  }

  @Test
  void completionKnowsTheCommands() {
    for (String shell : new String[] {"bash", "zsh", "fish"}) {
      Shell completion = Shell.call("completion", shell);
      assertThat(completion.code()).isZero();
      assertThat(completion.out()).contains("doctor", "overwrite", "param");
    }
  }

  private static void refused(String sentence, String... arguments) {
    Shell shell = Shell.call(arguments);
    assertThat(shell.err()).startsWith("segql: " + sentence + "\n");
    assertThat(shell.out()).isEmpty();
    assertThat(shell.code()).isEqualTo(ExitCode.USAGE);
  }
}
