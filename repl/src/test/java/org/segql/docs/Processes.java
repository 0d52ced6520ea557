package org.segql.docs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.segql.repl.Call;

/// Starts programs in the folder of a page, with `segql` of this build on the PATH.
final class Processes {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private final Path folder;
  private final Path programs;

  /// @param folder where they run
  /// @param programs an empty folder for `segql` itself
  Processes(Path folder, Path programs) throws IOException {
    this.folder = folder;
    this.programs = programs;
    Path segql = programs.resolve("segql");
    String script =
        "#!/bin/sh\nexec '" + String.join("' '", java("org.segql.repl.Main")) + "' \"$@\"\n";
    Call.script(segql, script);
  }

  /// The command that starts Java with the classes of this build.
  static List<String> java(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-ReduceAllocationMerges",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return command;
  }

  ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    var variables = builder.environment();
    variables.put("PATH", programs + File.pathSeparator + variables.getOrDefault("PATH", ""));
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("TZ", "UTC");
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.keySet().removeAll(List.of("COLUMNS", "SEGQL_JAVA_OPTS", "PYTHONPATH"));
    return builder;
  }

  /// Runs a command to its end.
  Language.Ran run(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(programs, "output", ".txt");
    Process process =
        builder(command).redirectInput(new File("/dev/null")).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    return new Language.Ran(
        ended && process.exitValue() == 0, ended ? output : output + "\n(stopped: too long)\n");
  }

  /// Output in which the folder, which has another name each time, is left out.
  String withoutFolder(String output) {
    return output.replace(folder + "/", "").replace(folder.toString(), ".");
  }
}
