package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.segql.engine.Progress;
import org.segql.measure.Gap;

/// The gap statistic with k-means, on at most `rows` rows chosen by their values alone, against as
/// many reference sets of as many rows.
///
/// @param references how many reference sets are drawn
public record GapStatistic(int rows, int references, long seed, int threads) {
  /// 20 references of at most 2,000 rows, seed 42, all processors.
  public static GapStatistic standard() {
    return new GapStatistic(Stability.ROWS, 20, 42, Runtime.getRuntime().availableProcessors());
  }

  /// For k = 1..largest, or as many as there are different rows less one.
  public Gap of(Matrix data, int largest, Progress progress) {
    Matrix sample = data.withWeights(null).subset(Stability.sample(data, rows, seed));
    int different = Sketch.of(sample, sample.rows(), seed).points().rows();
    int[] ks =
        IntStream.rangeClosed(1, Math.clamp(largest, 1, Math.max(1, different - 1))).toArray();
    double[] within = within(sample, ks, seed, Stability.quiet(progress));
    double[][] columns = sample.toColumns();
    var root = new SplittableRandom(seed);
    SplittableRandom[] streams = new SplittableRandom[references];
    Arrays.setAll(streams, _ -> root.split());
    double[][] reference = new double[references][];
    new Workers(threads, progress)
        .run(
            references,
            1,
            (_, from, to) -> {
              for (int b = from; b < to; b++) {
                progress.report("gap statistic", (double) b / references);
                Matrix drawn = Matrix.of(Gap.reference(columns, sample.rows(), streams[b]));
                reference[b] = within(drawn, ks, streams[b].nextLong(), Stability.quiet(progress));
              }
            });
    return Gap.of(ks, within, reference);
  }

  private static double[] within(Matrix data, int[] ks, long seed, Progress progress) {
    return Arrays.stream(ks)
        .mapToDouble(k -> KMeans.quick(data, k, seed, progress).objective())
        .toArray();
  }
}
