package org.segql.ast;

import org.segql.diagnostic.Span;

public record SortKey(Expression value, boolean descending, Span span) implements Node {}
