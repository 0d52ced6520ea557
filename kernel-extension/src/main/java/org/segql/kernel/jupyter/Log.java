package org.segql.kernel.jupyter;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Lines for whoever runs the server: on the process's own stderr, whatever cells do to
/// `System.err`.
public final class Log {
  private static final PrintStream STDERR =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  private Log() {}

  public static void line(String text) {
    STDERR.println("[segql kernel] " + text);
  }

  static void failure(String doing, Throwable thrown) {
    line(doing + ": " + thrown);
    thrown.printStackTrace(STDERR);
  }
}
