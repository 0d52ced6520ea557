package org.segql.ast;

import org.segql.diagnostic.Span;

/// Anything written: it knows where it stands.
public interface Node {
  Span span();
}
