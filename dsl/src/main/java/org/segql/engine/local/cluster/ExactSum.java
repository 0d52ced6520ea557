package org.segql.engine.local.cluster;

/// A sum of terms that does not depend on their order, in twice the digits of {@link FixedPoint}:
/// what the first rounding leaves is summed in smaller units. The error is below the last digit of
/// the result for any number of rows that fits in memory.
final class ExactSum {
  private final FixedPoint coarse;
  private final FixedPoint fine;
  private long coarseUnits;
  private long fineUnits;

  /// @param largest no term is larger than this in absolute value
  /// @param terms the number of terms
  ExactSum(double largest, long terms) {
    coarse = FixedPoint.of(largest, terms);
    fine = FixedPoint.of(coarse.unit(), terms);
  }

  void add(double term) {
    double rounded = (term + coarse.magic()) - coarse.magic();
    coarseUnits += coarse.units(term);
    fineUnits += fine.units(term - rounded);
  }

  void add(ExactSum other) {
    coarseUnits += other.coarseUnits;
    fineUnits += other.fineUnits;
  }

  double value() {
    return coarse.value(coarseUnits) + fine.value(fineUnits);
  }
}
