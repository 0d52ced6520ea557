package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.engine.Progress;
import org.segql.engine.local.eval.Days;
import org.segql.engine.local.eval.Vector;
import org.segql.engine.local.segment.Profile.Line;
import org.segql.measure.Anova;
import org.segql.measure.Association;
import org.segql.measure.ChiSquare;
import org.segql.measure.Holm;
import org.segql.measure.KruskalWallis;
import org.segql.measure.Moments;
import org.segql.measure.Quantiles;

/// Profiles segments: means, medians, rates, index, markers; an overall test and effect size a
/// variable.
public final class Profiler {
  /// So many levels of a text are shown, the most frequent first.
  private static final int LEVELS = 12;

  private final int[] labels;
  private final int k;
  private final double @Nullable [] weights;
  private final Progress progress;

  /// @param labels one a row, from 0; -1 takes no part
  /// @param weights one a row, or null
  public Profiler(int[] labels, int k, double @Nullable [] weights, Progress progress) {
    this.labels = labels;
    this.k = k;
    this.weights = weights;
    this.progress = progress;
  }

  /// A variable to profile.
  public record Subject(String name, Vector values, boolean forming) {}

  public Profile profile(List<Subject> subjects) {
    var variables = new ArrayList<Profile.Variable>();
    for (var subject : subjects) {
      progress.check();
      variables.add(variable(subject));
    }
    return new Profile(adjusted(variables));
  }

  private Profile.Variable variable(Subject subject) {
    return switch (subject.values()) {
      case Vector.Numbers v -> number(subject, v.values());
      case Vector.Booleans v -> truth(subject, v);
      case Vector.Texts v -> text(subject, v);
      case Vector.Dates v -> number(subject, Days.of(v));
      case Vector.Moments v ->
          number(subject, new double[v.size()]); // analysis keeps times of day out of profiles
    };
  }

  private Profile.Variable number(Subject subject, double[] x) {
    Moments[] by = Moments.bySegment(x, labels, k, weights);
    Moments all = Moments.joined(by);
    double[] means = new double[k];
    Arrays.setAll(means, s -> by[s].mean());
    int[] marker = new int[k];
    for (int s = 0; s < k; s++) {
      double difference = means[s] - all.mean();
      boolean marks =
          Math.abs(difference) >= 0.5 * Math.abs(all.mean()) && relevant(difference, all)
              || Math.abs(difference) >= all.deviation() && all.deviation() > 0;
      marker[s] = marks ? (int) Math.signum(difference) : 0;
    }
    var line = new Line("", false, all.mean(), all.deviation(), means, medians(x), marker);
    return new Profile.Variable(
        subject.name(),
        subject.values().type(),
        subject.forming(),
        List.of(line),
        test(subject, () -> Anova.of(x, labels, k, weights)));
  }

  /// Half of the total mean says little of a variable whose mean is near 0: a quarter of a
  /// deviation must be added to it.
  private static boolean relevant(double difference, Moments all) {
    return Math.abs(difference) >= 0.25 * all.deviation();
  }

  private double[] medians(double[] x) {
    int[] sizes = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    double[] medians = new double[k];
    for (int s = 0; s < k; s++) {
      double[] values = new double[sizes[s]];
      double[] w = weights == null ? null : new double[sizes[s]];
      int next = 0;
      for (int i = 0; i < x.length; i++) {
        if (labels[i] == s) {
          if (w != null && weights != null) {
            w[next] = weights[i];
          }
          values[next++] = x[i];
        }
      }
      medians[s] = Quantiles.median(values, w);
    }
    return medians;
  }

  private Profile.Variable truth(Subject subject, Vector.Booleans v) {
    double[] x = new double[v.size()];
    Arrays.setAll(x, i -> v.missing(i) ? Double.NaN : v.values()[i]);
    int[] codes = IntStream.range(0, v.size()).map(i -> v.values()[i]).toArray();
    return new Profile.Variable(
        subject.name(),
        Type.BOOLEAN,
        subject.forming(),
        List.of(rate("", x)),
        test(subject, () -> ChiSquare.of(codes, 2, labels, k, weights)));
  }

