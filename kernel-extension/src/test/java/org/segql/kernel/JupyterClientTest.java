package org.segql.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.kernel.install.LabExtension;
import org.segql.kernel.shell.IJavaLikeKernel;

/// Kernels as processes of their own, driven by Jupyter's client.
class JupyterClientTest {
  @TempDir Path jupyterPath;
  private PythonTests python;

  @BeforeEach
  void environment() throws Exception {
    python = PythonTests.environment("requirements.txt");
  }

  private void pass(String module, Map<String, String> environment) throws Exception {
    var ran = python.run(module, jupyterPath, environment);
    assertThat(ran.status()).as(ran.output()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test_conformance",
        "test_protocol",
        "test_segql",
        "test_bad_input",
        "test_editing",
        "test_magics",
        "test_notebooks"
      })
  void theKernel(String module) throws Exception {
    PythonTests.writeKernelSpec(jupyterPath, "segql-test", KernelMain.class.getName());
    pass(module, Map.of());
  }

  @Test
  void aGuestInKernelsOnTheBaseOfIJava() throws Exception {
    PythonTests.writeKernelSpec(jupyterPath, "ijava-like", IJavaLikeKernel.class.getName());
    pass("test_ijava", Map.of("SEGQL_KERNEL", "ijava-like"));
  }

  @Test
  void aGuestInJJava() throws Exception {
    var environment = new HashMap<String, String>();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("SEGQL_JARS", System.getProperty("java.class.path"));
    olderJava().ifPresent(old -> environment.put("SEGQL_OLD_JAVA", old.toString()));
    pass("test_jjava", environment);
  }

  /// JupyterLab in a browser; skipped where there is no Chromium.
  @Test
  void inJupyterLab() throws Exception {
    boolean chromium =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(
                f ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(f)::resolve))
            .anyMatch(Files::isExecutable);
    assumeTrue(chromium, "skipped: there is no Chromium here");
    PythonTests.writeKernelSpec(jupyterPath, "segql-test", KernelMain.class.getName());
    LabExtension.install(jupyterPath);
    python = PythonTests.environment("requirements-browser.txt");
    pass("test_browser", Map.of());
  }

  /// A JDK of 11 to 24 on this machine, if there is one beside the newer.
  private static Optional<Path> olderJava() throws Exception {
    Path all = Path.of(System.getProperty("java.home")).getParent();
    try (Stream<Path> homes = Files.list(all)) {
      return homes
          .filter(h -> h.getFileName().toString().matches(".*\\b(11|17|21)\\b.*"))
          .filter(h -> Files.isExecutable(h.resolve("bin/javac")))
          .findFirst();
    }
  }
}
