package org.segql.engine.local.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Data that several tests fit: Fisher's iris (a resource), the mall customers (where the folder of
/// shared data exists), and made ones.
public final class Samples {
  private Samples() {}

  /// 150 × 4, raw.
  public static Matrix iris() {
    return Matrix.ofRows(
        irisLines().stream()
            .map(
                line ->
                    IntStream.range(0, 4).mapToDouble(i -> Double.parseDouble(line[i])).toArray())
            .toArray(double[][]::new));
  }

  /// 150 species, 0..2.
  public static int[] irisSpecies() {
    var names = List.of("setosa", "versicolor", "virginica");
    return irisLines().stream().mapToInt(line -> names.indexOf(line[4])).toArray();
  }

  private static List<String[]> irisLines() {
    var stream = Objects.requireNonNull(Samples.class.getResourceAsStream("/data/iris.csv"));
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// 200 rows of the mall customers: age, income and score by default columns 2, 3, 4. Skips the
  /// test where the file is absent.
  public static Matrix mall(int... columns) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("shared/data/Mall_Customers.csv"))) {
      folder = folder.getParent();
    }
    assumeTrue(folder != null, "shared/data/Mall_Customers.csv is not beside this checkout");
    try (var lines =
        Files.lines(Objects.requireNonNull(folder).resolve("shared/data/Mall_Customers.csv"))) {
      return Matrix.ofRows(
          lines
              .skip(1)
              .filter(line -> !line.isBlank())
              .map(line -> line.split(","))
              .map(
                  cells ->
                      IntStream.of(columns)
                          .mapToDouble(c -> Double.parseDouble(cells[c]))
                          .toArray())
              .toArray(double[][]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// n rows around k centres in d columns; the centres are 6 or more apart where there is room.
  public static Matrix blobs(int n, int d, int k, double spread, long seed) {
    var random = new SplittableRandom(seed);
    double[][] centres = new double[k][d];
    for (int c = 0; c < k; c++) {
      double nearest = 0;
      for (int tries = 0; tries < 100 && nearest < 36; tries++) {
        centres[c] = random.doubles(d, -10, 10).toArray();
        nearest = Double.POSITIVE_INFINITY;
        for (int other = 0; other < c; other++) {
          nearest = Math.min(nearest, Distances.squared(centres[c], centres[other]));
        }
      }
    }
    double[][] columns = new double[d][n];
    for (int i = 0; i < n; i++) {
      double[] centre = centres[random.nextInt(k)];
      for (int j = 0; j < d; j++) {
        columns[j][i] = centre[j] + spread * random.nextGaussian();
      }
    }
    return Matrix.of(columns);
  }

  /// A random order of n rows.
  public static int[] shuffled(int n, long seed) {
    int[] order = IntStream.range(0, n).toArray();
    var random = new SplittableRandom(seed);
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[other];
      order[other] = swap;
    }
    return order;
  }

  /// The sizes of segments 0..k-1.
  public static int[] sizes(int[] labels, int k) {
    int[] sizes = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    return sizes;
  }
}
