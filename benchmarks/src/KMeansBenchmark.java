import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.segql.engine.Progress;
import org.segql.engine.local.cluster.Fit;
import org.segql.engine.local.cluster.KMeans;
import org.segql.engine.local.cluster.KMeansOptions;
import org.segql.engine.local.cluster.Matrix;

/// Time of one of Lloyd's iterations over all rows: (25 iterations − 5 iterations) / 20, the middle of several rounds, from the same start as
/// `kmeans.py` takes; and the objective where the iterations come to rest. Writes the rows and the start for it first.
///
/// Arguments: folder, rows, columns, k.
public class KMeansBenchmark {
  private static final int ROUNDS = 7;

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int n = Integer.parseInt(args[1]);
    int d = Integer.parseInt(args[2]);
    int k = Integer.parseInt(args[3]);
    double[][] columns = rows(n, d);
    double[][] start = new double[k][d];
    for (int j = 0; j < k; j++) {
      for (int m = 0; m < d; m++) {
        start[j][m] = columns[m][j * (n / k)];
      }
    }
    write(folder.resolve("rows.f64"), columns);
    write(folder.resolve("start.f64"), start);
    Matrix data = Matrix.of(columns);
    seconds(data, start, 25);
    double[] each = new double[ROUNDS];
    for (int r = 0; r < ROUNDS; r++) {
      each[r] = (seconds(data, start, 25) - seconds(data, start, 5)) / 20;
    }
    Arrays.sort(each);
    Fit fit = fit(data, start, 1000);
    System.out.printf(Locale.ROOT, "%.6f %.9e%n", each[ROUNDS / 2], fit.objective());
  }

  private static Fit fit(Matrix data, double[][] start, int iterations) {
    int threads = Runtime.getRuntime().availableProcessors();
    var options = new KMeansOptions(start.length, 1, iterations, 0, 42, threads);
    return KMeans.from(data, start, options, Progress.NONE);
  }

  private static double seconds(Matrix data, double[][] start, int iterations) {
    long before = System.nanoTime();
    fit(data, start, iterations);
    return (System.nanoTime() - before) / 1e9;
  }

  /// Eight clouds, touching in few columns and apart in many, so that rows keep changing their segment for a while.
  private static double[][] rows(int n, int d) {
    var random = new SplittableRandom(42);
    double[][] centres = new double[8][];
    Arrays.setAll(centres, _ -> random.doubles(d, -2, 2).toArray());
    double[][] columns = new double[d][n];
    for (int i = 0; i < n; i++) {
      double[] centre = centres[random.nextInt(centres.length)];
      for (int m = 0; m < d; m++) {
        columns[m][i] = centre[m] + random.nextGaussian();
      }
    }
    return columns;
  }

  private static void write(Path file, double[][] values) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      for (double[] line : values) {
        for (double value : line) {
          out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(value)));
        }
      }
    }
  }
}
