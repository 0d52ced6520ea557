package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.NumberText;

/// The curves behind a choice of k: one figure for each number of segments tried.
public final class Choice {
  public static final ChartDefinition ELBOW =
      definition(
          "elbow",
          "The variation left inside the segments, along k; a bend is where more segments stop"
              + " helping.");
  public static final ChartDefinition SILHOUETTE_BY_K =
      definition(
          "silhouette_by_k",
          "The mean silhouette along k: how much nearer rows are to their own segment than to the"
              + " next.");
  public static final ChartDefinition GAP =
      definition(
          "gap",
          "The gap statistic along k with its standard errors: how much tighter the segments are"
              + " than those of data without any.");
  public static final ChartDefinition STABILITY =
      definition(
          "stability",
          "The stability of the segments along k: how alike they come out of resampled data.");
  public static final ChartDefinition VOTES =
      definition("votes", "Which k each criterion votes for.");

  private Choice() {}

  private static ChartDefinition definition(String name, String summary) {
    return new ChartDefinition(
        name, summary, Set.of(Fits.CHOICE), List.of(), "PLOT q1 AS " + name + "();");
  }

  /// @param within the sum of squares within segments of each k
  /// @param chosen the k that was taken; null: none
  public static Chart elbow(int[] k, double[] within, @Nullable Integer chosen) {
    return curve("elbow", "Elbow", "sum of squares within segments", k, within, null, chosen, true);
  }

  /// @param silhouette the mean of each k; NaN for k = 1
  public static Chart silhouetteByK(int[] k, double[] silhouette, @Nullable Integer chosen) {
    return curve(
        "silhouette_by_k",
        "Silhouette by k",
        "mean silhouette",
        k,
        silhouette,
        null,
        chosen,
        false);
  }

  /// @param error the standard error of each gap
  public static Chart gap(int[] k, double[] gap, double[] error, @Nullable Integer chosen) {
    return curve("gap", "Gap statistic", "gap", k, gap, error, chosen, false);
  }

  public static Chart stability(int[] k, double[] stability, @Nullable Integer chosen) {
    return curve(
        "stability",
        "Stability by k",
        "stability (mean Jaccard)",
        k,
        stability,
        null,
        chosen,
        false);
  }

  /// A bar for each k as high as it has votes.
  ///
  /// @param tried the numbers of segments
  /// @param criteria the names of what votes
  /// @param votes the k each of them is for; 0: none
  public static Chart votes(
      int[] tried, List<String> criteria, int[] votes, @Nullable Integer chosen) {
    // A vote for 1 says that there are no segments.
    int[] k =
        IntStream.concat(Arrays.stream(tried), Arrays.stream(votes).filter(v -> v == 1))
            .sorted()
            .distinct()
            .toArray();
    double[] counts = new double[k.length];
    List<String> hover = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < k.length; i++) {
      int at = k[i];
      List<String> names =
          IntStream.range(0, votes.length)
              .filter(v -> votes[v] == at)
              .mapToObj(criteria::get)
              .toList();
      counts[i] = names.size();
      hover.add("k = " + at + ": " + (names.isEmpty() ? "no vote" : String.join(", ", names)));
      labels.add(names.isEmpty() ? "" : String.join(", ", names));
    }
    List<Tone> tones =
        Arrays.stream(k)
            .<Tone>mapToObj(v -> chosen != null && v == chosen ? Tone.Plain.STRONG : Tone.ACCENT)
            .toList();
    double[] at = IntStream.range(0, k.length).asDoubleStream().toArray();
    var bars =
        new Mark.Bars(
            "",
            at,
            new double[k.length],
            counts,
            Bar.filled(k.length, 0.6),
            true,
            tones,
            labels,
            hover);
    List<String> names = Arrays.stream(k).mapToObj(v -> "k = " + v).toList();
    Axis count =
        new Axis(
            "votes",
            false,
            IntStream.rangeClosed(0, criteria.size())
                .mapToObj(i -> new Axis.Tick(i, Integer.toString(i)))
                .toList(),
            0.0,
            criteria.size() * 1.6,
            false);
    String summary =
        "Votes of %s for k: %s."
            .formatted(
                NumberText.count(criteria.size(), "criterion", "criteria"),
                String.join("; ", hover.stream().filter(h -> !h.endsWith("no vote")).toList()));
    return new Chart(
        "votes",
        "Votes for k",
        count,
        Axis.categories("", names).reverse(),
        List.of(bars),
        Chart.Look.PLAIN.sized(720, Math.max(220, 90 + 26 * k.length)),
        List.of(),
        summary);
  }

  private static Chart curve(
      String kind,
      String title,
      String label,
      int[] k,
      double[] values,
      double @Nullable [] error,
      @Nullable Integer chosen,
      boolean fromZero) {
    if (Arrays.stream(values).noneMatch(Double::isFinite)) {
      return Chart.empty(kind, title, "no k has a value.");
    }
    double[] xs = Arrays.stream(k).asDoubleStream().toArray();
    List<String> hover =
        IntStream.range(0, k.length)
            .mapToObj(i -> "k = " + k[i] + ": " + Numbers.text(values[i]))
            .toList();
    List<Mark> marks = new ArrayList<>();
    if (error != null) {
      marks.add(errors(xs, values, error));
    }
    marks.add(new Mark.Line("", xs, values, Tone.ACCENT, 2.2, false, true, hover));
    int best = Bar.argMax(values);
    int at =
        chosen == null
            ? -1
            : IntStream.range(0, k.length).filter(i -> k[i] == chosen).findFirst().orElse(-1);
    if (at >= 0) {
      marks.add(new Mark.Rule("", xs[at], true, Tone.Plain.STRONG, true, "k = " + k[at]));
    }
    String summary =
        "%s for k from %d to %d: from %s to %s%s%s."
            .formatted(
                title,
                k[0],
                k[k.length - 1],
                Numbers.text(first(values)),
                Numbers.text(values[values.length - 1]),
                fromZero
                    ? ""
                    : ", highest at k = " + k[best] + " (" + Numbers.text(values[best]) + ")",
                at >= 0 ? "; k = " + k[at] + " was chosen" : "");
    List<Axis.Tick> ticks =
        Arrays.stream(k).mapToObj(v -> new Axis.Tick(v, Integer.toString(v))).toList();
    Axis y = fromZero ? Axis.of(label).from(0) : Axis.of(label);
    return new Chart(
        kind, title, Axis.of("k").ticking(ticks), y, marks, Chart.Look.PLAIN, List.of(), summary);
  }

  private static double first(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).findFirst().orElse(Double.NaN);
  }

  private static Mark errors(double[] xs, double[] values, double[] error) {
    double[] x = new double[3 * xs.length];
    double[] y = new double[3 * xs.length];
    for (int i = 0; i < xs.length; i++) {
      x[3 * i] = xs[i];
      x[3 * i + 1] = xs[i];
      x[3 * i + 2] = Double.NaN;
      y[3 * i] = values[i] - error[i];
      y[3 * i + 1] = values[i] + error[i];
      y[3 * i + 2] = Double.NaN;
    }
    return new Mark.Line("", x, y, Tone.MUTED, 1.4, false, false, List.of());
  }
}
