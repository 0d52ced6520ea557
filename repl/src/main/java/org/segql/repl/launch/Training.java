package org.segql.repl.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.segql.repl.Program;
import org.segql.repl.data.Sample;
import org.segql.repl.shell.Shell;
import org.segql.session.Session;

/// Goes once through what most scripts need, in one process, so that the JVM can write down the
/// classes and what it learned of them (an AOT cache) for later starts. What it computes is thrown
/// away.
final class Training {
  private Training() {}

  /// @param arguments the folder of the sample scripts
  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    Path folder = Files.createTempDirectory("segql-training");
    try {
      new Sample(42, 5000, 1, true).write(folder);
      for (Path script : scripts(Path.of(arguments[0]))) {
        Path copy = Files.copy(script, folder.resolve(script.getFileName().toString()));
        call("run", copy.toString());
        call("check", copy.toString());
        call("fmt", "--check", copy.toString());
      }
      for (String format : List.of("csv", "json", "html", "markdown")) {
        String load = "LOAD c FROM '" + folder.resolve("customers.csv") + "';";
        call("run", "--format", format, "-c", load + "SEGMENT c BY age, income USING kmeans(5)");
      }
      shell(folder);
      call("run", "-c", "SEGMENT nobody BY nothing USING kmeans(5)");
    } finally {
      delete(folder);
    }
  }

  /// Keys of a short session: completion, a mistake, results, help.
  private static void shell(Path folder) throws IOException, ClassNotFoundException {
    try (Session session = Session.open()) {
      List<String> typed =
          List.of(
              "\\pager\r", // that would be a program nobody leaves
              "LOAD c FROM '" + folder.resolve("customers.csv") + "';\r",
              "SEG\tc BY ag\t, incme USING kmeans(3);\r",
              "SEGMENT c BY age, income\r USING kmeans(3) AS q;\r",
              "PLOT q AS sizes;\r",
              "\\?\r",
              "\\d\r",
              "\u0004");
      Shell.rehearse(session, typed, folder.resolve("history"));
    }
  }

  private static void call(String... arguments) {
    Program.execute(
        arguments,
        new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream());
  }

  /// All but those that save and load models: every start loads all that the archive holds, and
  /// what reads and writes models is large and seldom needed.
  private static List<Path> scripts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".segql"))
          .filter(file -> !file.endsWith("next-quarter.segql"))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
