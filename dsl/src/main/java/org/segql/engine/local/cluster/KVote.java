package org.segql.engine.local.cluster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.segql.measure.Gap;
import org.segql.measure.Metric;

/// The rule by which k is chosen. It answers two questions, one after the other: whether there are
/// segments at all, which is {@link Clearness}, and how many. Each measure has one voice:
/// * silhouette, Calinski-Harabasz: the k with the largest; Davies-Bouldin: with the smallest;
/// * gap: the k up to which it rises and after which it does so no longer, the largest of (Gap(k) −
///   Gap(k−1)) − (Gap(k+1) − Gap(k)): Yan and Ye (2007), "Determining the number of clusters using
///   the weighted gap statistic", Biometrics 63. Gap(k) ≥ Gap(k+1) − s goes on for ever where
///   segments are not round, and stops too early where they come in groups;
/// * stability: the largest k that is within {@link #EQUAL} of the best, because a coarser cut of
///   nested segments is as stable as the finer one and says less (on its liking for few segments:
///   Ben-Hur, Elisseeff and Guyon, 2002; von Luxburg, 2010, "Clustering stability: an overview").
///
/// The k with most voices is chosen, of equals the one with the larger silhouette. Where no two
/// measures agree, the choice is that of stability: segments that come back at least.
///
/// That silhouette, Calinski-Harabasz and Davies-Bouldin are the ones to ask, and that none of them
/// is right alone: Arbelaitz et al. (2013), "An extensive comparative study of cluster validity
/// indices", Pattern Recognition 46. They judge by distances from the middle of a segment, which
/// says nothing of chains. Where an algorithm follows chains, as single linkage does, stability is
/// asked and {@link Dendrogram#separation}: the smallest distance between segments over the largest
/// step within one, Dunn's index with the minimum spanning tree in place of the diameter (Pal and
/// Biswas, 1997, "Cluster validation using graph theoretic concepts", Pattern Recognition 30).
///
/// `KVoteTest` states how often the rule is right on noise and on segments of many kinds.
///
/// @param voices the k that each measure is for; for the gap statistic 1 where there are none
/// @param k the choice; 1 where there are no clear segments
/// @param agreed how many voices the choice has
record KVote(Map<Metric, Integer> voices, int k, int agreed) {
  /// Mean adjusted Rand indices that differ by no more are as good.
  static final double EQUAL = 0.03;

  /// @param rows the figures of each k, ascending
  /// @param clear whether there are segments at all
  /// @param chains whether the algorithm follows chains
  static KVote of(List<KChoice.Row> rows, Gap gap, boolean clear, boolean chains) {
    Map<Metric, Integer> voices = new EnumMap<>(Metric.class);
    (chains
            ? List.of(Metric.SEPARATION)
            : List.of(Metric.SILHOUETTE, Metric.CALINSKI_HARABASZ, Metric.DAVIES_BOULDIN))
        .forEach(metric -> best(metric, rows, voices));
    stability(rows, voices);
    if (!clear) {
      voices.put(Metric.GAP, 1);
      return new KVote(voices, 1, 1);
    }
    int bend = chains ? 0 : bend(rows, gap);
    if (bend > 0) {
      voices.put(Metric.GAP, bend);
    }
    return counted(rows, voices);
  }

  private static void best(Metric metric, List<KChoice.Row> rows, Map<Metric, Integer> voices) {
    int best = metric.best(rows.stream().mapToDouble(row -> row.value(metric)).toArray());
    if (best >= 0) {
      voices.put(metric, rows.get(best).k());
    }
  }

  private static void stability(List<KChoice.Row> rows, Map<Metric, Integer> voices) {
    double[] stability = rows.stream().mapToDouble(KChoice.Row::stability).toArray();
    int steadiest = Metric.STABILITY.best(stability);
    for (int i = 0; i < stability.length && steadiest >= 0; i++) {
      if (stability[i] >= stability[steadiest] - EQUAL) {
        voices.put(Metric.STABILITY, rows.get(i).k());
      }
    }
  }

  /// 0 where no k has gaps on both sides.
  private static int bend(List<KChoice.Row> rows, Gap gap) {
    double sharpest = Double.NEGATIVE_INFINITY;
    int at = 0;
    double[] g = gap.gap();
    for (KChoice.Row row : rows) {
      int k = row.k();
      if (k < g.length) {
        double bend = 2 * g[k - 1] - g[k - 2] - g[k];
        if (bend > sharpest) {
          sharpest = bend;
          at = k;
        }
      }
    }
    return at;
  }

  private static KVote counted(List<KChoice.Row> rows, Map<Metric, Integer> voices) {
    Map<Integer, Integer> count = new TreeMap<>();
    voices.values().forEach(k -> count.merge(k, 1, Integer::sum));
    int most = count.values().stream().max(Integer::compare).orElse(0);
    if (most < 2 && voices.containsKey(Metric.STABILITY)) {
      return new KVote(voices, voices.get(Metric.STABILITY), 1);
    }
    int best = rows.getFirst().k();
    double silhouette = Double.NEGATIVE_INFINITY;
    for (KChoice.Row row : rows) {
      if (count.getOrDefault(row.k(), 0) == most && row.silhouette() > silhouette) {
        best = row.k();
        silhouette = row.silhouette();
      }
    }
    return new KVote(voices, best, most);
  }
}
