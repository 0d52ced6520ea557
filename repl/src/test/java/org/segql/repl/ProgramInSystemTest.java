package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The real program as a process of the system: pipes, signals, full disks.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs sh and signals")
class ProgramInSystemTest {
  private static final String LOAD = "LOAD t FROM 't.csv'; ";

  @TempDir private Path folder;

  @BeforeEach
  void table() throws IOException {
    var text = new StringBuilder("id,a,b\n");
    for (int i = 0; i < 5_000; i++) {
      text.append(i)
          .append(',')
          .append(i * 7919 % 1000)
          .append(',')
          .append(i * 31 % 997)
          .append('\n');
    }
    Files.writeString(folder.resolve("t.csv"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "json", "html", "markdown"})
  void whenTheReaderOfThePipeLeavesNothingIsSaid(String format) throws Exception {
    Files.writeString(folder.resolve("x.segql"), LOAD + "SHOW t LIMIT 4000;".repeat(30));
    Call call = sh("{ \"$@\"; echo $? >code; } | head -1", "run", "x.segql", "--format", format);
    assertThat(call.err()).isEmpty();
    assertThat(call.out()).hasLineCount(1);
    assertThat(Files.readString(folder.resolve("code"))).isEqualTo("141\n");
  }

  @Test
  void aScriptComesThroughAPipeAndItsResultGoesOnThroughOne() throws Exception {
    Files.writeString(folder.resolve("x.segql"), LOAD + "SHOW FROM t LIMIT 2;");
    assertThat(sh("\"$@\" <x.segql", "run", "-").out()).contains("5,000 rows").contains("a");
    assertThat(sh("\"$@\" <x.segql").out()).contains("5,000 rows");
    assertThat(sh("\"$@\" <x.segql | cat", "run", "-", "--quiet")).isEqualTo(new Call(0, "", ""));
    Files.writeString(folder.resolve("y.segql"), "SHOW FROM t LIMIT 2;");
    Call withTable = sh("\"$@\" <y.segql", "t.csv", "x.segql");
    assertThat(withTable.code()).as(withTable.err()).isZero();
    assertThat(withTable.out()).containsSubsequence("5,000 rows", "5,000 rows", "a");
    Call nothing = sh("\"$@\" </dev/null");
    assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err()).contains("Usage: segql");
    assumeTrue(sh("command -v python3").code() == 0, "there is no python3 on the PATH");
    Call json = sh("\"$@\" | python3 -m json.tool", "run", "x.segql", "--format", "json");
    assertThat(json.code()).as(json.err()).isZero();
  }

  /// Progress is for a person only.
  @Test
  void nothingButErrorsGoesToStandardErrorWithoutATerminal() throws Exception {
    Call call =
        call(
            "run",
            "-c",
            LOAD + "SEGMENT t BY a, b USING kmeans(2..6) REQUIRE silhouette > 0.99 AS q;");
    assertThat(call.code()).isEqualTo(ExitCode.NOT_MET);
    assertThat(call.err()).startsWith("error[require-not-met]: ").doesNotContain("\r", "\u001b");
    assertThat(call.out()).doesNotContain("error[", "\u001b");
  }

