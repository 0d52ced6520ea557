package org.segql.engine.local.prepare;

import org.segql.engine.local.cluster.Matrix;

/// Rows ready for an algorithm.
///
/// @param rows the places in the source of the rows of the matrix
/// @param excluded for every row of the source why it takes no part
public record Prepared(Matrix matrix, int[] rows, Exclusion[] excluded) {}
