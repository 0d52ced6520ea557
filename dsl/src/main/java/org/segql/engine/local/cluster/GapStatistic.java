package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.segql.engine.Progress;
import org.segql.measure.Gap;
import org.segql.measure.UnimodalReference;

/// The gap statistic with k-means, on at most `rows` rows chosen by their values alone, against as
/// many reference sets of as many rows.
///
/// @param references how many reference sets are drawn
public record GapStatistic(int rows, int references, long seed, int threads) {
  /// 20 references of at most 2,000 rows, seed 42, all processors.
  public static GapStatistic standard() {
    return new GapStatistic(Stability.ROWS, 20, 42, Runtime.getRuntime().availableProcessors());
  }

  /// Against even noise, for k = 1..largest, or as many as there are different rows less one.
  public Gap of(Matrix data, int largest, Progress progress) {
    Matrix sample = sample(data);
    double[][] columns = sample.toColumns();
    int different = Sketch.of(sample, sample.rows(), seed).points().rows();
    int most = Math.clamp(largest, 1, Math.max(1, different - 1));
    int[] ks = IntStream.rangeClosed(1, most).toArray();
    return against(random -> Gap.reference(columns, sample.rows(), random), sample, ks, progress);
  }

  /// Against rows that have the shape of the data but a single mode.
  ///
  /// @param ks the first of them 1
  Gap ofOneMode(Matrix data, int[] ks, Progress progress) {
    Matrix sample = sample(data);
    var reference = UnimodalReference.of(sample.toColumns());
    return against(random -> reference.draw(sample.rows(), random), sample, ks, progress);
  }

  private Matrix sample(Matrix data) {
    return data.withWeights(null).subset(Stability.sample(data, rows, seed));
  }

  private Gap against(
      Function<RandomGenerator, double[][]> like, Matrix sample, int[] ks, Progress progress) {
    double[] within = within(sample, ks, seed, Stability.quiet(progress));
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
                Matrix drawn = Matrix.of(like.apply(streams[b]));
                reference[b] = within(drawn, ks, streams[b].nextLong(), Stability.quiet(progress));
              }
            });
    return Gap.of(ks, within, reference);
  }

  private static double[] within(Matrix data, int[] ks, long seed, Progress progress) {
    double[] within = Arrays.stream(ks).mapToDouble(k -> within(data, k, seed, progress)).toArray();
    // Of columns with few values k segments may hold all different rows: no sum, no logarithm.
    double least = within[0] * 1e-12;
    return Arrays.stream(within).map(w -> Math.max(w, least)).toArray();
  }

  private static double within(Matrix data, int k, long seed, Progress progress) {
    try {
      return KMeans.quick(data, k, seed, progress).objective();
    } catch (TooFewRows _) {
      return 0;
    }
  }
}
