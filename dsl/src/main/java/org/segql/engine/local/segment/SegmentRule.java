package org.segql.engine.local.segment;

import org.jspecify.annotations.Nullable;
import org.segql.plan.Expr;

/// A condition about rows that tells a segment from the others.
///
/// @param segment the segment's number
/// @param condition as WHERE takes it; null where nothing tells the segment from the rest
/// @param precision of the rows for which it holds, the share that are of the segment; like
///   coverage weighted, and among rows in segments alone
/// @param coverage of the segment's rows, the share for which it holds
/// @param conditions how many comparisons it has
public record SegmentRule(
    int segment, @Nullable Expr condition, double precision, double coverage, int conditions) {}
