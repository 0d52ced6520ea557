package org.segql.engine.local.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.eval.Vector;
import org.segql.function.Literals;
import org.segql.measure.Sums;
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
    return knn ? new FittedPreparation(fitted, Neighbours.of(plain, vectors, in, progress)) : plain;
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
      double weight = weights == null ? 1 : weights[i];
      if (in[i] && weight > 0 && !Double.isNaN(raw[i])) {
        values[n] = Transforms.apply(p.transform(), raw[i]);
        w[n++] = weight;
      }
    }
    if (n == 0) {
      throw allMissing(name);
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
    SortedMap<String, Double> counts = counts(texts, in);
    if (counts.isEmpty()) {
      throw allMissing(variable.name());
    }
    var levels = List.copyOf(counts.keySet());
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
    double[] weight = counts.values().stream().mapToDouble(w -> w).toArray();
    double total = Arrays.stream(weight).sum();
    var codes = new ArrayList<Double>();
    int mode = 0;
    for (int l = 0; l < weight.length; l++) {
      codes.add(p.encode() == Preparation.Encode.FREQUENCY ? weight[l] / total : l + 1.0);
      mode = weight[l] > weight[mode] ? l : mode;
    }
    boolean filled = p.missing() instanceof Missing.Mode;
    return indicators
        ? indicators(variable.name(), p, filled ? mode : Double.NaN, levels, codes)
        : coded(variable, texts, in, p, filled ? codes.get(mode) : Double.NaN, levels, codes);
  }

  /// The weight of the rows of each text.
  private SortedMap<String, Double> counts(Vector.Texts texts, boolean[] in) {
    var sums = new Sums(texts.dictionary().length);
    for (int i = 0; i < texts.size(); i++) {
      if (in[i] && !texts.missing(i)) {
        sums.add(texts.codes()[i], weights == null ? 1 : weights[i]);
      }
    }
    var counts = new TreeMap<String, Double>();
    for (int c = 0; c < texts.dictionary().length; c++) {
      if (sums.value(c) > 0) {
        counts.put(texts.dictionary()[c], sums.value(c));
      }
    }
    return counts;
  }

  private static FittedVariable indicators(
      String name, Preparation p, double fill, List<String> levels, List<Double> codes) {
    return new FittedVariable(
        name,
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

  /// A text as one column: its number, or how common it is.
  private FittedVariable coded(
      Variable variable,
      Vector.Texts texts,
      boolean[] in,
      Preparation p,
      double fill,
      List<String> levels,
      List<Double> codes) {
    double[] raw =
        Arrays.stream(Encoding.numbers(texts, levels))
            .map(x -> Double.isNaN(x) ? x : codes.get((int) x))
            .toArray();
    Preparation plain =
        new Preparation(
            Preparation.Transform.NONE,
            p.missing(),
            new Outliers.Keep(),
            p.scale(),
            p.encode(),
            p.weight());
    FittedVariable fitted = numeric(variable, Type.TEXT, raw, in, plain, levels, codes);
    return Double.isNaN(fill)
        ? fitted
        : new FittedVariable(
            fitted.name(),
            fitted.type(),
            fitted.kind(),
            p,
            fitted.low(),
            fitted.high(),
            fill,
            fitted.center(),
            fitted.spread(),
            levels,
            codes);
  }

  /// What to say of a variable without any value.
  public static SegqlException allMissing(String name) {
    return new SegqlException(
        Diagnostic.error(
            Code.ALL_MISSING,
            "`" + name + "` has no value in any of the rows that take part.",
            "Leave it out of BY, or check WHERE."));
  }
}
