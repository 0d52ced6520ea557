package org.segql.ast;

import java.util.List;
import org.segql.diagnostic.Span;

/// A table and what is done to it, from top to bottom.
public record Pipeline(Name source, List<Step> steps, Span span) implements Node {
  public Pipeline {
    steps = List.copyOf(steps);
  }
}
