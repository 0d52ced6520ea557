package org.segql.engine.local.prepare;

import java.util.Arrays;
import java.util.List;
import org.segql.diagnostic.Code;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.eval.Vector;
import org.segql.plan.Preparation.Missing;
import org.segql.plan.Preparation.Outliers;

/// Says which values a preparation changed: gaps that were filled, extremes that were pulled in.
public final class Treated {
  private Treated() {}

  /// @param vectors one a variable, all rows of the source
  /// @param rows those that take part
  public static void tell(
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
