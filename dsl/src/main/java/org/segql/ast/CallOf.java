package org.segql.ast;

import java.util.List;
import org.segql.diagnostic.Span;

/// A call of something that has parameters: an algorithm `kmeans(2..8, restarts = 20)`, a chart
/// `scatter(age, income)`, a way to prepare `WINSORIZE(1%)`, `MEDIAN`.
public record CallOf(Name name, List<Argument> arguments, Span span) implements Node {
  public CallOf {
    arguments = List.copyOf(arguments);
  }
}
