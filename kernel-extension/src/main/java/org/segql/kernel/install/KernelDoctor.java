package org.segql.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.segql.kernel.jupyter.RoundTrip;

/// Finds out whether the kernel is installed and works.
public final class KernelDoctor {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private KernelDoctor() {}

  /// One thing looked at.
  ///
  /// @param what `kernel segql`
  /// @param said what was found; where it is not fine, how to mend it
  public record Check(String what, boolean fine, String said) {}

  /// Looks at the JDK.
  public static Check jdk() {
    String problem = JdkCheck.problem();
    return new Check(
        "JDK",
        problem.isEmpty(),
        problem.isEmpty() ? Runtime.version() + ", " + System.getProperty("java.home") : problem);
  }

  /// Looks at Jupyter and at every SegQL kernel that it would find; each is started and runs two
  /// cells.
  ///
  /// @param wanted whether a kernel must be there
  public static List<Check> examine(boolean wanted) throws InterruptedException {
    var checks = new ArrayList<Check>();
    checks.add(
        JupyterFolders.output(List.of("jupyter", "--version"))
            .map(v -> new Check("Jupyter", true, v.lines().findFirst().orElse("")))
            .orElse(
                new Check(
                    "Jupyter",
                    true,
                    "no `jupyter` on the PATH; `segql lab` makes a JupyterLab of its own")));
    int kernels = 0;
    for (Path folder : JupyterFolders.all()) {
      try {
        for (Path kernel : KernelInstall.installed(folder)) {
          kernels++;
          checks.add(kernel(kernel));
        }
      } catch (IOException e) {
        checks.add(new Check("folder " + folder, false, String.valueOf(e.getMessage())));
      }
    }
    if (kernels == 0) {
      checks.add(
          new Check(
              "kernel",
              !wanted,
              "no SegQL kernel is installed; `segql kernel install` installs one"));
    }
    return checks;
  }

  private static Check kernel(Path folder) throws InterruptedException {
    String what = "kernel " + folder.getFileName() + " (" + folder + ")";
    try {
      var argv = KernelSpec.parse(Files.readString(folder.resolve("kernel.json"))).argvIn(folder);
      if (!Files.isExecutable(Path.of(argv.getFirst()))) {
        return new Check(
            what,
            false,
            "its Java, `" + argv.getFirst() + "`, is gone; run `segql kernel install` again");
      }
      var answer = new RoundTrip(argv, PATIENCE).run(List.of("SHOW TABLES;", "1 + 1"));
      return answer.ok()
          ? new Check(what, true, "answers, first cell after " + answer.took().toMillis() + " ms")
          : new Check(what, false, answer.problem());
    } catch (IOException e) {
      return new Check(what, false, "cannot be read: " + e.getMessage());
    }
  }
}
