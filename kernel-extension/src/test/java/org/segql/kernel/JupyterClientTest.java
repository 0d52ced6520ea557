package org.segql.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The kernel as a process of its own, driven by Jupyter's client.
class JupyterClientTest {
  @TempDir Path jupyterPath;

  @ParameterizedTest
  @ValueSource(strings = {"test_conformance", "test_protocol"})
  void pythonTestsPass(String module) throws Exception {
    var python = PythonTests.environment();
    PythonTests.writeKernelSpec(jupyterPath);
    var ran = python.run(module, jupyterPath, Map.of());
    assertThat(ran.status()).as(ran.output()).isZero();
  }
}
