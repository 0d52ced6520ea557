package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `segql kernel …` in homes of its own, as a process of the system.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs the folders of Linux")
class KernelCommandTest {
  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void home() throws IOException {
    home = Files.createDirectory(folder.resolve("home of Ann & Bob"));
  }

  private Call call(Map<String, String> environment, List<String> before, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(ProgramInSystemTest.program(List.of(arguments)));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(k -> k.matches("(JUPYTER|XDG|CONDA)_.*|VIRTUAL_ENV|SEGQL_.*"));
    builder.environment().put("HOME", home.toString());
    builder.environment().putAll(environment);
    return Call.of(builder, folder);
  }

  private Call call(Map<String, String> environment, String... arguments) throws Exception {
    return call(environment, List.of(), arguments);
  }

  private void fine(Map<String, String> environment, String... arguments) throws Exception {
    Call call = call(environment, arguments);
    assertThat(call.code()).as(call.toString()).isZero();
  }

  /// The PATH with a Java first that does not work.
  private Map<String, String> brokenJavaFirst() throws IOException {
    Path java = Call.script(folder.resolve("broken/java"), "#!/bin/sh\nexit 1\n");
    return Map.of("PATH", java.getParent() + File.pathSeparator + System.getenv("PATH"));
  }

  @Test
  void everyPlaceAndNameGetsAKernelThatAnswers() throws Exception {
    Path data = home.resolve(".local/share/jupyter");
    Path python = folder.resolve("env of Ann");
    Path prefix = folder.resolve("pre fix");
    var active = Map.of("VIRTUAL_ENV", python.toString());
    fine(brokenJavaFirst(), "kernel", "install", "--user");
    fine(active, "kernel", "install", "--sys-prefix", "--name", "second-1.0");
    fine(Map.of(), "kernel", "install", "--prefix", prefix.toString());

    String spec = Files.readString(data.resolve("kernels/segql/kernel.json"));
    assertThat(spec).contains("\"" + System.getProperty("java.home") + "/bin/java\"");
    Path second = python.resolve("share/jupyter/kernels/second-1.0");
    assertThat(Files.readString(second.resolve("kernel.json"))).contains("SegQL (second-1.0)");

    var found =
        Map.of(
            "VIRTUAL_ENV",
            python.toString(),
            "JUPYTER_PATH",
            prefix.resolve("share/jupyter").toString());
    for (var doctor : List.of(new String[] {"kernel", "doctor"}, new String[] {"doctor"})) {
      Call call = call(found, doctor);
      assertThat(call.code()).as(call.out()).isZero();
      var answers = Pattern.compile("  ok  kernel (\\S+) \\(.*\\): answers, first cell after");
      assertThat(answers.matcher(call.out()).results().map(m -> m.group(1)))
          .containsExactlyInAnyOrder("segql", "second-1.0", "segql");
    }

    fine(Map.of(), "kernel", "uninstall");
    assertThat(data.resolve("kernels/segql")).doesNotExist();
    assertThat(data.resolve("labextensions/segql-lab")).doesNotExist();
    assertThat(second).exists();
    Call again = call(Map.of(), "kernel", "uninstall");
    assertThat(again.code()).isEqualTo(ExitCode.FAILED);
    assertThat(again.err())
        .isEqualTo("segql: No SegQL kernel called `segql` is installed in `" + data + "`.\n");
  }

  /// With a JupyterLab that only says what it is started with.
  @Test
  void labInstallsTheKernelIntoTheActivePythonAndPassesOptionsOn() throws Exception {
    Path python = folder.resolve("env");
    for (var program : List.of("jupyter", "jupyter-lab")) {
      Path script = python.resolve("bin").resolve(program);
      Call.script(script, "#!/bin/sh\nfor a; do echo \"$a\"; done\n");
    }
    var active = Map.of("VIRTUAL_ENV", python.toString(), "BROWSER", "none");
    Call call = call(active, "lab", "--port", "8899", "--no-browser");
    assertThat(call.code()).as(call.toString()).isZero();
    assertThat(call.out().lines().filter(l -> !l.equals("--allow-root")))
        .endsWith(
            "lab",
            "--ServerApp.answer_yes=True",
            "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--port",
            "8899",
            "--no-browser",
            folder.toRealPath().toString());
    assertThat(python.resolve("share/jupyter/kernels/segql/kernel.json")).exists();

    Path own = Files.createDirectory(folder.resolve("my notebooks"));
    call = call(active, "lab", own.toString(), "--port=8899");
    assertThat(call.out().lines()).endsWith(own.toString(), "--port=8899");
    assertThat(call.out()).as("installed once").doesNotContain("is installed in");
  }

  @Test
  void labWithoutPythonSaysWhatToInstallAndNothingElse() throws Exception {
    Call call = call(Map.of("PATH", folder.toString()), "lab");
    assertThat(call.code()).isEqualTo(ExitCode.FAILED);
    assertThat(call.err())
        .isEqualTo(
            "segql: JupyterLab needs Python 3.9 or newer with its `venv` module: install it (Debian"
                + " and Ubuntu: `apt install python3-venv`).\n");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void aJavaThatIsGoneIsToldByTheDoctor() throws Exception {
    Path kernel = Files.createDirectories(home.resolve(".local/share/jupyter/kernels/segql"));
    Files.writeString(
        kernel.resolve("kernel.json"),
        "{\"argv\": [\"/gone/bin/java\", \"org.segql.kernel.KernelMain\", \"{connection_file}\"]}");
    for (var doctor : List.of(new String[] {"kernel", "doctor"}, new String[] {"doctor"})) {
      Call call = call(Map.of(), doctor);
      assertThat(call.code()).as(call.out()).isEqualTo(ExitCode.FAILED);
      assertThat(call.out())
          .contains("its Java, `/gone/bin/java`, is gone; run `segql kernel install` again");
    }
  }

  @Test
  void withoutAKernelOnlyItsOwnDoctorComplains() throws Exception {
    assertThat(call(Map.of(), "kernel", "doctor").code()).isEqualTo(ExitCode.FAILED);
    Call call = call(Map.of(), "doctor");
    assertThat(call.code()).as(call.out()).isZero();
    assertThat(call.out()).contains("no SegQL kernel is installed");
  }

  @Test
  void aFolderThatMayNotBeWrittenIsSaid() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    List<String> before = FileRights.hold(!Files.isWritable(locked));
    Call call = call(Map.of(), before, "kernel", "install", "--prefix", locked.toString());
    assertThat(call.code()).isEqualTo(ExitCode.FAILED);
    assertThat(call.out()).isEmpty();
    assertThat(call.err())
        .isEqualTo(
            "segql: The kernel cannot be written to `%s/share/jupyter`: writing there is not allowed."
                    .formatted(locked)
                + " With --user it goes into your own folder, with --prefix into one that you"
                + " name.\n");
    assertThat(locked).isEmptyDirectory();
  }

  @Test
  void aNameThatIsNoneIsRefused() throws Exception {
    Call call = call(Map.of(), "kernel", "install", "--name", "my kernel");
    assertThat(call.code()).isEqualTo(ExitCode.FAILED);
    assertThat(call.err()).contains("`my kernel` cannot be a kernel's name");
  }
}
