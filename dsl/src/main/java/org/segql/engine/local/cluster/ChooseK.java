package org.segql.engine.local.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.measure.Dispersion;
import org.segql.measure.Elbow;
import org.segql.measure.Gap;
import org.segql.measure.Silhouette;

/// Chooses the number of segments: each k is fitted, and silhouette, Calinski-Harabasz,
/// Davies-Bouldin, the gap statistic and bootstrap stability vote; that the data show no clear
/// segments is a possible answer. The rules are those of {@link Clearness} and {@link KVote}.
public final class ChooseK {
  /// Silhouettes are exact up to so many rows.
  public static final int SILHOUETTE_ROWS = 4_000;

  private static final int BOOTSTRAPS = 20;
  private static final int REFERENCES = 40;

  /// Whether there are segments at all is asked of so many, however few the range names.
  private static final int GAP_TO = 11;

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
    int largest = Math.max(to + 1, GAP_TO);
    var statistic = new GapStatistic(Stability.ROWS, REFERENCES, seed, threads);
    Gap gap = statistic.of(data, largest, progress);
    var clearness = Clearness.of(gap, statistic, data, progress);
    List<KChoice.Row> rows = rows(ks, fits, gap);
    KVote vote = KVote.of(rows, gap, clearness.clear(), clusterer.chains());
    Fit fit = clearness.clear() ? fits.get(vote.k() - from) : clusterer.fit(data, 1, progress);
    List<Diagnostic> notes = new ArrayList<>();
    notes.add(clearness.clear() ? chosen(vote) : clearness.notClear());
    if (data.rows() > Stability.ROWS) {
      notes.add(sampled());
    }
    return new KChoice(rows, vote.voices(), elbow(ks, rows), vote.k(), fit, notes);
  }

  private List<KChoice.Row> rows(int[] ks, List<Fit> fits, Gap gap) {
    double[][] columns = data.toColumns();
    var stability = new Stability(Stability.ROWS, BOOTSTRAPS, seed, threads);
    Dendrogram chains = clusterer.chains() ? fits.getFirst().tree() : null;
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
              stability.ofK(data, k, clusterer, progress),
              chains == null ? Double.NaN : chains.separation(k)));
    }
    return rows;
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

  private static Diagnostic chosen(KVote vote) {
    List<String> voices = new ArrayList<>();
    vote.voices()
        .forEach((metric, choice) -> voices.add("%s %d".formatted(metric.label(), choice)));
    return vote.agreed() > 1
        ? Diagnostic.note(
            Code.CHOSEN,
            "k = %d was chosen by vote: %s.".formatted(vote.k(), String.join(", ", voices)))
        : Diagnostic.warning(
            Code.CHOSEN,
            "No two measures agree on k (%s); %d is the one whose segments come back most surely."
                .formatted(String.join(", ", voices), vote.k()),
            "Look at several k, or give one number.");
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
