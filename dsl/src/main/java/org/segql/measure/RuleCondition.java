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

  /// Leaves true only those of many rows for whose value the condition holds.
  ///
  /// @param values a value a row
  void narrow(boolean[] rows, double[] values);

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

    @Override
    public void narrow(boolean[] rows, double[] values) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] &= values[i] >= low && values[i] < high;
      }
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

    @Override
    public void narrow(boolean[] rows, double[] values) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] &= holds(values[i]);
      }
    }
  }
}
