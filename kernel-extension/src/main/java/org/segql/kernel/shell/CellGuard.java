package org.segql.kernel.shell;

import org.jspecify.annotations.Nullable;

/// What {@link Weaver} puts calls of into the code of cells. Public because that code calls it; not
/// for people.
public final class CellGuard {
  private static volatile boolean stopping;
  private static volatile @Nullable Thread running;

  private CellGuard() {}

  /// Before every jump back and at the start of every method.
  public static void check() {
    if (stopping) {
      throw new CellStopped();
    }
  }

  /// In place of `System.exit(status)`.
  public static void exit(int status) {
    throw new ExitRefused(status);
  }

  /// In place of `runtime.exit(status)` and `runtime.halt(status)`.
  public static void exit(Runtime runtime, int status) {
    throw new ExitRefused(status);
  }

  /// A cell begins on this thread.
  static void begin() {
    stopping = false;
    running = Thread.currentThread();
  }

  static void end() {
    running = null;
  }

  /// Stops the cell that runs: its loops at their next turn, its sleeping and waiting at once.
  static void stop() {
    Thread thread = running;
    if (thread != null) {
      stopping = true;
      thread.interrupt();
    }
  }

  static boolean stopped() {
    return stopping;
  }
}
