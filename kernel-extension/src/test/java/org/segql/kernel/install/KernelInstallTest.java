package org.segql.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.kernel.jupyter.RoundTrip;

class KernelInstallTest {
  @TempDir Path temp;

  @Test
  void anInstalledKernelAnswersFromAPathWithBlanks() throws Exception {
    Path jupyter = temp.resolve("with blanks & more/share/jupyter");
    var said = new ArrayList<String>();
    Path kernel = new KernelInstall(jupyter, "segql-try", said::add).install();
    assertThat(kernel.resolve("logo-64x64.png")).exists();
    assertThat(kernel.resolve("segql.aot")).as(said.toString()).isNotEmptyFile();
    assertThat(jupyter.resolve("labextensions/segql-lab/static/remoteEntry.js")).exists();
    assertThat(new KernelInstall(jupyter, "segql-try", said::add).isCurrent()).isTrue();
    assertThat(new KernelInstall(jupyter, "another", said::add).isCurrent()).isFalse();
    var spec = KernelSpec.parse(Files.readString(kernel.resolve("kernel.json")));
    assertThat(Path.of(spec.argv().getFirst())).isAbsolute().exists();
    var answer =
        new RoundTrip(spec.argvIn(kernel), Duration.ofSeconds(60))
            .run(List.of("1 + 1", "SHOW TABLES;"));
    assertThat(answer.problem()).isEmpty();
    assertThat(
            new RoundTrip(spec.argvIn(kernel), Duration.ofSeconds(60))
                .run(List.of("1 / 0"))
                .problem())
        .contains("ArithmeticException");

    new KernelInstall(jupyter, "segql-try", said::add).uninstall();
    assertThat(kernel).doesNotExist();
    assertThat(jupyter.resolve("labextensions/segql-lab")).doesNotExist();
  }

  @Test
  void namesAreJupyters() {
    assertThatThrownBy(() -> new KernelInstall(temp, "my kernel", _ -> {}))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("cannot be a kernel's name");
  }

  @Test
  void whatIsNotOursStays() throws Exception {
    Path other = Files.createDirectories(temp.resolve("kernels/python3"));
    Files.writeString(other.resolve("kernel.json"), "{\"argv\": [\"python\"]}");
    assertThatThrownBy(() -> new KernelInstall(temp, "python3", _ -> {}).uninstall())
        .hasMessageContaining("No SegQL kernel");
    assertThat(other).exists();
  }

  @Test
  void aFileInTheWayIsSaid() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> new KernelInstall(file, "segql", _ -> {}).install())
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("cannot be written");
  }
}
