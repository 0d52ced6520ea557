package org.segql.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Chooses which points of a large scatter are drawn: a share of each group, at least a few, the
/// same ones in whatever order the rows stand.
final class Thinning {
  /// How many points a scatter draws at most.
  static final int LIMIT = 5000;

  private static final int LEAST = 50;

  private Thinning() {}

  /// The rows to draw, ascending.
  ///
  /// @param rows the rows that could be drawn
  /// @param group the group of each row of the column
  static int[] rows(int[] rows, int[] group, double[] x, double[] y, int limit) {
    if (rows.length <= limit) {
      return rows;
    }
    Map<Integer, int[]> groups = new TreeMap<>();
    Arrays.stream(rows)
        .map(r -> group[r])
        .distinct()
        .forEach(g -> groups.put(g, Arrays.stream(rows).filter(r -> group[r] == g).toArray()));
    double share = (double) limit / rows.length;
    return groups.values().stream()
        .flatMapToInt(
            members -> {
              int wanted =
                  Math.min(
                      members.length, Math.max(LEAST, (int) Math.round(members.length * share)));
              return IntStream.of(members)
                  .boxed()
                  .sorted(
                      Comparator.comparingLong((Integer r) -> mixed(x[r], y[r]))
                          .thenComparing(r -> r))
                  .limit(wanted)
                  .mapToInt(Integer::intValue);
            })
        .sorted()
        .toArray();
  }

  static String note(int shown, int all) {
    return shown == all
        ? ""
        : String.format(
            Locale.ROOT, "%,d of %,d points are drawn, the same share of each group.", shown, all);
  }

  /// A hash of two numbers (the finaliser of MurmurHash3), so that the choice looks random.
  private static long mixed(double x, double y) {
    long h = Double.doubleToLongBits(x) * 0x9e3779b97f4a7c15L ^ Double.doubleToLongBits(y);
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (h ^ (h >>> 33)) >>> 1;
  }
}
