package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.eval.Vector;
import org.segql.measure.CohensD;
import org.segql.measure.Holm;
import org.segql.measure.Magnitude;
import org.segql.measure.Moments;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// What separates one segment from another, or from all others: Cohen's d and Welch's test a
/// variable, the strongest first. A level of a text is a variable of 0 and 1.
public final class Pairwise {
  private Pairwise() {}

  private record Line(String name, boolean rate, boolean forming, Moments a, Moments b) {
    /// Variables that formed the segments are not tested: that would be circular.
    double p() {
      return forming ? Double.NaN : CohensD.p(a, b);
    }
  }

  /// @param against 0: all other segments
  public static Part.TablePart compare(
      LocalSegmentation s, int of, int against, List<Profiler.Subject> subjects) {
    int[] sides = sides(s, of, against);
    var lines = new ArrayList<Line>();
    for (var subject : subjects) {
      lines(subject, sides, s.weights(), lines);
    }
    double[] p = Holm.adjust(lines.stream().mapToDouble(Line::p).toArray());
    return table(lines, p, s, of, against);
  }

  /// 0 for the rows of a segment, 1 for those of its rival, -1 for all else.
  ///
  /// @param against 0: all other segments
  public static int[] sides(LocalSegmentation s, int of, int against) {
    int[] segments = s.membership().segments();
    int[] sides = new int[segments.length];
    for (int i = 0; i < sides.length; i++) {
      boolean rival = against == 0 ? segments[i] > 0 && segments[i] != of : segments[i] == against;
      sides[i] = segments[i] == of ? 0 : rival ? 1 : -1;
    }
    return sides;
  }

  private static void lines(
      Profiler.Subject subject, int[] sides, double @Nullable [] weights, List<Line> into) {
    switch (subject.values()) {
      case Vector.Numbers v ->
          add(subject.name(), false, subject.forming(), v.values(), sides, weights, into);
      case Vector.Booleans v -> {
        double[] x = new double[v.size()];
        Arrays.setAll(x, i -> v.missing(i) ? Double.NaN : v.values()[i]);
        add(subject.name(), true, subject.forming(), x, sides, weights, into);
      }
      case Vector.Texts v -> {
        for (int code = 0; code < Math.min(20, v.dictionary().length); code++) {
          int level = code;
          double[] x = new double[v.size()];
          Arrays.setAll(x, i -> v.missing(i) ? Double.NaN : v.codes()[i] == level ? 1 : 0);
          add(
              subject.name() + " = " + v.dictionary()[code],
              true,
              subject.forming(),
              x,
              sides,
              weights,
              into);
        }
      }
      case Vector.Dates _, Vector.Moments _ -> {}
    }
  }

  private static void add(
      String name,
      boolean rate,
      boolean forming,
      double[] x,
      int[] sides,
      double @Nullable [] weights,
      List<Line> into) {
    Moments[] both = Moments.bySegment(x, sides, 2, weights);
    into.add(new Line(name, rate, forming, both[0], both[1]));
  }

  private static Part.TablePart table(
      List<Line> lines, double[] p, LocalSegmentation s, int of, int against) {
    String left = s.model().segmentName(of);
    String right = against == 0 ? "all others" : s.model().segmentName(against);
    Integer[] order = new Integer[lines.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -strength(lines.get(i))));
    var names = StringColumn.create("variable");
    var a = DoubleColumn.create(left);
    var b = DoubleColumn.create(right.equals(left) ? right + " (2)" : right);
    var d = DoubleColumn.create("d");
    var words = StringColumn.create("magnitude");
    var adjusted = DoubleColumn.create("p");
    for (int i : order) {
      Line line = lines.get(i);
      double effect = CohensD.of(line.a(), line.b());
      names.append(line.rate() ? line.name() + " (share)" : line.name());
      a.append(line.a().mean());
      b.append(line.b().mean());
      d.append(effect);
      words.append(Magnitude.cohensD(effect).name().toLowerCase(Locale.ROOT));
      adjusted.append(p[i]);
    }
    return Part.table(
        Table.create(names, a, b, d, words, adjusted),
        Map.of(
            a.name(),
            ColumnFormat.significant(4),
            b.name(),
            ColumnFormat.significant(4),
            "d",
            ColumnFormat.decimals(2),
            "p",
            ColumnFormat.P_VALUE));
  }

  private static double strength(Line line) {
    double d = CohensD.of(line.a(), line.b());
    return Double.isNaN(d) ? -1 : Math.abs(d);
  }
}
