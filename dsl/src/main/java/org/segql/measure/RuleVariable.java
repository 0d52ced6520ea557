package org.segql.measure;

/// What a rule may speak of.
///
/// @param values a number a row, or the code of a level; NaN is missing
/// @param levels how many levels there are; 0 for numbers
/// @param whole whether limits must be whole numbers (days, which have no others)
public record RuleVariable(double[] values, int levels, boolean whole) {
  boolean number() {
    return levels == 0;
  }

  RuleVariable at(int[] rows) {
    double[] some = new double[rows.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[rows[i]];
    }
    return new RuleVariable(some, levels, whole);
  }
}
