package org.segql.kernel;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.segql.kernel.cell.StandardStreams;
import org.segql.kernel.jupyter.ConnectionException;
import org.segql.kernel.jupyter.ConnectionFile;
import org.segql.kernel.jupyter.KernelDescription;
import org.segql.kernel.jupyter.KernelServer;
import org.segql.kernel.jupyter.Log;
import org.segql.session.Session;

/// The process that Jupyter starts: `java … org.segql.kernel.KernelMain connection-file`.
public final class KernelMain {
  /// Set while the kernel runs to fill the cache of the JVM.
  public static final String TRAINING = "segql.training";

  private static final int GRACE_SECONDS = 2;

  private KernelMain() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      Log.line(
          "Jupyter starts this program with the path of a connection file; see `segql kernel"
              + " install`.");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    try {
      var language = new NotebookLanguage(Session.open());
      var server = new KernelServer(ConnectionFile.read(Path.of(args[0])), description(), language);
      ParentWatch.start(server::stop);
      StandardStreams.install();
      server.run();
    } catch (ConnectionException e) {
      Log.line(String.valueOf(e.getMessage()));
      Runtime.getRuntime().halt(1);
    }
    end();
  }

  /// Exits; at once where shutdown hooks of a cell's libraries take too long.
  private static void end() {
    if (Boolean.getBoolean(TRAINING)) {
      System.exit(0); // the JVM writes its cache on the way out, which takes its time
    }
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                TimeUnit.SECONDS.sleep(GRACE_SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(0);
            });
    System.exit(0);
  }

  private static KernelDescription description() {
    String version = String.valueOf(KernelMain.class.getPackage().getImplementationVersion());
    return new KernelDescription(
        "segql",
        version.equals("null") ? "0.1.0" : version,
        "java",
        System.getProperty("java.version"),
        "text/x-java",
        ".jshell",
        "java",
        "SegQL " + version + ", with Java " + System.getProperty("java.version"),
        Map.of("Tablesaw", "https://jtablesaw.github.io/tablesaw/"));
  }
}
