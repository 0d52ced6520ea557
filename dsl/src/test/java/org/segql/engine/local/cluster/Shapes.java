package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Made data of which it is known how many segments they hold.
final class Shapes {
  private Shapes() {}

  /// One normal cloud, the same in every direction.
  static Matrix normal(int n, int d, long seed) {
    var random = new SplittableRandom(seed);
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      Arrays.setAll(column, _ -> random.nextGaussian());
    }
    return Matrix.of(columns);
  }

  /// Rows spread evenly over a cube.
  static Matrix uniform(int n, int d, long seed) {
    var random = new SplittableRandom(seed);
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      Arrays.setAll(column, _ -> random.nextDouble());
    }
    return Matrix.of(columns);
  }

  /// Columns that have nothing to do with each other, scaled.
  static Matrix independent(int n, int d, long seed, ToDoubleFunction<SplittableRandom> value) {
    var random = new SplittableRandom(seed);
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      Arrays.setAll(column, _ -> value.applyAsDouble(random));
    }
    return scaled(Matrix.of(columns));
  }

  /// Two lognormal columns whose logarithms are correlated by .7, scaled.
  static Matrix spending(int n, long seed) {
    var random = new SplittableRandom(seed);
    double[][] columns = new double[2][n];
    for (int i = 0; i < n; i++) {
      double one = random.nextGaussian();
      columns[0][i] = Math.exp(one);
      columns[1][i] = Math.exp(.7 * one + Math.sqrt(.51) * random.nextGaussian());
    }
    return scaled(Matrix.of(columns));
  }

  /// The rows with one column more, scaled.
  static Matrix withColumn(Matrix rows, long seed, ToDoubleFunction<SplittableRandom> value) {
    var random = new SplittableRandom(-seed);
    double[][] columns = Arrays.copyOf(rows.toColumns(), rows.columns() + 1);
    columns[rows.columns()] =
        random.doubles(rows.rows()).map(_ -> value.applyAsDouble(random)).toArray();
    return scaled(Matrix.of(columns));
  }

  /// k normal clouds, their centres at least `apart` standard deviations from each other.
  ///
  /// @param unequal whether the largest holds four times as many rows as the smallest
  /// @param correlated whether each cloud is drawn out along the same direction
  static Matrix blobs(
      int n, int d, int k, double apart, boolean unequal, boolean correlated, long seed) {
    var random = new SplittableRandom(seed * 31 + k);
    double[][] centres = centres(d, k, apart, random);
    double[] upTo = new double[k];
    double sum = 0;
    for (int c = 0; c < k; c++) {
      sum += unequal && k > 1 ? Math.pow(4, -(double) c / (k - 1)) : 1;
      upTo[c] = sum;
    }
    double[][] columns = new double[d][n];
    for (int i = 0; i < n; i++) {
      double at = (i + 0.5) / n * sum;
      int c = 0;
      while (upTo[c] < at) {
        c++;
      }
      double shared = random.nextGaussian();
      for (int j = 0; j < d; j++) {
        double own = random.nextGaussian();
        columns[j][i] = centres[c][j] + (correlated ? 0.8 * shared + 0.6 * own : own);
      }
    }
    return Matrix.of(columns);
  }

  private static double[][] centres(int d, int k, double apart, SplittableRandom random) {
    double[][] centres = new double[k][];
    double width = apart * Math.max(1, Math.pow(k, 1.0 / d)) * 0.8;
    for (int c = 0; c < k; c++) {
      boolean near = true;
      while (near) {
        double reach = width;
        centres[c] = random.doubles(d, -reach, reach).toArray();
        near = false;
        for (int other = 0; other < c; other++) {
          near |= Distances.squared(centres[c], centres[other]) < apart * apart;
        }
        width *= near ? 1.01 : 1;
      }
    }
    return centres;
  }

  /// Two half circles, each around an end of the other.
  static Matrix moons(int n, double noise, long seed) {
    var random = new SplittableRandom(seed);
    double[][] columns = new double[2][n];
    for (int i = 0; i < n; i++) {
      double angle = Math.PI * random.nextDouble();
      boolean upper = i % 2 == 0;
      columns[0][i] =
          (upper ? Math.cos(angle) : 1 - Math.cos(angle)) + noise * random.nextGaussian();
      columns[1][i] =
          (upper ? Math.sin(angle) : 0.5 - Math.sin(angle)) + noise * random.nextGaussian();
    }
    return Matrix.of(columns);
  }

  /// Every column with mean 0 and standard deviation 1.
  static Matrix scaled(Matrix data) {
    double[][] columns = data.toColumns();
    for (double[] column : columns) {
      double mean = Arrays.stream(column).average().orElse(0);
      double squares = Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
      double deviation = Math.sqrt(squares / column.length);
      Arrays.setAll(column, i -> (column[i] - mean) / deviation);
    }
    return Matrix.of(columns);
  }
}
