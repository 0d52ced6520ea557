package org.segql.kernel.cell;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which cell a thread works for: the one that runs, or for threads that outlive it, the one that
/// started them.
public final class CurrentCell {
  private static final InheritableThreadLocal<@Nullable CellOutput> OUTPUT =
      new InheritableThreadLocal<>();
  private static volatile @Nullable CellOutput latest;

  private CurrentCell() {}

  /// Does something as work of a cell.
  public static <T> T with(CellOutput output, Supplier<T> work) {
    CellOutput before = OUTPUT.get();
    OUTPUT.set(output);
    latest = output;
    try {
      return work.get();
    } finally {
      OUTPUT.set(before);
    }
  }

  /// The output of this thread's cell, or of the latest where the thread belongs to none; null
  /// before the first.
  public static @Nullable CellOutput output() {
    CellOutput own = OUTPUT.get();
    return own != null ? own : latest;
  }
}
