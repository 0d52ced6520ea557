package org.segql.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.segql.diagnostic.Span;

/// Where parts of the parse tree stand in the source.
final class Places {
  private Places() {}

  static Span of(ParserRuleContext context) {
    return of(context.getStart()).to(of(context.getStop()));
  }

  static Span of(Token token) {
    return ((Lexeme) token).span();
  }

  /// A labelled alternative that no branch of the tree builder knows: a defect of this package.
  static AssertionError unknown(ParserRuleContext context) {
    return new AssertionError("no branch for " + context.getClass().getSimpleName());
  }
}
