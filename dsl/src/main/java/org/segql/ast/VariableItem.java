package org.segql.ast;

import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Span;

/// An item of BY, DESCRIBED BY or ON: a variable or `COLUMNS LIKE`.
public sealed interface VariableItem extends Node
    permits VariableItem.Variable, Expression.ColumnsLike {

  /// A column or a named expression, with its own preparation.
  ///
  /// @param log whether `LOG` follows it
  /// @param with the options in its WITH: weight, outliers, scale, …
  record Variable(
      Optional<Name> name, Expression value, boolean log, List<Argument> with, Span span)
      implements VariableItem {
    public Variable {
      with = List.copyOf(with);
    }
  }
}
