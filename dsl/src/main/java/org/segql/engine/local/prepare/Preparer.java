package org.segql.engine.local.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.cluster.Matrix;
import org.segql.engine.local.eval.Vector;
import org.segql.plan.Preparation;
import org.segql.plan.Preparation.Missing;
import org.segql.plan.Preparation.Outliers;

/// Applies a fitted preparation to rows, those it was fitted on or new ones.
public final class Preparer {
  private final FittedPreparation fitted;

  public Preparer(FittedPreparation fitted) {
    this.fitted = fitted;
  }

  /// @param vectors one a variable, all rows
  /// @param in the rows that WHERE lets in
  /// @param weights one a row, or null
  public Prepared prepare(
      List<Vector> vectors, boolean[] in, double @Nullable [] weights, Progress progress) {
    int n = in.length;
    var excluded = new Exclusion[n];
    Arrays.setAll(excluded, i -> in[i] ? Exclusion.NONE : Exclusion.WHERE);
    double[][] columns = new double[fitted.columns()][];
    int next = 0;
    for (int v = 0; v < vectors.size(); v++) {
      progress.check();
      FittedVariable variable = fitted.variables().get(v);
      double[][] made = columns(variable, vectors.get(v), excluded);
      for (double[] column : made) {
        columns[next++] = column;
      }
    }
    Neighbours.impute(fitted, columns, excluded, progress);
    exclude(columns, excluded);
    int[] rows = IntStream.range(0, n).filter(i -> excluded[i] == Exclusion.NONE).toArray();
    if (rows.length == 0) {
      throw noRowLeft(excluded, "MISSING MEDIAN keeps rows with missing values.");
    }
    double[][] kept = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      double[] from = columns[j];
      kept[j] = rows.length == n ? from : Arrays.stream(rows).mapToDouble(i -> from[i]).toArray();
    }
    double[] keptWeights =
        weights == null ? null : Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray();
    return new Prepared(Matrix.of(kept, keptWeights), rows, excluded);
  }

  /// What to say where every row is left out.
  public static SegqlException noRowLeft(Exclusion[] excluded, String hint) {
    return new SegqlException(
        Diagnostic.error(
            Code.NO_ROWS,
            "No row is left to segment: "
                + count(excluded, Exclusion.WHERE)
                + " are kept out by WHERE, "
                + count(excluded, Exclusion.MISSING)
                + " have missing values, "
                + count(excluded, Exclusion.OUTLIER)
                + " are outliers.",
            hint));
  }

  static long count(Exclusion[] excluded, Exclusion reason) {
    return Arrays.stream(excluded).filter(e -> e == reason).count();
  }

  private static void exclude(double[][] columns, Exclusion[] excluded) {
    for (double[] column : columns) {
      for (int i = 0; i < excluded.length; i++) {
        if (Double.isNaN(column[i]) && excluded[i] == Exclusion.NONE) {
          excluded[i] = Exclusion.MISSING;
        }
      }
    }
  }

  static double[][] columns(FittedVariable variable, Vector vector, Exclusion[] excluded) {
    double[] raw = Encoding.numbers(vector, variable.levels());
    double factor = Math.sqrt(variable.preparation().weight());
    return variable.kind() == FittedVariable.Kind.INDICATORS
        ? indicators(variable, raw, factor, excluded)
        : new double[][] {numeric(variable, raw, factor, excluded)};
  }

  private static double[][] indicators(
      FittedVariable variable, double[] places, double factor, Exclusion[] excluded) {
    double[][] out = new double[variable.levels().size()][places.length];
    for (int i = 0; i < places.length; i++) {
      double place = Double.isNaN(places[i]) ? variable.fill() : places[i];
      if (Double.isNaN(place)) {
        missing(variable, excluded, i);
        for (double[] column : out) {
          column[i] = Double.NaN;
        }
      } else {
        out[(int) place][i] = factor;
      }
    }
    return out;
  }

  private static double[] numeric(
      FittedVariable variable, double[] raw, double factor, Exclusion[] excluded) {
    Preparation p = variable.preparation();
    double[] out = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      double x = raw[i];
      if (!variable.codes().isEmpty() && !Double.isNaN(x)) {
        x = variable.codes().get((int) x);
      }
      x = Transforms.takes(p.transform(), x) ? Transforms.apply(p.transform(), x) : Double.NaN;
      if (p.outliers() instanceof Outliers.Winsorize) {
        x = Math.max(variable.low(), Math.min(variable.high(), x));
      } else if (x < variable.low() || x > variable.high()) {
        if (excluded[i] == Exclusion.NONE) {
          excluded[i] = Exclusion.OUTLIER;
        }
      }
      if (Double.isNaN(x)) {
        x = variable.fill();
        if (Double.isNaN(x)) {
          missing(variable, excluded, i);
        }
      }
      out[i] = (x - variable.center()) / variable.spread() * factor;
    }
    return out;
  }

  /// What MISSING FAIL says of a row that misses a value.
  public static SegqlException refusal(String variable, int row, String hint) {
    return new SegqlException(
        Diagnostic.error(
            Code.MISSING_VALUES,
            "`"
                + variable
                + "` is missing in row "
                + (row + 1)
                + ", and MISSING FAIL refuses that.",
            hint));
  }

  private static void missing(FittedVariable variable, Exclusion[] excluded, int row) {
    switch (variable.preparation().missing()) {
      case Missing.Fail _ -> {
        if (excluded[row] == Exclusion.NONE) {
          throw refusal(
              variable.name(),
              row,
              "MISSING MEDIAN fills it, MISSING EXCLUDE leaves such rows out.");
        }
      }
      case Missing.Knn _ -> {} // imputed from neighbours afterwards
      case Missing.Exclude _, Missing.Mean _, Missing.Median _, Missing.Mode _ -> {
        if (excluded[row] == Exclusion.NONE) {
          excluded[row] = Exclusion.MISSING;
        }
      }
    }
  }
}
