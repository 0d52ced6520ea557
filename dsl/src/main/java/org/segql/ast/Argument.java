package org.segql.ast;

import java.util.Optional;
import org.segql.diagnostic.Span;

/// An argument in a call of an algorithm or chart, or an entry of an option list.
public sealed interface Argument extends Node {
  record Positional(Expression value, Span span) implements Argument {}

  record Named(Name name, Expression value, Span span) implements Argument {}

  /// `'VIP' WHEN spend > 1000`; without a condition: `OTHERWISE 'Core'`.
  record Rule(Expression label, Optional<Expression> condition, Span span) implements Argument {}
}
