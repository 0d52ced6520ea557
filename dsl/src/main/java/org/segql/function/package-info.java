/// The functions and aggregates of expressions: one definition each.
@NullMarked
package org.segql.function;

import org.jspecify.annotations.NullMarked;
