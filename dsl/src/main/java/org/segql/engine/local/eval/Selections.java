package org.segql.engine.local.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.segql.diagnostic.Code;
import org.segql.engine.Progress;
import org.segql.engine.local.eval.Vector.Booleans;
import org.segql.engine.local.eval.Vector.Dates;
import org.segql.engine.local.eval.Vector.Moments;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.engine.local.eval.Vector.Texts;
import org.segql.function.ScalarFunction;

/// Functions that choose among values: IF, CASE, COALESCE, NULLIF, bands and levels.
public final class Selections {
  private Selections() {}

  /// The first `rows` values of one, the rest of the other; both are of the full length.
  public static Vector upper(Vector above, Vector below, int rows) {
    byte[] first = new byte[above.size()];
    Arrays.fill(first, 0, rows, (byte) 1);
    return choose(new Booleans(first), above, below);
  }

  /// `yes` where the condition is TRUE, else `no`.
  static Vector choose(Booleans condition, Vector yes, Vector no) {
    Vector[] both = Comparisons.alike(yes, no);
    byte[] c = condition.values();
    int n = c.length;
    return switch (both[0]) {
      case Numbers a -> {
        double[] b = ((Numbers) both[1]).values();
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
          out[i] = c[i] == 1 ? a.values()[i] : b[i];
        }
        yield new Numbers(out);
      }
      case Texts a -> {
        Texts b = (Texts) both[1];
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
          out[i] = c[i] == 1 ? a.codes()[i] : b.codes()[i];
        }
        yield new Texts(
            out, a.dictionary(), a.levels().equals(b.levels()) ? a.levels() : List.of());
      }
      case Booleans a -> {
        byte[] b = ((Booleans) both[1]).values();
        byte[] out = new byte[n];
        for (int i = 0; i < n; i++) {
          out[i] = c[i] == 1 ? a.values()[i] : b[i];
        }
        yield new Booleans(out);
      }
      case Dates a -> {
        int[] b = ((Dates) both[1]).packed();
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
          out[i] = c[i] == 1 ? a.packed()[i] : b[i];
        }
        yield new Dates(out);
      }
      case Moments a -> {
        long[] b = ((Moments) both[1]).packed();
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
          out[i] = c[i] == 1 ? a.packed()[i] : b[i];
        }
        yield new Moments(out);
      }
    };
  }

  static Vector coalesce(List<Vector> vectors) {
    Vector result = vectors.getLast();
    for (Vector earlier : vectors.subList(0, vectors.size() - 1).reversed()) {
      result = choose(Logic.not(Logic.isNull(earlier)), earlier, result);
    }
    return result;
  }

  static Vector nullIf(Vector a, Vector b, Progress progress) {
    Booleans equal = Comparisons.compare(ScalarFunction.EQUAL, a, b, progress);
    return choose(equal, Vector.nulls(a.type(), a.size()), a);
  }

  /// @param cuts rising; a value at a cut belongs to the band above it
  static Texts bands(Numbers x, double[] cuts, List<String> labels) {
    int[] codes = new int[x.size()];
    for (int i = 0; i < codes.length; i++) {
      double v = x.values()[i];
      if (Double.isNaN(v)) {
        codes[i] = -1;
        continue;
      }
      int place = Arrays.binarySearch(cuts, v);
      codes[i] = place >= 0 ? place + 1 : -place - 1;
    }
    return new Texts(codes, labels.toArray(new String[0]), labels);
  }

  static Texts ordinal(Texts x, List<String> levels, Findings findings) {
    var unknown = new boolean[x.dictionary().length];
    var strange = new ArrayList<String>();
    var known = new HashSet<>(levels);
    for (int c = 0; c < unknown.length; c++) {
      unknown[c] = !known.contains(x.dictionary()[c]);
      if (unknown[c] && strange.size() < 3) {
        strange.add("'" + x.dictionary()[c] + "'");
      }
    }
    int[] codes = x.codes().clone();
    long lost = 0;
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] >= 0 && unknown[codes[i]]) {
        codes[i] = -1;
        lost++;
      }
    }
    findings.count(
        Code.CAST_FAILED,
        lost,
        "values are none of the levels of ORDINAL and are NULL ("
            + String.join(", ", strange)
            + ")",
        "Add them to the levels.");
    return new Texts(codes, x.dictionary(), levels);
  }
}
