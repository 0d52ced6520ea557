package org.segql.analysis;

import java.util.List;
import org.segql.plan.Expr;
import org.segql.plan.Relation;

/// Tells which columns a PER gives: only the data can.
@FunctionalInterface
public interface PerValues {
  /// The most columns that a PER may give.
  int LIMIT = 50;

  /// The distinct values of an expression over a table, in ascending order, without NULL; of more
  /// than {@link #LIMIT} the first 51 are enough.
  ///
  /// @param asOf the date that AS_OF() is, in the expression and in the steps before
  List<Object> distinct(Expr value, Relation input, Relation.AsOf asOf);
}
