package org.segql.repl;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.segql.kernel.install.KernelDoctor;
import org.segql.repl.launch.StartCache;
import org.segql.session.Session;
import picocli.CommandLine.Command;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says what SegQL runs on and whether all of it works.")
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings around;
  private int troubles;

  DoctorCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    line("segql", Release.text());
    report(KernelDoctor.jdk());
    line(
        "system",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"));
    Runtime runtime = Runtime.getRuntime();
    line(
        "machine",
        runtime.availableProcessors()
            + " processors, up to "
            + (runtime.maxMemory() >> 20)
            + " MB of memory for SegQL");
    Path home = around.home();
    line("home", home == null ? "started without the launcher" : home.toString());
    line("start-up cache", StartCache.state());
    folder("temporary files", Path.of(System.getProperty("java.io.tmpdir")));
    encoding();
    line("screen", around.outIsScreen() ? around.width() + " cells wide" : "none");
    works("the language", DoctorCommand::language);
    KernelDoctor.examine(false).forEach(this::report);
    around.out().line(troubles == 0 ? "All is well." : troubles + " to mend.");
    return troubles == 0 ? ExitCode.FINE : ExitCode.FAILED;
  }

  private void report(KernelDoctor.Check check) {
    if (check.fine()) {
      line(check.what(), check.said());
    } else {
      trouble(check.what(), check.said());
    }
  }

  private void encoding() {
    String names = System.getProperty("sun.jnu.encoding", "?");
    if (names.equalsIgnoreCase("UTF-8") && Charset.defaultCharset().name().equals("UTF-8")) {
      line("file names", names);
    } else {
      trouble("file names", names + "; set LC_ALL to a UTF-8 locale or letters beyond ASCII fail");
    }
  }

  private void folder(String what, Path folder) {
    if (Files.isWritable(folder)) {
      line(what, folder.toString());
    } else {
      trouble(what, folder + " may not be written");
    }
  }

  /// A segmentation of a few rows, in the language itself: parser, engine and numerics.
  private static String language() {
    record Row(double x, double y) {}
    var rows = IntStream.range(0, 40).mapToObj(i -> new Row(i % 2 * 10 + i / 40.0, i % 7)).toList();
    try (Session session = Session.open()) {
      session.bind("points", rows);
      session.run("SEGMENT points BY x, y USING kmeans(2) AS s").orThrow();
      return "segments " + session.table("s").rowCount() + " rows";
    }
  }

  private void works(String what, Callable<String> attempt) {
    try {
      line(what, attempt.call());
    } catch (Exception | LinkageError e) {
      trouble(what, e.toString());
    }
  }

  private void line(String what, String said) {
    around.out().line("  ok  " + what + ": " + said);
  }

  private void trouble(String what, String said) {
    troubles++;
    around.out().line("  !!  " + what + ": " + said);
  }
}
