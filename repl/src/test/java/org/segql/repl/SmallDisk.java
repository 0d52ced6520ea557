package org.segql.repl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk of some kilobytes, mounted on a folder while a test runs. Only root may do that; for
/// others the test is skipped.
public record SmallDisk(Path folder) implements AutoCloseable {
  /// @param folder made by this
  public static SmallDisk mount(Path folder, String size) throws IOException {
    Files.createDirectory(folder);
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    if (!mounted) {
      System.err.println("Skipped: a small disk can be mounted by root only.");
    }
    assumeTrue(mounted, "a small disk can be mounted by root only");
    return new SmallDisk(folder);
  }

  @Override
  public void close() {
    try {
      run("umount", "-l", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
