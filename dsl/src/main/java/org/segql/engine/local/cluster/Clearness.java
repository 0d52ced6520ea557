package org.segql.engine.local.cluster;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.measure.Gap;

/// Whether there are segments at all: whether, from one segment to k, the within-cluster sum of
/// squares falls by {@link #ENOUGH} standard deviations more than it does in rows without segments
/// ({@link Gap#rise}). Two kinds of such rows are asked, because each mistakes something for
/// segments: even noise in the same box a long tail, and rows with the columns' own shapes but one
/// mode ({@link org.segql.measure.UnimodalReference}) round rims. Neither a high silhouette nor
/// segments that come back under bootstrap can overrule them, because noise in a square has both:
/// its corners. The published rule of the gap statistic (the smallest k with Gap(k) ≥ Gap(k+1) − s)
/// asks whether *two* segments are better than one, and so says 1 also where two are not, but five
/// are.
///
/// @param overEven standard deviations above even noise, the most of any k
/// @param overOneMode those above rows with one mode, the most of the k that are farthest above
///   even noise; NaN where these are not far enough
record Clearness(double overEven, double overOneMode) {
  /// Standard deviations by which the rise must exceed that of rows without segments.
  static final double ENOUGH = 3;

  /// So many k are held against rows with one mode: the more, the more often chance would find one.
  private static final int CANDIDATES = 3;

  /// @param even the gap statistic of the data
  static Clearness of(Gap even, GapStatistic statistic, Matrix data, Progress progress) {
    double[] rise = even.rise();
    int[] places =
        IntStream.range(1, rise.length)
            .filter(i -> rise[i] >= ENOUGH)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -rise[i]))
            .limit(CANDIDATES)
            .mapToInt(i -> i)
            .toArray();
    double overEven = most(rise);
    if (places.length == 0) {
      return new Clearness(overEven, Double.NaN);
    }
    int[] ks =
        IntStream.concat(IntStream.of(1), IntStream.of(places).map(i -> even.k()[i]))
            .sorted()
            .toArray();
    return new Clearness(overEven, most(statistic.ofOneMode(data, ks, progress).rise()));
  }

  private static double most(double[] rise) {
    double most = 0;
    for (double r : rise) {
      most = Math.max(most, r);
    }
    return most;
  }

  boolean clear() {
    return overOneMode >= ENOUGH;
  }

  Diagnostic notClear() {
    boolean even = Double.isNaN(overOneMode);
    return Diagnostic.warning(
        Code.NO_CLEAR_SEGMENTS,
        ("These data show no clear segments: cutting them into more falls short of what would"
                + " tell them from %s (the gap statistic rises by %.1f standard deviations,"
                + " %.0f are needed).")
            .formatted(
                even ? "even noise" : "rows as skewed as these but with a single peak",
                even ? overEven : overOneMode,
                ENOUGH),
        "Give one number in place of the range for a useful cut all the same.");
  }
}
