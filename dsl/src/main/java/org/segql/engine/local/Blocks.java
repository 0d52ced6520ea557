package org.segql.engine.local;

import org.segql.engine.Progress;

/// Work on many rows, a block at a time, so that it can be stopped between two.
public final class Blocks {
  private static final int ROWS = 1 << 17;

  private Blocks() {}

  /// Does the rows `from` to `to`, the last not included.
  public interface Block {
    void rows(int from, int to);
  }

  public static void each(int rows, Progress progress, Block block) {
    for (int from = 0; from < rows; from += ROWS) {
      progress.check();
      block.rows(from, Math.min(rows, from + ROWS));
    }
  }
}
