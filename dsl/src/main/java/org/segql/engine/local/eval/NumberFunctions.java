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
  /// More than a double has, before or behind the point.
  private static final int MOST_DIGITS = 400;

  private NumberFunctions() {}

  static Numbers call(ScalarFunction function, List<Vector> a, Findings findings) {
    double[] x = ((Numbers) a.getFirst()).values();
    return switch (function) {
      case ADD -> two(x, a, (p, q) -> p + q, findings);
      case SUBTRACT -> two(x, a, (p, q) -> p - q, findings);
      case MULTIPLY -> two(x, a, (p, q) -> p * q, findings);
      case DIVIDE -> divided(x, a, (p, q) -> p / q, findings);
      case MOD -> divided(x, a, (p, q) -> p % q, findings);
      case POWER -> two(x, a, NumberFunctions::power, findings);
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
    long none = 0;
    for (int i = 0; i < x.length; i++) {
      out[i] = f.applyAsDouble(x[i]);
      none += Double.isNaN(out[i]) && !Double.isNaN(x[i]) ? 1 : 0;
    }
    return finite(out, none, findings);
  }

  private static Numbers two(
      double[] x, List<Vector> a, DoubleBinaryOperator f, Findings findings) {
    double[] y = ((Numbers) a.get(1)).values();
    double[] out = new double[x.length];
    long none = 0;
    for (int i = 0; i < x.length; i++) {
      out[i] = f.applyAsDouble(x[i], y[i]);
      none += Double.isNaN(out[i]) && !Double.isNaN(x[i]) && !Double.isNaN(y[i]) ? 1 : 0;
    }
    return finite(out, none, findings);
  }

  private static Numbers divided(
      double[] x, List<Vector> a, DoubleBinaryOperator f, Findings findings) {
    double[] y = ((Numbers) a.get(1)).values();
    double[] out = new double[x.length];
    long zeros = 0;
    for (int i = 0; i < x.length; i++) {
      boolean zero = y[i] == 0;
      out[i] = zero ? Double.NaN : f.applyAsDouble(x[i], y[i]);
      zeros += zero && !Double.isNaN(x[i]) ? 1 : 0;
    }
    findings.count(
        Code.DIVISION_BY_ZERO,
        zeros,
        "divisions by zero gave NULL",
        "COALESCE(x / y, 0) gives them a value.");
    return finite(out, 0, findings);
  }

  /// NULL where one of the two is: Java says that anything to the power of 0 is 1.
  private static double power(double base, double exponent) {
    return Double.isNaN(base) ? base : Math.pow(base, exponent);
  }

  private static Numbers round(double[] x, List<Vector> a, Findings findings) {
    if (a.size() == 1) {
      return one(x, NumberFunctions::rounded, findings);
    }
    return two(
        x,
        a,
        (p, digits) ->
            Double.isNaN(p) || Double.isNaN(digits)
                ? Double.NaN
                : BigDecimal.valueOf(p)
                        .setScale(
                            (int) Math.clamp(digits, -MOST_DIGITS, MOST_DIGITS),
                            RoundingMode.HALF_UP)
                        .doubleValue()
                    + 0.0,
        findings);
  }

  /// Halves away from zero. Adding a half first would round 0.49999999999999994 to 1.
  private static double rounded(double x) {
    double size = Math.abs(x);
    double whole = Math.floor(size);
    return Math.copySign(size - whole < 0.5 ? whole : whole + 1, x) + 0.0;
  }

  private static Numbers clip(double[] x, double[] low, double[] high) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.max(low[i], Math.min(high[i], x[i]));
    }
    return new Numbers(out);
  }

  /// @param none how many results are none though their operands are numbers
  private static Numbers finite(double[] out, long none, Findings findings) {
    long lost = 0;
    for (int i = 0; i < out.length; i++) {
      if (Double.isInfinite(out[i])) {
        out[i] = Double.NaN;
        lost++;
      }
    }
    findings.count(Code.NOT_FINITE, lost, "results are beyond every number and are NULL", "");
    findings.count(
        Code.NOT_FINITE,
        none,
        "results do not exist (a logarithm of 0 or less, a root of a negative number) and are NULL",
        "");
    return new Numbers(out);
  }
}
