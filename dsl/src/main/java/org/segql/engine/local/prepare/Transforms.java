package org.segql.engine.local.prepare;

import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.function.Literals;
import org.segql.plan.Preparation.Transform;
import org.segql.plan.SegmentPlan.Variable;

/// The transforms, and what they refuse.
final class Transforms {
  private Transforms() {}

  static double apply(Transform transform, double x) {
    return switch (transform) {
      case NONE -> x;
      case LOG -> Math.log1p(x);
      case SQRT -> Math.sqrt(x);
      // asinh x = sign(x) ln(|x| + √(x² + 1)): without cancellation for large negative x
      case ASINH -> Math.copySign(Math.log(Math.abs(x) + Math.sqrt(x * x + 1)), x);
    };
  }

  /// LOG and SQRT take no negative numbers.
  static boolean takes(Transform transform, double x) {
    return switch (transform) {
      case NONE, ASINH -> true;
      case LOG, SQRT -> !(x < 0);
    };
  }

  static void check(Variable variable, double[] raw, boolean[] in) {
    Transform transform = variable.preparation().transform();
    long negative = 0;
    double lowest = 0;
    for (int i = 0; i < raw.length; i++) {
      if (in[i] && !takes(transform, raw[i])) {
        negative++;
        lowest = Math.min(lowest, raw[i]);
      }
    }
    if (negative > 0) {
      throw new SegqlException(
          Diagnostic.error(
                  Code.NEGATIVE_VALUES,
                  "`"
                      + variable.name()
                      + "` has "
                      + negative
                      + " values below 0 (the lowest is "
                      + Literals.text(lowest)
                      + "), which "
                      + transform
                      + " cannot take.",
                  "Write `WITH (transform = asinh)`, which takes every number, or keep them out"
                      + " with WHERE.")
              .at(null, variable.span()));
    }
  }
}