  private Line rate(String level, double[] x) {
    return rate(level, Moments.bySegment(x, labels, k, weights));
  }

  private Line rate(String level, Moments[] by) {
    Moments all = Moments.joined(by);
    double[] rates = new double[k];
    int[] marker = new int[k];
    for (int s = 0; s < k; s++) {
      rates[s] = by[s].mean();
      double difference = rates[s] - all.mean();
      marker[s] = Math.abs(difference) >= 0.25 ? (int) Math.signum(difference) : 0;
    }
    return new Line(level, true, all.mean(), all.deviation(), rates, new double[0], marker);
  }

  private Profile.Variable text(Subject subject, Vector.Texts v) {
    double[] counts = new double[v.dictionary().length];
    for (int i = 0; i < v.size(); i++) {
      if (labels[i] >= 0 && !v.missing(i)) {
        counts[v.codes()[i]] += weights == null ? 1 : weights[i];
      }
    }
    List<Integer> order =
        IntStream.range(0, counts.length)
            .boxed()
            .filter(c -> counts[c] > 0)
            .sorted(
                v.levels().isEmpty()
                    ? Comparator.comparingDouble((Integer c) -> -counts[c])
                        .thenComparing(c -> v.dictionary()[c])
                    : Comparator.comparingInt(c -> v.levels().indexOf(v.dictionary()[c])))
            .toList();
    var lines = new ArrayList<Line>();
    List<Integer> shown = order.subList(0, Math.min(LEVELS, order.size()));
    long[][] ones = weights == null ? ones(v) : new long[0][];
    for (int code : shown) {
      lines.add(
          weights == null
              ? rate(v.dictionary()[code], shares(ones, code))
              : rate(v.dictionary()[code], indicator(v, code)));
    }
    boolean ordered = !v.levels().isEmpty();
    return new Profile.Variable(
        subject.name(),
        Type.TEXT,
        subject.forming(),
        lines,
        test(
            subject,
            () ->
                ordered
                    ? KruskalWallis.of(ranks(v), labels, k, weights)
                    : ChiSquare.of(v.codes(), v.dictionary().length, labels, k, weights)));
  }

  /// How many rows of each segment have each level.
  private long[][] ones(Vector.Texts v) {
    long[][] ones = new long[k][v.dictionary().length];
    for (int i = 0; i < v.size(); i++) {
      if (labels[i] >= 0 && !v.missing(i)) {
        ones[labels[i]][v.codes()[i]]++;
      }
    }
    return ones;
  }

  private static Moments[] shares(long[][] ones, int code) {
    return Arrays.stream(ones)
        .map(segment -> Moments.ofOnes(segment[code], Arrays.stream(segment).sum()))
        .toArray(Moments[]::new);
  }

  private static double[] indicator(Vector.Texts v, int code) {
    double[] x = new double[v.size()];
    Arrays.setAll(x, i -> v.missing(i) ? Double.NaN : v.codes()[i] == code ? 1 : 0);
    return x;
  }

  private static double[] ranks(Vector.Texts v) {
    double[] x = new double[v.size()];
    Arrays.setAll(
        x, i -> v.missing(i) ? Double.NaN : v.levels().indexOf(v.dictionary()[v.codes()[i]]));
    return x;
  }

  private @Nullable Association test(Subject subject, Supplier<Association> make) {
    if (k < 2) {
      return null;
    }
    Association association = make.get();
    return subject.forming() ? association.withP(Double.NaN) : association;
  }

  private static List<Profile.Variable> adjusted(List<Profile.Variable> variables) {
    double[] p =
        variables.stream()
            .mapToDouble(v -> v.association() == null ? Double.NaN : v.association().p())
            .toArray();
    double[] holm = Holm.adjust(p);
    var out = new ArrayList<Profile.Variable>();
    for (int i = 0; i < variables.size(); i++) {
      var v = variables.get(i);
      var a = v.association();
      out.add(
          a == null
              ? v
              : new Profile.Variable(v.name(), v.type(), v.forming(), v.lines(), a.withP(holm[i])));
    }
    return out;
  }
}
