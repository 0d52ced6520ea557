package org.segql.ast;

import org.segql.diagnostic.Span;

/// A name as written, without its backticks.
///
/// @param quoted whether it stood in backticks
public record Name(String text, boolean quoted, Span span) implements Node {}
