package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.measure.Agreement;
import org.segql.measure.RowOrder;

/// How well segments come back when the data are drawn again. All of it on at most `rows` rows,
/// chosen by their values alone.
///
/// @param rows how many rows take part; all where there are no more
/// @param bootstraps how many times the data are drawn
public record Stability(int rows, int bootstraps, long seed, int threads) {
  /// The default number of rows.
  public static final int ROWS = 2_000;

  /// 100 bootstraps on 2,000 rows, seed 42, all processors.
  public static Stability standard() {
    return new Stability(ROWS, 100, 42, Runtime.getRuntime().availableProcessors());
  }

  /// For each segment of a fit the mean over the bootstraps of its largest Jaccard similarity with
  /// a segment of the bootstrap's fit, which scores all rows that take part. NaN for a segment none
  /// of whose rows takes part.
  ///
  /// Hennig (2007), "Cluster-wise assessment of cluster stability", CSDA 52.
  ///
  /// @param data the rows that were fitted
  /// @return k values 0..1; {@link org.segql.measure.StabilityGrade} names them
  public double[] perSegment(Matrix data, Fit fit, Clusterer clusterer, Progress progress) {
    int[] chosen = sample(data, rows, seed);
    Matrix points = data.subset(chosen);
    int[] labels = Arrays.stream(chosen).map(i -> fit.labels()[i]).toArray();
    double[][] jaccard = new double[bootstraps][];
    each(
        progress,
        "stability",
        (b, random) -> {
          Fit again = refit(points, fit.k(), clusterer, random, progress);
          if (again != null) {
            jaccard[b] = Agreement.jaccard(labels, fit.k(), again.scorer().score(points).labels());
          }
        });
    return mean(jaccard, fit.k());
  }

  /// The mean adjusted Rand index of two bootstraps' fits with k segments, both scoring all rows
  /// that take part.
  ///
  /// Dolnicar and Leisch (2010), "Evaluation of structure and reproducibility of cluster solutions
  /// using the bootstrap", Marketing Letters 21.
  public double ofK(Matrix data, int k, Clusterer clusterer, Progress progress) {
    Matrix points = data.subset(sample(data, rows, seed));
    double[][] agreement = new double[bootstraps][];
    each(
        progress,
        "stability, k = " + k,
        (b, random) -> {
          Fit one = refit(points, k, clusterer, random, progress);
          Fit two = refit(points, k, clusterer, random, progress);
          if (one != null && two != null) {
            agreement[b] =
                new double[] {
                  Agreement.adjustedRand(
                      one.scorer().score(points).labels(), two.scorer().score(points).labels())
                };
          }
        });
    return mean(agreement, 1)[0];
  }

  /// The first rows in the order of their values' hashes.
  static int[] sample(Matrix data, int rows, long seed) {
    int[] order = RowOrder.sorted(RowOrder.hashes(data.toColumns(), seed));
    return order.length <= rows ? order : Arrays.copyOf(order, rows);
  }

  @FunctionalInterface
  private interface Draw {
    void run(int number, SplittableRandom random);
  }

  private void each(Progress progress, String phase, Draw draw) {
    var root = new SplittableRandom(seed);
    SplittableRandom[] streams = new SplittableRandom[bootstraps];
    for (int b = 0; b < bootstraps; b++) {
      streams[b] = root.split();
    }
    new Workers(threads, progress)
        .run(
            bootstraps,
            1,
            (_, from, to) -> {
              for (int b = from; b < to; b++) {
                progress.report(phase, (double) b / bootstraps);
                draw.run(b, streams[b]);
              }
            });
  }

  /// A fit of as many rows drawn with replacement; null where they hold fewer different rows than
  /// segments.
  private static @Nullable Fit refit(
      Matrix points, int k, Clusterer clusterer, SplittableRandom random, Progress progress) {
    int n = points.rows();
    int[] drawn = random.ints(n, 0, n).toArray();
    try {
      return clusterer.quick(random.nextLong()).fit(points.subset(drawn), k, quiet(progress));
    } catch (SegqlException e) {
      progress.check();
      return null;
    }
  }

  /// Hundreds of small fits have nothing to report, but stop with the statement.
  static Progress quiet(Progress progress) {
    return new Progress() {
      @Override
      public void report(String phase, double fraction) {}

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private static double[] mean(double[][] values, int k) {
    double[] mean = new double[k];
    for (int j = 0; j < k; j++) {
      double sum = 0;
      int count = 0;
      for (double[] line : values) {
        if (line != null && !Double.isNaN(line[j])) {
          sum += line[j];
          count++;
        }
      }
      mean[j] = count == 0 ? Double.NaN : sum / count;
    }
    return mean;
  }
}
