package org.segql.ast;

import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Span;

/// An item of SELECT.
public sealed interface SelectItem extends Node
    permits SelectItem.All, SelectItem.Column, Expression.ColumnsLike {

  /// `* EXCEPT (a, b)`.
  record All(List<Name> except, Span span) implements SelectItem {
    public All {
      except = List.copyOf(except);
    }
  }

  /// `monetary`, `monetary AS spend`, `price * quantity AS amount`.
  record Column(Expression value, Optional<Name> alias, Span span) implements SelectItem {}
}
