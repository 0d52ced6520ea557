package org.segql.kernel.cell;

import org.jspecify.annotations.Nullable;

/// The cell that runs in this process, if one does, and whether it shall stop. A stop is of one
/// cell: where that has ended it does nothing, and never reaches the next.
public final class RunningCell implements AutoCloseable {
  private static volatile @Nullable RunningCell current;

  private volatile boolean stopped;
  private boolean ended;
  private @Nullable Thread inCode;

  private RunningCell() {}

  /// Code of a cell, or what works on its behalf.
  @FunctionalInterface
  public interface Code<T, X extends Exception> {
    T run() throws X;
  }

  /// A cell begins; {@link #close} ends it.
  public static RunningCell begin() {
    var cell = new RunningCell();
    current = cell;
    return cell;
  }

  /// Whether the cell that runs shall stop.
  public static boolean isStopped() {
    var now = current;
    return now != null && now.stopped;
  }

  /// Does what belongs to the cell's code on this thread, sleeping and waiting of it interrupted by
  /// a stop. Around all else a stop leaves the thread alone: an interrupt closes files under the
  /// compiler's hands.
  ///
  /// @throws CellStopped where the cell is stopped already
  public static <T, X extends Exception> T interruptibly(Code<T, X> code) throws X {
    var now = current;
    if (now == null) {
      return code.run();
    }
    var around = now.enter(Thread.currentThread());
    try {
      return code.run();
    } finally {
      now.leave(around);
    }
  }

  /// @return what was in code before: code may run other code
  private synchronized @Nullable Thread enter(Thread thread) {
    if (stopped) {
      throw new CellStopped();
    }
    var around = inCode;
    inCode = thread;
    return around;
  }

  private synchronized void leave(@Nullable Thread around) {
    inCode = around;
  }

  /// Stops the cell: its loops at their next turn, its sleeping and waiting at once.
  ///
  /// @return false where it has ended
  public synchronized boolean stop() {
    if (ended) {
      return false;
    }
    stopped = true;
    if (inCode != null) {
      inCode.interrupt();
    }
    return true;
  }

  @Override
  public synchronized void close() {
    ended = true;
    current = null;
  }
}
