package org.segql.engine.local.eval;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;
import org.segql.engine.Progress;

/// Sorting that can be stopped.
public final class Order {
  private static final int CHECK_EVERY = 1 << 20;

  private Order() {}

  /// The places 0 to count - 1 in their order; equal ones as they stood.
  public static int[] of(int count, IntComparator by, Progress progress) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    IntArrays.mergeSort(order, new Watching(by, progress));
    return order;
  }

  private static final class Watching implements IntComparator {
    private final IntComparator by;
    private final Progress progress;
    private int compared;

    Watching(IntComparator by, Progress progress) {
      this.by = by;
      this.progress = progress;
    }

    @Override
    public int compare(int i, int j) {
      if (++compared % CHECK_EVERY == 0) {
        progress.check();
      }
      return by.compare(i, j);
    }
  }
}
