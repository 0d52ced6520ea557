package org.segql.measure;

import java.util.BitSet;

/// A condition on one variable. A missing value meets none, as in SQL.
public sealed interface RuleCondition {
  /// The variable's place.
  int variable();

  /// How many comparisons it takes to write.
  int count();

  /// @param x a number, or the code of a level; NaN is missing
  boolean holds(double x);

  /// low ≤ x < high; infinite where it is open.
  record Range(int variable, double low, double high) implements RuleCondition {
    @Override
    public int count() {
      return (Double.isInfinite(low) ? 0 : 1) + (Double.isInfinite(high) ? 0 : 1);
    }

    @Override
    public boolean holds(double x) {
      return x >= low && x < high;
    }
  }

  /// One of some levels.
  ///
  /// @param among their codes
  record Levels(int variable, BitSet among) implements RuleCondition {
    @Override
    public int count() {
      return 1;
    }

    @Override
    public boolean holds(double x) {
      return !Double.isNaN(x) && among.get((int) x);
    }
  }
}
