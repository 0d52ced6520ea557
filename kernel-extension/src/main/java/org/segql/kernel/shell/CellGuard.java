package org.segql.kernel.shell;

import org.segql.kernel.cell.CellStopped;
import org.segql.kernel.cell.RunningCell;

/// What {@link Weaver} puts calls of into the code of cells. Public because that code calls it; not
/// for people.
public final class CellGuard {
  private CellGuard() {}

  /// Before every jump back and at the start of every method.
  public static void check() {
    if (RunningCell.isStopped()) {
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
}
