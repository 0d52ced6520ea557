package org.segql.engine.local.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.eval.Vector;
import org.segql.function.Literals;
import org.segql.plan.Preparation;
import org.segql.plan.Preparation.Missing;
import org.segql.plan.Preparation.Outliers;
import org.segql.plan.SegmentPlan.Variable;

/// Fits the preparation of a segmentation's variables on the rows that WHERE lets in.
public final class PreparationFitter {
  private final Findings findings;
  private final double @Nullable [] weights;

  /// @param weights one a row of the source; null: all 1
  public PreparationFitter(Findings findings, double @Nullable [] weights) {
    this.findings = findings;
    this.weights = weights;
  }

  /// @param vectors the variables' values, one vector each, all rows of the source
  /// @param in the rows that WHERE lets in
  public FittedPreparation fit(
      List<Variable> variables, List<Vector> vectors, boolean[] in, Progress progress) {
    var fitted = new ArrayList<FittedVariable>();
    for (int i = 0; i < variables.size(); i++) {
      progress.check();
      fitted.add(fit(variables.get(i), vectors.get(i), in));
    }
    var plain = new FittedPreparation(fitted, new double[0][]);
    boolean knn = fitted.stream().anyMatch(v -> v.preparation().missing() instanceof Missing.Knn);
    return knn ? new FittedPreparation(fitted, Neighbours.of(plain, vectors, in)) : plain;
  }

  private FittedVariable fit(Variable variable, Vector vector, boolean[] in) {
    Preparation p = variable.preparation();
    if (vector instanceof Vector.Texts texts && texts.levels().isEmpty()) {
      return text(variable, texts, in, p);
    }
    List<String> levels = vector instanceof Vector.Texts t ? t.levels() : List.of();
    double[] raw = Encoding.numbers(vector, levels);
    if (vector instanceof Vector.Texts) {
      raw = Arrays.stream(raw).map(x -> x + 1).toArray(); // ranks from 1
    }
    var codes = new ArrayList<Double>();
    for (int i = 0; i < levels.size(); i++) {
      codes.add(i + 1.0);
    }
    return numeric(variable, vector.type(), raw, in, p, levels, codes);
  }

  private FittedVariable numeric(
      Variable variable,
      Type type,
      double[] raw,
      boolean[] in,
      Preparation p,
      List<String> levels,
      List<Double> codes) {
    Transforms.check(variable, raw, in);
    Sample sample = sample(variable.name(), raw, in, p);
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    switch (p.outliers()) {
      case Outliers.Keep _ -> {}
      case Outliers.Winsorize w -> {
        low = sample.quantile(w.share());
        high = sample.quantile(1 - w.share());
        sample = sample.clipped(low, high);
      }
      case Outliers.Exclude e -> {
        low = sample.mean() - e.z() * sample.deviation();
        high = sample.mean() + e.z() * sample.deviation();
        sample = sample.within(low, high);
      }
      case Outliers.Flag f -> {
        double bound = f.z();
        long count = sample.beyond(bound);
        findings.count(
            Code.OUTLIERS,
            count,
            "values of `"
                + variable.name()
                + "` lie more than "
                + Literals.text(bound)
                + " standard deviations from the mean",
            "OUTLIERS WINSORIZE(1%) pulls them in.");
      }
    }
    double fill = fill(p.missing(), sample);
    boolean scaled = type != Type.BOOLEAN;
    double center = scaled ? center(p.scale(), sample) : 0;
    double spread = scaled ? spread(p.scale(), sample) : 1;
    return new FittedVariable(
        variable.name(),
        type,
        FittedVariable.Kind.NUMERIC,
        p,
        low,
        high,
        fill,
        center,
        spread == 0 || Double.isNaN(spread) ? 1 : spread,
        levels,
        codes);
  }

  private Sample sample(String name, double[] raw, boolean[] in, Preparation p) {
    double[] values = new double[raw.length];
    double[] w = new double[raw.length];
    int n = 0;
    for (int i = 0; i < raw.length; i++) {
      if (in[i] && !Double.isNaN(raw[i])) {
        values[n] = Transforms.apply(p.transform(), raw[i]);
        w[n++] = weights == null ? 1 : weights[i];
      }
    }
    if (n == 0) {
      throw new SegqlException(
          Diagnostic.error(
              Code.ALL_MISSING,
              "`" + name + "` has no value in any of the rows that take part.",
              "Leave it out of BY, or check WHERE."));
    }
    return new Sample(Arrays.copyOf(values, n), Arrays.copyOf(w, n));
  }