  @ParameterizedTest
  @CsvSource({"TERM,143", "HUP,129", "INT,130"})
  void aSignalLeavesNoHalfFile(String signal, int code) throws Exception {
    String endless =
        LOAD + "SHOW t LIMIT 10; SEGMENT t BY a, b USING kmeans(2..10, restarts = 1000) AS q;";
    List<String> arguments = List.of("run", "-c", endless, "--out", "out.html");
    Process process = Call.start(in(folder, program(arguments)), folder);
    try {
      await(() -> files().anyMatch(name -> name.endsWith(".part")));
      assumeFalse(ignores(process, signal), "SIG" + signal + " is ignored here, as under nohup");
      new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(code);
    assertThat(files().toList()).containsExactlyInAnyOrder("t.csv", "out", "err");
    assertThat(Files.readString(folder.resolve("err"))).doesNotContain("Exception", "\tat ");
  }

  /// Whether a process was started with a signal ignored, which is so for all that follow it.
  private static boolean ignores(Process process, String signal) throws Exception {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return false;
    }
    int number =
        switch (signal) {
          case "HUP" -> 1;
          case "INT" -> 2;
          default -> 15;
        };
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(ignored, 16) >> (number - 1) & 1) == 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "SHOW t LIMIT 4000; ! x.csv",
        "EXPORT t TO 'full/x.csv'; ! ''",
      })
  void aFullDiskIsSaidAndLeavesNoHalfFile(String statement, String out) throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("full"), "16k")) {
      List<String> arguments = new ArrayList<>(List.of("run", "-c", LOAD + statement));
      if (!out.isEmpty()) {
        arguments.addAll(List.of("--out", "full/" + out));
      }
      isFull(disk, call(arguments.toArray(String[]::new)));
    }
  }

  @Test
  void aFullDiskUnderTheSampleDataIsSaidAndLeavesNoHalfFile() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("full"), "300k")) {
      isFull(disk, call("data", "full/sample", "--customers", "20_000"));
    }
  }

  @Test
  void aFileThatMayNotBeRead() throws Exception {
    Path secret = folder.resolve("secret.csv");
    Files.writeString(secret, "a\n1\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    List<String> command = new ArrayList<>(FileRights.hold(!Files.isReadable(secret)));
    command.addAll(program(List.of("run", "-c", "LOAD t FROM 'secret.csv';")));
    Call call = Call.of(in(folder, command), folder);
    assertThat(call.code()).isEqualTo(ExitCode.FAILED);
    assertThat(call.err()).startsWith("error[file-unreadable]: `secret.csv` may not be read.\n");
  }

  /// What is read in another form is written anew for a while: rows of customers, which must not
  /// stay.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD u FROM 'utf16.csv'; SHOW FROM u WHERE id < 3; SHOW FROM u WHERE id < 5;",
        "LOAD u FROM 'utf16.csv'; SHOW FROM u SELECT nothing;",
        "LOAD u FROM 'utf16.csv' WITH (names = (a)); SHOW u;",
        "LOAD u FROM 'latin.txt' WITH (delimiter = blanks, encoding = 'utf-8'); SHOW u;",
        "LOAD u FROM 'latin.txt' WITH (delimiter = blanks, header = FALSE); SHOW u;",
        "LOAD u FROM '*.txt' WITH (delimiter = blanks, header = FALSE); SHOW u;",
        "EXPORT t TO 'u.xlsx'; LOAD u FROM 'u.xlsx'; SHOW u;",
      })
  void noCopyOfATableStays(String script) throws Exception {
    var text = new StringBuilder("id,name\n");
    for (int i = 0; i < 300_000; i++) {
      text.append(i).append(",a name that takes its room: ").append(i % 1000).append('\n');
    }
    Files.writeString(folder.resolve("utf16.csv"), text, StandardCharsets.UTF_16);
    Files.writeString(
        folder.resolve("latin.txt"), "1 José\n2 Müller\n", StandardCharsets.ISO_8859_1);
    Files.writeString(folder.resolve("other.txt"), "1 2 3\n");
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    List<String> command = program(List.of("run", "-c", LOAD + script));
    command.add(1, "-Djava.io.tmpdir=" + temporary);
    Call call = Call.of(in(folder, command), folder);
    assertThat(call.code()).as(call.err()).isIn(ExitCode.FINE, ExitCode.FAILED);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.map(f -> f.getFileName().toString()).filter(f -> f.startsWith("segql")))
          .as(call.out() + call.err())
          .isEmpty();
    }
  }

  private static void isFull(SmallDisk disk, Call call) throws IOException {
    assertThat(call.err()).contains("No space left on device.").doesNotContain("\tat ", "{\"");
    assertThat(call.code()).isEqualTo(ExitCode.FAILED);
    try (Stream<Path> left = Files.walk(disk.folder())) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aDeviceThatIsFullIsSaid() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");
    Call call = sh("\"$@\" >/dev/full", "--help");
    assertThat(call.code()).isEqualTo(ExitCode.FAILED);
    assertThat(call.err())
        .isEqualTo("segql: Standard output could not be written: No space left on device.\n");
  }

  @Test
  void theShellWithoutATerminalSaysSo() throws Exception {
    Call call = call("t.csv");
    assertThat(call.code()).isEqualTo(ExitCode.USAGE);
    assertThat(call.err())
        .isEqualTo("segql: the shell needs a terminal; scripts run by `segql run`.\n");
    assertThat(call.out()).isEmpty();
  }

  private Call call(String... arguments) throws Exception {
    return Call.of(in(folder, program(List.of(arguments))), folder);
  }

  /// @param script for `sh`, in which `"$@"` is the program with its arguments
  private Call sh(String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(program(List.of(arguments)));
    return Call.of(in(folder, command), folder);
  }

  private static ProcessBuilder in(Path folder, List<String> command) {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
  }

  static List<String> program(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp"));
    String path = System.getProperty("java.class.path");
    command.add(System.getProperty("surefire.test.class.path", path));
    command.add("org.segql.repl.Main");
    command.addAll(arguments);
    return command;
  }

  private Stream<String> files() {
    return Stream.of(Objects.requireNonNull(folder.toFile().list()));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.currentTimeMillis() + 60_000;
    while (!condition.getAsBoolean() && System.currentTimeMillis() < end) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
