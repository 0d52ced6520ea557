package org.segql.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A Python with Jupyter's own client, in a virtual environment that is made once a machine; and a
/// kernelspec that starts this build of the kernel.
final class PythonTests {
  private static final Path SOURCES = Path.of("src/test/python").toAbsolutePath();

  private final Path venv;

  private PythonTests(Path venv) {
    this.venv = venv;
  }

  /// The environment, made where there is none; skips the test, with the reason, where it cannot be
  /// made.
  ///
  /// @param packages the file that lists its packages
  static PythonTests environment(String packages) throws IOException, InterruptedException {
    String given = System.getenv("SEGQL_TEST_VENV");
    byte[] requirements = Files.readAllBytes(SOURCES.resolve(packages));
    String tag = Integer.toHexString(Arrays.hashCode(requirements));
    var venv =
        given != null
            ? Path.of(given)
            : Path.of(System.getProperty("user.home"), ".cache/segql/jupyter-tests-" + tag);
    var tests = new PythonTests(venv);
    if (!Files.exists(venv.resolve("bin/jupyter"))) {
      assumeTrue(
          succeeds(
              List.of("python3", "-c", "import sys, venv; sys.exit(sys.version_info < (3, 10))")),
          "skipped: there is no python3 of 3.10 or newer with its venv module");
      assumeTrue(
          succeeds(List.of("python3", "-m", "venv", venv.toString()))
              && succeeds(
                  List.of(
                      tests.python(),
                      "-m",
                      "pip",
                      "-q",
                      "install",
                      "-r",
                      SOURCES.resolve(packages).toString())),
          "skipped: the packages of " + packages + " cannot be installed");
    }
    return tests;
  }

  String python() {
    return venv.resolve("bin/python").toString();
  }

  Path venv() {
    return venv;
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).inheritIO().start();
      return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// What a run of Python printed and how it ended.
  record Ran(int status, String output) {}

  /// Runs a module of tests.
  ///
  /// @param jupyterPath a folder with `kernels/…` for Jupyter to look into
  Ran run(String module, Path jupyterPath, Map<String, String> environment)
      throws IOException, InterruptedException {
    var log = Files.createTempFile("python-tests", ".log");
    var builder =
        new ProcessBuilder(python(), "-B", "-m", "unittest", "-v", module)
            .directory(SOURCES.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JUPYTER_PATH", jupyterPath.toString());
    builder.environment().putAll(environment);
    var process = builder.start();
    boolean ended = process.waitFor(20, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String output = Files.readString(log);
    Files.delete(log);
    return new Ran(ended ? process.exitValue() : -1, output);
  }

  /// Writes a kernelspec that starts a class of this build.
  static void writeKernelSpec(Path jupyterPath, String name, String main) throws IOException {
    var folder = Files.createDirectories(jupyterPath.resolve("kernels").resolve(name));
    var arguments = jupyterPath.resolve("java.args");
    Files.writeString(
        arguments,
        "-cp\n\"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
    var argv = new ArrayList<String>();
    argv.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    argv.add("@" + arguments);
    argv.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            main,
            "{connection_file}"));
    String json =
        argv.stream()
            .map(a -> '"' + a.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(", "));
    Files.writeString(
        folder.resolve("kernel.json"),
        """
        {"argv": [%s], "display_name": "SegQL (test)", "language": "java", "interrupt_mode": "message"}
        """
            .formatted(json));
  }
}
