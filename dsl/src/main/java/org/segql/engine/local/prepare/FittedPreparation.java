package org.segql.engine.local.prepare;

import java.util.ArrayList;
import java.util.List;

/// All variables of a model as they were fitted.
///
/// @param neighbours complete rows that KNN imputation looks among, in prepared units; empty where
///   no variable uses it
public record FittedPreparation(List<FittedVariable> variables, double[][] neighbours) {
  public FittedPreparation {
    variables = List.copyOf(variables);
  }

  /// The names of the prepared columns in order.
  public List<String> columnNames() {
    var names = new ArrayList<String>();
    variables.forEach(v -> names.addAll(v.columnNames()));
    return names;
  }

  public int columns() {
    return variables.stream().mapToInt(FittedVariable::columns).sum();
  }
}
