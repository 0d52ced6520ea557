package org.segql.engine.local.prepare;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.NumberText;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.eval.Vector;
import org.segql.plan.Preparation.Missing;
import org.segql.plan.Preparation.Outliers;

/// Says what a preparation did to rows: gaps that were filled, extremes that were pulled in, values
/// that it could not take, rows that take no part.
public final class Treated {
  /// How to keep the rows of a fit that miss a value.
  private static final String AT_FIT = "MISSING MEDIAN fills the gaps.";

  private Treated() {}

  /// Of the rows of a fit.
  ///
  /// @param vectors one a variable, all rows of the source
  public static void tell(
      FittedPreparation fitted, List<Vector> vectors, Prepared prepared, Findings findings) {
    excluded(prepared.excluded(), AT_FIT, findings);
    changed(fitted, vectors, prepared.rows(), findings);
  }

  /// Of new rows, which may hold what those of the fit did not.
  ///
  /// @param vectors one a variable, all rows of the source
  public static void tellNew(
      FittedPreparation fitted, List<Vector> vectors, Prepared prepared, Findings findings) {
    excluded(
        prepared.excluded(),
        "A SEGMENT with MISSING MEDIAN fills such gaps in new rows, too.",
        findings);
    for (int v = 0; v < vectors.size(); v++) {
      strange(fitted.variables().get(v), vectors.get(v), prepared.excluded(), findings);
    }
    changed(fitted, vectors, prepared.rows(), findings);
  }

  private static void changed(
      FittedPreparation fitted, List<Vector> vectors, int[] rows, Findings findings) {
    for (int v = 0; v < vectors.size(); v++) {
      FittedVariable variable = fitted.variables().get(v);
      Vector vector = vectors.get(v);
      findings.count(
          Code.MISSING_VALUES,
          Arrays.stream(rows).filter(vector::missing).count(),
          "missing values of `"
              + variable.name()
              + "` were filled by "
              + filling(variable.preparation().missing()),
          "");
      if (variable.preparation().outliers() instanceof Outliers.Winsorize
          && vector instanceof Vector.Numbers x) {
        findings.count(
            Code.OUTLIERS,
            Arrays.stream(rows).filter(i -> pulledIn(variable, x.values()[i])).count(),
            "values of `" + variable.name() + "` were pulled in by WINSORIZE",
            "");
      }
    }
  }

  /// The rows that take no part.
  ///
  /// @param hint how they would
  public static void excluded(Exclusion[] excluded, String hint, Findings findings) {
    findings.count(
        Code.MISSING_VALUES,
        Preparer.count(excluded, Exclusion.MISSING),
        "of "
            + NumberText.whole(excluded.length)
            + " rows take no part because a variable is missing in them",
        hint);
    findings.count(
        Code.OUTLIERS,
        Preparer.count(excluded, Exclusion.OUTLIER),
        "rows take no part because they are outliers",
        "");
  }

  /// Values of new rows that those of the fit did not prepare for; they count as missing.
  private static void strange(
      FittedVariable variable, Vector vector, Exclusion[] excluded, Findings findings) {
    IntStream in = IntStream.range(0, excluded.length).filter(i -> excluded[i] != Exclusion.WHERE);
    switch (vector) {
      case Vector.Numbers x ->
          findings.count(
              Code.NEGATIVE_VALUES,
              in.filter(i -> !Transforms.takes(variable.preparation().transform(), x.values()[i]))
                  .count(),
              "values of `"
                  + variable.name()
                  + "` below 0, which "
                  + variable.preparation().transform()
                  + " cannot take, were taken as missing",
              "");
      case Vector.Texts x -> {
        var known = new HashSet<>(variable.levels());
        boolean[] unseen = new boolean[x.dictionary().length];
        for (int c = 0; c < unseen.length; c++) {
          unseen[c] = !known.contains(x.dictionary()[c]);
        }
        findings.count(
            Code.MISSING_VALUES,
            in.filter(i -> !x.missing(i) && unseen[x.codes()[i]]).count(),
            "values of `" + variable.name() + "` that the model has not seen were taken as missing",
            "");
      }
      case Vector.Booleans _, Vector.Dates _, Vector.Moments _ -> {}
    }
  }

  private static boolean pulledIn(FittedVariable variable, double raw) {
    double x = Transforms.apply(variable.preparation().transform(), raw);
    return x < variable.low() || x > variable.high();
  }

  private static String filling(Missing missing) {
    return switch (missing) {
      case Missing.Mean _ -> "MEAN";
      case Missing.Median _ -> "MEDIAN";
      case Missing.Mode _ -> "MODE";
      case Missing.Knn knn -> "KNN(" + knn.neighbours() + ")";
      case Missing.Exclude _, Missing.Fail _ -> "";
    };
  }
}
