package org.segql.engine.local.cluster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.measure.Dispersion;
import org.segql.measure.Elbow;
import org.segql.measure.Gap;
import org.segql.measure.Metric;
import org.segql.measure.Silhouette;

/// Chooses the number of segments: each k is fitted, and silhouette, Calinski-Harabasz,
/// Davies-Bouldin, the gap statistic and bootstrap stability vote with one voice each; of equal
/// numbers of votes the smaller k wins. Where the gap statistic says 1 and no k reaches a
/// silhouette of {@link #CLEAR} or, above 2, a stability of {@link #REPRODUCIBLE}, the answer is
/// that the data show no clear segments.
public final class ChooseK {
  /// Kaufman and Rousseeuw (1990), "Finding groups in data": below it the structure "is weak and
  /// could be artificial".
  public static final double CLEAR = 0.5;

  /// Hennig (2007): from it on segments are "highly stable".
  public static final double REPRODUCIBLE = 0.85;

  /// Silhouettes are exact up to so many rows.
  public static final int SILHOUETTE_ROWS = 4_000;

  private static final int BOOTSTRAPS = 20;

  private final Matrix data;
  private final Clusterer clusterer;
  private final long seed;
  private final int threads;
  private final Progress progress;

  private ChooseK(Matrix data, Clusterer clusterer, long seed, int threads, Progress progress) {
    this.data = data;
    this.clusterer = clusterer;
    this.seed = seed;
    this.threads = threads;
    this.progress = progress;
  }

  /// @param from the smallest k, at least 2
  /// @param to the largest k
  public static KChoice choose(
      Matrix data,
      int from,
      int to,
      Clusterer clusterer,
      long seed,
      int threads,
      Progress progress) {
    if (from < 2 || to < from) {
      throw new IllegalArgumentException("k from " + from + " to " + to);
    }
    return new ChooseK(data, clusterer, seed, threads, progress).choose(from, to);
  }

  private KChoice choose(int from, int to) {
    int[] ks = IntStream.rangeClosed(from, to).toArray();
    List<Fit> fits = clusterer.fits(data, ks, progress);
    Gap gap = new GapStatistic(Stability.ROWS, 20, seed, threads).of(data, to + 1, progress);
    List<KChoice.Row> rows = rows(ks, fits, gap);
    Map<Metric, Integer> votes = votes(rows, gap, from, to);
    double best = rows.stream().mapToDouble(KChoice.Row::silhouette).max().orElse(Double.NaN);
    // Segments that come back under bootstrap are worth having even where no gap shows between
    // them.
    boolean reproducible =
        rows.stream().anyMatch(row -> row.k() > 2 && row.stability() >= REPRODUCIBLE);
    boolean clear = gap.choice() > 1 || best >= CLEAR || reproducible;
    int k = clear ? mostVotes(votes) : 1;
    Fit fit = clear ? fits.get(k - from) : clusterer.fit(data, 1, progress);
    List<Diagnostic> notes = new ArrayList<>();
    notes.add(chosen(votes, k, clear, best));
    if (data.rows() > Stability.ROWS) {
      notes.add(sampled());
    }
    return new KChoice(rows, votes, elbow(ks, rows), k, fit, notes);
  }

  private List<KChoice.Row> rows(int[] ks, List<Fit> fits, Gap gap) {
    double[][] columns = data.toColumns();
    var stability = new Stability(Stability.ROWS, BOOTSTRAPS, seed, threads);
    List<KChoice.Row> rows = new ArrayList<>();
    for (int i = 0; i < ks.length; i++) {
      int k = ks[i];
      int[] labels = fits.get(i).labels();
      progress.check();
      progress.report("silhouette, k = " + k, (double) i / ks.length);
      var dispersion = Dispersion.of(columns, labels, k, data.weights());
      var silhouette = Silhouette.of(columns, labels, k, data.weights(), seed, SILHOUETTE_ROWS);
      boolean known = k <= gap.k().length;
      rows.add(
          new KChoice.Row(
              k,
              dispersion.withinTotal(),
              silhouette.mean(),
              dispersion.calinskiHarabasz(),
              dispersion.daviesBouldin(),
              known ? gap.gap()[k - 1] : Double.NaN,
              known ? gap.error()[k - 1] : Double.NaN,
              stability.ofK(data, k, clusterer, progress)));
    }
    return rows;
  }

  private static Map<Metric, Integer> votes(List<KChoice.Row> rows, Gap gap, int from, int to) {
    Map<Metric, Integer> votes = new EnumMap<>(Metric.class);
    for (Metric metric :
        List.of(
            Metric.SILHOUETTE, Metric.CALINSKI_HARABASZ, Metric.DAVIES_BOULDIN, Metric.STABILITY)) {
      int best = metric.best(rows.stream().mapToDouble(row -> row.value(metric)).toArray());
      if (best >= 0) {
        votes.put(metric, rows.get(best).k());
      }
    }
    int choice = gap.choice();
    if (choice == 1 || (choice >= from && choice <= to)) {
      votes.put(Metric.GAP, choice);
    }
    return votes;
  }

  private static int mostVotes(Map<Metric, Integer> votes) {
    Map<Integer, Integer> count = new TreeMap<>();
    votes.values().stream().filter(k -> k > 1).forEach(k -> count.merge(k, 1, Integer::sum));
    int best = -1;
    for (var entry : count.entrySet()) {
      if (best < 0 || entry.getValue() > count.getOrDefault(best, 0)) {
        best = entry.getKey();
      }
    }
    return best;
  }

  private OptionalInt elbow(int[] ks, List<KChoice.Row> rows) {
    double[] within = rows.stream().mapToDouble(KChoice.Row::within).toArray();
    // One segment belongs to the curve: without it the smallest k could not be the bend.
    int[] all = new int[ks.length + 1];
    double[] values = new double[ks.length + 1];
    all[0] = 1;
    values[0] =
        Dispersion.of(data.toColumns(), new int[data.rows()], 1, data.weights()).withinTotal();
    System.arraycopy(ks, 0, all, 1, ks.length);
    System.arraycopy(within, 0, values, 1, ks.length);
    return Elbow.of(all, values);
  }

  private static Diagnostic chosen(
      Map<Metric, Integer> votes, int k, boolean clear, double silhouette) {
    if (!clear) {
      return Diagnostic.warning(
          Code.NO_CLEAR_SEGMENTS,
          "These data show no clear segments: the gap statistic says 1, and the best silhouette is %.2f (below %.1f)."
              .formatted(silhouette, CLEAR),
          "Give one number in place of the range for a useful cut all the same.");
    }
    List<String> voices = new ArrayList<>();
    votes.forEach((metric, choice) -> voices.add("%s %d".formatted(metric.label(), choice)));
    return Diagnostic.note(
        Code.CHOSEN, "k = %d was chosen by vote: %s.".formatted(k, String.join(", ", voices)));
  }

  private Diagnostic sampled() {
    String silhouettes =
        data.rows() > SILHOUETTE_ROWS
            ? "silhouettes were computed on about %,d rows, ".formatted(SILHOUETTE_ROWS)
            : "";
    return Diagnostic.note(
        Code.SAMPLED,
        "To choose k, %sthe gap statistic and stability were computed on %,d rows; every k was fitted on all rows."
            .formatted(silhouettes, Stability.ROWS));
  }
}
