package org.segql.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a rule may speak of.
///
/// @param values a number a row, or the code of a level; NaN is missing
/// @param levels how many levels there are; 0 for numbers
/// @param whole whether limits must be whole numbers (days, which have no others)
public record RuleVariable(double[] values, int levels, boolean whole) {
  boolean number() {
    return levels == 0;
  }

  /// Numbers near one, the roundest first, that a limit may be in its place; none where limits must
  /// be whole.
  DoubleStream roundings(double x) {
    return IntStream.range(1, whole ? 1 : 17)
        .boxed()
        .flatMap(
            digits ->
                Stream.of(RoundingMode.HALF_EVEN, RoundingMode.UP)
                    .map(mode -> new MathContext(digits, mode)))
        .mapToDouble(digits -> new BigDecimal(x).round(digits).doubleValue());
  }

  RuleVariable at(int[] rows) {
    double[] some = new double[rows.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[rows[i]];
    }
    return new RuleVariable(some, levels, whole);
  }
}
