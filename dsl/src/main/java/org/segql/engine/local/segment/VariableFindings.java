package org.segql.engine.local.segment;

import java.util.Arrays;
import java.util.List;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.eval.Vector;
import org.segql.engine.local.prepare.FittedPreparation;
import org.segql.measure.Moments;
import org.segql.measure.Pearson;
import org.segql.plan.ExprText;
import org.segql.plan.Preparation.Transform;
import org.segql.plan.SegmentPlan;

/// What the data show of the variables that form segments: constant, nearly an identifier, heavily
/// skewed, a duplicate of another. Each note says what it does to the segments and how to mend it.
final class VariableFindings {
  /// Sample skewness above which a variable's tail rules distances.
  private static final double SKEWED = 3;

  private VariableFindings() {}

  static void tell(
      SegmentPlan plan,
      FittedPreparation preparation,
      List<Vector> vectors,
      boolean[] in,
      Findings findings,
      Progress progress) {
    for (int v = 0; v < vectors.size(); v++) {
      progress.check();
      var variable = plan.variables().get(v);
      String name = variable.name();
      if (Identifiers.identifies(name, vectors.get(v))) {
        findings.add(identifier(name).at(null, variable.span()));
        continue;
      }
      switch (vectors.get(v)) {
        case Vector.Numbers x -> {
          if (constant(x.values(), in)) {
            findings.add(constant(name).at(null, variable.span()));
          } else if (variable.preparation().transform() == Transform.NONE) {
            skew(name, x.values(), in, findings, variable);
          }
        }
        case Vector.Texts _ -> {
          if (preparation.variables().get(v).levels().size() == 1) {
            findings.add(constant(name).at(null, variable.span()));
          }
        }
        case Vector.Booleans _, Vector.Dates _, Vector.Moments _ -> {}
      }
    }
    duplicates(plan, vectors, in, findings, progress);
  }

  private static Diagnostic identifier(String name) {
    return Diagnostic.warning(
        Code.ID_LIKE,
        "`"
            + name
            + "` tells rows apart and says nothing about them: segments by it are cuts through a"
            + " list.",
        "Leave it out of BY, and write `ID " + ExprText.name(name) + "`.");
  }

  private static Diagnostic constant(String name) {
    return Diagnostic.warning(
        Code.CONSTANT_VARIABLE,
        "`" + name + "` has one value in all rows that take part and cannot form segments.",
        "Leave it out of BY.");
  }

  private static boolean constant(double[] x, boolean[] in) {
    double first = Double.NaN;
    for (int i = 0; i < x.length; i++) {
      if (in[i] && !Double.isNaN(x[i])) {
        if (Double.isNaN(first)) {
          first = x[i];
        } else if (x[i] != first) {
          return false;
        }
      }
    }
    return true;
  }

  private static void skew(
      String name, double[] x, boolean[] in, Findings findings, SegmentPlan.Variable variable) {
    double[] taking = new double[x.length];
    Arrays.setAll(taking, i -> in[i] ? x[i] : Double.NaN);
    Moments m = Moments.of(taking, null);
    double cubes = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : taking) {
      if (!Double.isNaN(value)) {
        double d = value - m.mean();
        cubes += d * d * d;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    double lowest = low;
    double highest = high;
    if (Arrays.stream(taking).allMatch(t -> Double.isNaN(t) || t == lowest || t == highest)) {
      return; // of two values one is rare: no transform changes that
    }
    double skewness = cubes / m.count() / Math.pow(m.squares() / m.count(), 1.5);
    if (Math.abs(skewness) >= SKEWED) {
      boolean log = skewness > 0 && low >= 0;
      findings.add(
          Diagnostic.warning(
                  Code.SKEWED_VARIABLE,
                  "`"
                      + name
                      + "` is heavily skewed ("
                      + Math.round(skewness * 10) / 10.0
                      + "): its few extreme rows decide the segments.",
                  log
                      ? "Write `" + name + " LOG`."
                      : "Write `" + name + " WITH (transform = asinh)` or OUTLIERS WINSORIZE(1%).")
              .at(null, variable.span()));
    }
  }

  private static void duplicates(
      SegmentPlan plan, List<Vector> vectors, boolean[] in, Findings findings, Progress progress) {
    double[] taking = new double[in.length];
    Arrays.setAll(taking, i -> in[i] ? 1 : 0);
    for (int a = 0; a < vectors.size(); a++) {
      for (int b = a + 1; b < vectors.size(); b++) {
        progress.check();
        if (vectors.get(a) instanceof Vector.Numbers x
            && vectors.get(b) instanceof Vector.Numbers y
            && Math.abs(Pearson.of(x.values(), y.values(), taking)) > 0.999) {
          findings.add(
              Diagnostic.warning(
                      Code.DUPLICATE_VARIABLE,
                      "`"
                          + plan.variables().get(b).name()
                          + "` says the same as `"
                          + plan.variables().get(a).name()
                          + "`, which so counts twice in every distance.",
                      "Leave one of them out of BY.")
                  .at(null, plan.variables().get(b).span()));
        }
      }
    }
  }
}
