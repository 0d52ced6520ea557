package org.segql.engine.local.segment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.Algorithm;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.eval.Vector;
import org.segql.engine.local.prepare.Exclusion;
import org.segql.engine.local.prepare.PreparationFitter;
import org.segql.engine.local.prepare.Preparer;
import org.segql.function.Literals;
import org.segql.measure.Quantiles;
import org.segql.plan.Preparation;
import org.segql.plan.SegmentPlan;

/// USING quantiles(n): cut points at the quantiles of each variable, equal values in one band; of
/// several variables the grid.
final class Bands {
  /// How to keep rows that miss a value, which has no band.
  static final String GAPS = "COALESCE in a TABLE fills the gaps.";

  private final SegmentPlan plan;
  private final Algorithm.Quantiles algorithm;
  private final double[][] values;
  private final boolean[] in;
  private final double @Nullable [] weights;
  private final Findings findings;

  Bands(
      SegmentPlan plan,
      Algorithm.Quantiles algorithm,
      List<Vector> vectors,
      boolean[] in,
      double @Nullable [] weights,
      Findings findings) {
    this.plan = plan;
    this.algorithm = algorithm;
    this.values = vectors.stream().map(v -> ((Vector.Numbers) v).values()).toArray(double[][]::new);
    this.in = in;
    this.weights = weights;
    this.findings = findings;
  }

  record Result(Assignment.Banded assignment, Membership membership, List<String> names) {}

  Result fit() {
    for (int v = 0; v < values.length; v++) {
      var variable = plan.variables().get(v);
      if (variable.preparation().missing() instanceof Preparation.Missing.Fail) {
        refuseGaps(variable.name(), values[v]);
      }
    }
    var cuts = new ArrayList<double[]>();
    for (int v = 0; v < values.length; v++) {
      cuts.add(cuts(v));
    }
    int cells = cuts.stream().mapToInt(c -> c.length + 1).reduce(1, (a, b) -> a * b);
    var grid = new Assignment.Banded(cuts, new int[cells]);
    double[] population = new double[cells];
    for (int i = 0; i < in.length; i++) {
      int cell = in[i] ? grid.cell(values, i) : -1;
      if (cell >= 0) {
        population[cell] += weights == null ? 1 : weights[i];
      }
    }
    int[] filled =
        IntStream.range(0, cells)
            .filter(c -> population[c] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer c) -> -population[c]).thenComparing(c -> c))
            .mapToInt(c -> c)
            .toArray();
    if (filled.length == 0) {
      throw Preparer.noRowLeft(membership(grid).excluded(), GAPS);
    }
    int[] segmentOf = new int[cells];
    Arrays.fill(segmentOf, Assignment.NONE);
    var names = new ArrayList<String>();
    for (int s = 0; s < filled.length; s++) {
      segmentOf[filled[s]] = s + 1;
      names.add(name(cuts, filled[s]));
    }
    var assignment = new Assignment.Banded(cuts, segmentOf);
    return new Result(assignment, membership(assignment), names);
  }

  private void refuseGaps(String name, double[] x) {
    for (int i = 0; i < in.length; i++) {
      if (in[i] && Double.isNaN(x[i])) {
        throw Preparer.refusal(name, i, GAPS);
      }
    }
  }

  private double[] cuts(int variable) {
    double[] taking =
        IntStream.range(0, in.length)
            .mapToDouble(
                i ->
                    in[i] && (weights == null || weights[i] > 0) ? values[variable][i] : Double.NaN)
            .toArray();
    double[] p =
        IntStream.range(1, algorithm.bands())
            .mapToDouble(b -> (double) b / algorithm.bands())
            .toArray();
    double smallest = Arrays.stream(taking).filter(x -> !Double.isNaN(x)).min().orElse(Double.NaN);
    if (Double.isNaN(smallest)) {
      throw PreparationFitter.allMissing(plan.variables().get(variable).name());
    }
    // A cut at the smallest value would leave nothing below it.
    double[] cuts =
        Arrays.stream(Quantiles.of(taking, weights, p))
            .filter(c -> c > smallest)
            .distinct()
            .toArray();
    String name = plan.variables().get(variable).name();
    if (cuts.length < p.length) {
      findings.add(
          Diagnostic.note(
              Code.FEWER_BANDS,
              "`"
                  + name
                  + "` gives "
                  + (cuts.length + 1)
                  + " bands, not "
                  + algorithm.bands()
                  + ": many rows have equal values, and equal values share a band."));
    }
    findings.add(
        Diagnostic.note(
            Code.CUT_POINTS,
            "Cut points of `"
                + name
                + "`: "
                + Arrays.stream(cuts).mapToObj(Bands::shown).collect(Collectors.joining(", "))
                + "."));
    return cuts;
  }

  private static String shown(double x) {
    return Literals.text(new BigDecimal(x).round(new MathContext(6)).doubleValue());
  }

  private String name(List<double[]> cuts, int cell) {
    var parts = new ArrayList<String>();
    int rest = cell;
    for (int v = cuts.size() - 1; v >= 0; v--) {
      double[] c = cuts.get(v);
      int band = rest % (c.length + 1);
      rest /= c.length + 1;
      String name = plan.variables().get(v).name();
      parts.addFirst(
          c.length == 0
              ? "any " + name
              : band == 0
                  ? name + " < " + shown(c[0])
                  : band == c.length
                      ? name + " >= " + shown(c[c.length - 1])
                      : name + " " + shown(c[band - 1]) + " to < " + shown(c[band]));
    }
    return String.join(", ", parts);
  }

  private Membership membership(Assignment.Banded assignment) {
    Membership blank = ModelScorer.blank(in);
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        int cell = assignment.cell(values, i);
        blank.segments()[i] = cell < 0 ? Assignment.NONE : assignment.cells()[cell];
        blank.excluded()[i] = cell < 0 ? Exclusion.MISSING : Exclusion.NONE;
      }
    }
    return blank;
  }
}
