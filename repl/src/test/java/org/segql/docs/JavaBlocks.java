package org.segql.docs;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Java: a whole program with its `main`, or statements with their imports, compiled against this
/// build and run.
final class JavaBlocks implements Language {
  private final Processes processes;
  private final Path folder;

  JavaBlocks(Processes processes, Path folder) {
    this.processes = processes;
    this.folder = folder;
  }

  @Override
  public Ran run(Fence fence) throws Exception {
    Path file = Files.createTempDirectory(folder, ".java-").resolve("Example.java");
    Files.writeString(file, program(fence.lines()));
    if (!fence.is("no-run")) {
      return processes.run(Processes.java(file.toString()));
    }
    return processes.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/javac").toString(),
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            requireNonNull(file.getParent()).toString(),
            file.toString()));
  }

  static String program(List<String> lines) {
    String text = String.join("\n", lines);
    if (text.contains("void main(")) {
      return text;
    }
    String imports = lines.stream().filter(JavaBlocks::isImport).collect(Collectors.joining("\n"));
    String body = lines.stream().filter(l -> !isImport(l)).collect(Collectors.joining("\n"));
    return imports + "\nvoid main() throws Exception {\n" + body + "\n}\n";
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }
}
