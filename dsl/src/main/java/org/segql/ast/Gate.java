package org.segql.ast;

import org.segql.diagnostic.Span;

/// One condition of REQUIRE.
///
/// @param every whether it must hold for each segment, not for the whole
public record Gate(boolean every, Expression condition, Span span) implements Node {}