  private static double fill(Missing missing, Sample sample) {
    return switch (missing) {
      case Missing.Mean _ -> sample.mean();
      case Missing.Median _ -> sample.quantile(0.5);
      case Missing.Mode _ -> sample.mode();
      case Missing.Exclude _, Missing.Fail _, Missing.Knn _ -> Double.NaN;
    };
  }

  private static double center(Preparation.Scale scale, Sample sample) {
    return switch (scale) {
      case ZSCORE -> sample.mean();
      case MINMAX -> sample.min();
      case ROBUST -> sample.quantile(0.5);
      case NONE -> 0;
    };
  }

  private static double spread(Preparation.Scale scale, Sample sample) {
    return switch (scale) {
      case ZSCORE -> sample.deviation();
      case MINMAX -> sample.max() - sample.min();
      case ROBUST -> sample.quantile(0.75) - sample.quantile(0.25);
      case NONE -> 1;
    };
  }

  private FittedVariable text(Variable variable, Vector.Texts texts, boolean[] in, Preparation p) {
    double[] counts = new double[texts.dictionary().length];
    double total = 0;
    for (int i = 0; i < texts.size(); i++) {
      if (in[i] && !texts.missing(i)) {
        double w = weights == null ? 1 : weights[i];
        counts[texts.codes()[i]] += w;
        total += w;
      }
    }
    var levels = new ArrayList<String>();
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] > 0) {
        levels.add(texts.dictionary()[c]);
      }
    }
    if (levels.isEmpty()) {
      throw new SegqlException(
          Diagnostic.error(
              Code.ALL_MISSING,
              "`" + variable.name() + "` has no value in any of the rows that take part.",
              "Leave it out of BY, or check WHERE."));
    }
    levels.sort(null);
    boolean indicators = p.encode() == Preparation.Encode.ONEHOT;
    if (indicators && levels.size() > 50) {
      throw new SegqlException(
          Diagnostic.error(
              Code.TOO_MANY_LEVELS,
              "`"
                  + variable.name()
                  + "` has "
                  + levels.size()
                  + " different texts, too many for ONEHOT, which makes a column of each (at most"
                  + " 50).",
              "ENCODE FREQUENCY uses how common a text is; or group the texts with CASE first."));
    }
    var codes = new ArrayList<Double>();
    int mode = 0;
    for (int l = 0; l < levels.size(); l++) {
      double count = counts[Arrays.asList(texts.dictionary()).indexOf(levels.get(l))];
      codes.add(p.encode() == Preparation.Encode.FREQUENCY ? count / total : l + 1.0);
      mode = count > count(counts, texts, levels.get(mode)) ? l : mode;
    }
    double fill = p.missing() instanceof Missing.Mode ? mode : Double.NaN;
    if (indicators) {
      return new FittedVariable(
          variable.name(),
          Type.TEXT,
          FittedVariable.Kind.INDICATORS,
          p,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          fill,
          0,
          1,
          levels,
          codes);
    }
    double[] raw = Encoding.numbers(texts, levels);
    double[] coded =
        Arrays.stream(raw).map(x -> Double.isNaN(x) ? x : codes.get((int) x)).toArray();
    Preparation plain =
        new Preparation(
            Preparation.Transform.NONE,
            p.missing(),
            new Outliers.Keep(),
            p.scale(),
            p.encode(),
            p.weight());
    FittedVariable fitted = numeric(variable, Type.TEXT, coded, in, plain, levels, codes);
    return Double.isNaN(fill)
        ? fitted
        : new FittedVariable(
            fitted.name(),
            fitted.type(),
            fitted.kind(),
            p,
            fitted.low(),
            fitted.high(),
            codes.get(mode),
            fitted.center(),
            fitted.spread(),
            levels,
            codes);
  }

  private static double count(double[] counts, Vector.Texts texts, String level) {
    return counts[Arrays.asList(texts.dictionary()).indexOf(level)];
  }
}
