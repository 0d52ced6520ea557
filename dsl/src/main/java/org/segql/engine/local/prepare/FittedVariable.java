package org.segql.engine.local.prepare;

import java.util.List;
import org.segql.catalog.Type;
import org.segql.plan.Preparation;

/// What was learnt of a variable when a model was fitted: enough to prepare new rows in the same
/// way. Plain data, saved with the model.
///
/// @param kind how its values become numbers
/// @param low lower bound in transformed units; values below are raised to it (WINSORIZE) or their
///   rows leave (EXCLUDE); -∞: none
/// @param high upper bound, likewise
/// @param fill what takes the place of a missing value, in transformed units; for texts the place
///   of the level; NaN: nothing does
/// @param center subtracted from transformed values
/// @param spread divides them; never 0
/// @param levels the texts known, each with its number in `codes`
/// @param codes for ORDINAL and ranks 1, 2, …; for FREQUENCY shares; for ONEHOT unused
public record FittedVariable(
    String name,
    Type type,
    Kind kind,
    Preparation preparation,
    double low,
    double high,
    double fill,
    double center,
    double spread,
    List<String> levels,
    List<Double> codes) {
  public FittedVariable {
    levels = List.copyOf(levels);
    codes = List.copyOf(codes);
  }

  public enum Kind {
    /// A number, a date as days, a truth value as 0 and 1, an ordered text as its rank, a text by
    /// ORDINAL or FREQUENCY: one column.
    NUMERIC,
    /// A text as one column of 0 and 1 a level.
    INDICATORS
  }

  /// How many prepared columns it gives.
  public int columns() {
    return kind == Kind.NUMERIC ? 1 : levels.size();
  }

  /// The names of its prepared columns: `income`, `region = North`.
  public List<String> columnNames() {
    return kind == Kind.NUMERIC
        ? List.of(name)
        : levels.stream().map(l -> name + " = " + l).toList();
  }
}
