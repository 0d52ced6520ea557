package org.segql.engine.local.eval;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.segql.engine.Progress;
import org.segql.engine.local.Blocks;

/// Which group each row belongs to.
///
/// @param groupOf 0-based, in the order of each group's first row; -1: no group
/// @param count the number of groups
public record Grouping(int[] groupOf, int count) {
  private static final int[] NONE = {};

  /// One group of all rows.
  public static Grouping all(int rows) {
    return new Grouping(new int[rows], 1);
  }

  /// Rows with equal keys; a missing key is a key like others.
  public static Grouping by(List<Vector> keys, int rows, Progress progress) {
    Grouping grouping = all(rows);
    for (Vector key : keys) {
      grouping = grouping.split(key, progress);
    }
    return grouping;
  }

  /// Groups split further by one more key: pairs (group, code of the key) get a number each.
  private Grouping split(Vector key, Progress progress) {
    Grouping codes = numbered(groupOf.length, i -> Comparisons.key(key, i), progress);
    return count == 1
        ? codes
        : numbered(groupOf.length, i -> (long) groupOf[i] << 32 | codes.groupOf[i], progress);
  }

  /// Rows with equal numbers, in the order in which the numbers come.
  private static Grouping numbered(int rows, IntToLongFunction key, Progress progress) {
    int[] of = new int[rows];
    var numbers = new Long2IntOpenHashMap();
    numbers.defaultReturnValue(-1);
    Blocks.each(
        rows,
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            long k = key.applyAsLong(i);
            int number = numbers.get(k);
            if (number < 0) {
              number = numbers.size();
              numbers.put(k, number);
            }
            of[i] = number;
          }
        });
    return new Grouping(of, numbers.size());
  }

  /// The first row of each group; -1 where it has none.
  public int[] firstRows() {
    int[] first = new int[count];
    Arrays.fill(first, -1);
    for (int i = groupOf.length - 1; i >= 0; i--) {
      if (groupOf[i] >= 0) {
        first[groupOf[i]] = i;
      }
    }
    return first;
  }

  /// The rows of each group, in order.
  public int[][] members() {
    int[] sizes = new int[count];
    for (int g : groupOf) {
      if (g >= 0) {
        sizes[g]++;
      }
    }
    int[][] members = new int[count][];
    for (int g = 0; g < count; g++) {
      members[g] = sizes[g] == 0 ? NONE : new int[sizes[g]];
    }
    int[] next = new int[count];
    for (int i = 0; i < groupOf.length; i++) {
      int g = groupOf[i];
      if (g >= 0) {
        members[g][next[g]++] = i;
      }
    }
    return members;
  }
}
