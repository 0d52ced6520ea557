package org.segql.engine.local.eval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.segql.diagnostic.Code;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.function.ScalarFunction;

/// Arithmetic. A result that is no finite number is missing; those that came of numbers are
/// counted.
final class NumberFunctions {
  private NumberFunctions() {}

  static Numbers call(ScalarFunction function, List<Vector> a, Findings findings) {
    double[] x = ((Numbers) a.getFirst()).values();
    return switch (function) {
      case ADD -> two(x, a, (p, q) -> p + q, findings);
      case SUBTRACT -> two(x, a, (p, q) -> p - q, findings);
      case MULTIPLY -> two(x, a, (p, q) -> p * q, findings);
      case DIVIDE -> divide(x, ((Numbers) a.get(1)).values(), findings);
      case MOD -> two(x, a, (p, q) -> q == 0 ? Double.NaN : p % q, findings);
      case POWER -> two(x, a, Math::pow, findings);
      case NEGATE -> one(x, p -> -p, findings);
      case ABS -> one(x, Math::abs, findings);
      case LN -> one(x, p -> p <= 0 ? Double.NaN : Math.log(p), findings);
      case LOG10 -> one(x, p -> p <= 0 ? Double.NaN : Math.log10(p), findings);
      case LOG1P -> one(x, p -> p <= -1 ? Double.NaN : Math.log1p(p), findings);
      case EXP -> one(x, Math::exp, findings);
      case SQRT -> one(x, Math::sqrt, findings);
      case ROUND -> round(x, a, findings);
      case FLOOR -> one(x, Math::floor, findings);
      case CEIL -> one(x, Math::ceil, findings);
      case CLIP -> clip(x, ((Numbers) a.get(1)).values(), ((Numbers) a.get(2)).values());
      default -> throw new IllegalArgumentException(function + " is no arithmetic");
    };
  }

  private static Numbers one(double[] x, DoubleUnaryOperator f, Findings findings) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = f.applyAsDouble(x[i]);
    }
    return finite(out, findings);
  }

  private static Numbers two(
      double[] x, List<Vector> a, DoubleBinaryOperator f, Findings findings) {
    double[] y = ((Numbers) a.get(1)).values();
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = f.applyAsDouble(x[i], y[i]);
    }
    return finite(out, findings);
  }

  private static Numbers divide(double[] x, double[] y, Findings findings) {
    double[] out = new double[x.length];
    long zeros = 0;
    for (int i = 0; i < x.length; i++) {
      if (y[i] == 0) {
        out[i] = Double.NaN;
        zeros += Double.isNaN(x[i]) ? 0 : 1;
      } else {
        out[i] = x[i] / y[i];
      }
    }
    findings.count(
        Code.DIVISION_BY_ZERO,
        zeros,
        "divisions by zero gave NULL",
        "COALESCE(x / y, 0) gives them a value.");
    return finite(out, findings);
  }

  private static Numbers round(double[] x, List<Vector> a, Findings findings) {
    if (a.size() == 1) {
      return one(x, p -> Math.copySign(Math.floor(Math.abs(p) + 0.5), p) + 0.0, findings);
    }
    return two(
        x,
        a,
        (p, digits) ->
            Double.isNaN(p) || Double.isNaN(digits)
                ? Double.NaN
                : BigDecimal.valueOf(p).setScale((int) digits, RoundingMode.HALF_UP).doubleValue(),
        findings);
  }

  private static Numbers clip(double[] x, double[] low, double[] high) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.max(low[i], Math.min(high[i], x[i]));
    }
    return new Numbers(out);
  }

  private static Numbers finite(double[] out, Findings findings) {
    long lost = 0;
    for (int i = 0; i < out.length; i++) {
      if (Double.isInfinite(out[i])) {
        out[i] = Double.NaN;
        lost++;
      }
    }
    findings.count(Code.NOT_FINITE, lost, "results are beyond every number and are NULL", "");
    return new Numbers(out);
  }
}
