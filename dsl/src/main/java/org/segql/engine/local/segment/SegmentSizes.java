package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sizes and shares of segments.
final class SegmentSizes {
  private SegmentSizes() {}

  /// @param segments numbers a row: 0 noise, below 0 none
  /// @param silhouettes one a segment, or empty
  static List<SegmentInfo> of(
      int[] segments, double @Nullable [] weights, List<String> names, double[] silhouettes) {
    int k = names.size();
    long[] size = new long[k + 1];
    double[] population = new double[k + 1];
    double total = 0;
    for (int i = 0; i < segments.length; i++) {
      if (segments[i] >= 0) {
        double w = weights == null ? 1 : weights[i];
        size[segments[i]]++;
        population[segments[i]] += w;
        total += w;
      }
    }
    var out = new ArrayList<SegmentInfo>();
    for (int s = 1; s <= k; s++) {
      out.add(
          new SegmentInfo(
              s,
              names.get(s - 1),
              size[s],
              population[s],
              population[s] / total,
              silhouettes.length >= s ? silhouettes[s - 1] : Double.NaN,
              Double.NaN));
    }
    return out;
  }
}
