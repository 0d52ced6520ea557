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
    return keys.isEmpty() ? grouping : grouping.inOrder();
  }

  /// Groups split further by one more key: pairs (group, code of the key) get a number each.
  private Grouping split(Vector key, Progress progress) {
    var codes = new Numbering(groupOf.length);
    codes.add(i -> Comparisons.key(key, i), progress);
    var pairs = new Numbering(groupOf.length);
    pairs.add(i -> (long) groupOf[i] << 32 | codes.of[i], progress);
    return new Grouping(pairs.of, pairs.numbers.size());
  }

  /// Numbers for keys, in the order in which they come.
  private static final class Numbering {
    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    private final int[] of;

    Numbering(int rows) {
      of = new int[rows];
      numbers.defaultReturnValue(-1);
    }

    void add(IntToLongFunction key, Progress progress) {
      Blocks.each(
          of.length,
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
    }
  }

  private Grouping inOrder() {
    int[] renumbered = new int[count];
    Arrays.fill(renumbered, -1);
    int next = 0;
    int[] out = new int[groupOf.length];
    for (int i = 0; i < out.length; i++) {
      if (renumbered[groupOf[i]] < 0) {
        renumbered[groupOf[i]] = next++;
      }
      out[i] = renumbered[groupOf[i]];
    }
    return new Grouping(out, next);
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
      members[g] = new int[sizes[g]];
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
