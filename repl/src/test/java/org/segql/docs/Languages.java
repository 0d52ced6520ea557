package org.segql.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The languages in which a page's examples are written, each started when its first block comes.
final class Languages implements AutoCloseable {
  static final List<String> ALL = List.of("segql", "java", "python", "r", "sql");
  private static final Path RESOURCES = Path.of("src/test/resources/docs").toAbsolutePath();
  private static @Nullable String python;

  private final Path folder;
  private final Processes processes;
  private final Map<String, Language> started = new LinkedHashMap<>();

  Languages(Path folder, Processes processes) {
    this.folder = folder;
    this.processes = processes;
  }

  /// @throws Language.Missing where this machine cannot run it
  Language of(String name) throws IOException, InterruptedException {
    Language known = started.get(name);
    if (known != null) {
      return known;
    }
    Language made =
        switch (name) {
          case "segql" -> new SegqlBlocks(folder);
          case "java" -> new JavaBlocks(processes, folder);
          case "sql" -> new Interpreter(processes, Processes.java(DuckDbBlocks.class.getName()));
          case "python" -> new Interpreter(processes, List.of(python(), "-B", script("blocks.py")));
          case "r" -> new Interpreter(processes, List.of(r(), script("blocks.R")));
          default -> throw new IllegalArgumentException(name);
        };
    started.put(name, made);
    return made;
  }

  private static String script(String name) {
    return RESOURCES.resolve(name).toString();
  }

  private static String r() throws InterruptedException {
    if (!succeeds(List.of("Rscript", "-e", "library(cluster)"))) {
      throw new Language.Missing("there is no Rscript with the package cluster");
    }
    return "Rscript";
  }

  /// A Python with the packages of requirements.txt, in a virtual environment that is made once a
  /// machine; the same variable as for the kernel's tests may name another.
  private static synchronized String python() throws IOException, InterruptedException {
    if (python != null) {
      return python;
    }
    Path requirements = RESOURCES.resolve("requirements.txt");
    String tag = Integer.toHexString(Arrays.hashCode(Files.readAllBytes(requirements)));
    Path venv = Path.of(System.getProperty("user.home"), ".cache/segql/docs-tests-" + tag);
    String program = venv.resolve("bin/python").toString();
    Path ready = venv.resolve("ready");
    if (!Files.exists(ready)) {
      if (!succeeds(List.of("python3", "-m", "venv", venv.toString()))) {
        throw new Language.Missing("there is no python3 with its venv module");
      }
      if (!succeeds(
          List.of(program, "-m", "pip", "-q", "install", "-r", requirements.toString()))) {
        throw new Language.Missing("the packages of requirements.txt cannot be installed");
      }
      Files.createFile(ready);
    }
    python = program;
    return program;
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (Language language : started.values()) {
      language.close();
    }
  }
}
