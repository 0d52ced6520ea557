package org.segql.engine.local.eval;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.engine.local.eval.Vector.Texts;
import org.segql.function.ScalarFunction;

/// Functions whose value depends on the whole table, and UNIFORM, which depends on none of it.
final class TableFunctions {
  private TableFunctions() {}

  static Numbers call(ScalarFunction function, List<Vector> a) {
    return switch (function) {
      case NTILE -> ntile((Numbers) a.get(0), (Numbers) a.get(1));
      case RANK -> rank((Numbers) a.getFirst());
      case UNIFORM -> uniform(a.get(0), (Numbers) a.get(1));
      default -> throw new IllegalArgumentException(function + " is no function of tables");
    };
  }

  /// Band 1 + floor(n · below / count), where `below` values are smaller: equal values share a
  /// band.
  private static Numbers ntile(Numbers x, Numbers bands) {
    double[] sorted = sorted(x);
    double[] out = new double[x.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          x.missing(i) || bands.missing(i)
              ? Double.NaN
              : 1 + Math.floor(bands.values()[i] * below(sorted, x.values()[i]) / sorted.length);
    }
    return new Numbers(out);
  }

  private static Numbers rank(Numbers x) {
    double[] sorted = sorted(x);
    double[] out = new double[x.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          x.missing(i) ? Double.NaN : 1 + sorted.length - below(sorted, Math.nextUp(x.values()[i]));
    }
    return new Numbers(out);
  }

  private static double[] sorted(Numbers x) {
    return Arrays.stream(x.values())
        .filter(v -> !Double.isNaN(v))
        .map(v -> v + 0.0)
        .sorted()
        .toArray();
  }

  /// How many are smaller than x.
  private static int below(double[] sorted, double x) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Numbers uniform(Vector id, Numbers seed) {
    double[] out = new double[id.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          id.missing(i) || seed.missing(i)
              ? Double.NaN
              : (mix(hash(id, i) ^ mix((long) seed.values()[i])) >>> 11) * 0x1.0p-53;
    }
    return new Numbers(out);
  }

  private static long hash(Vector v, int row) {
    if (v instanceof Texts t) {
      long h = 0xcbf29ce484222325L; // FNV-1a, 64 bits
      for (byte b : t.text(row).getBytes(StandardCharsets.UTF_8)) {
        h = (h ^ (b & 0xff)) * 0x100000001b3L;
      }
      return h;
    }
    return Comparisons.key(v, row);
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  private static long mix(long z) {
    z += 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
