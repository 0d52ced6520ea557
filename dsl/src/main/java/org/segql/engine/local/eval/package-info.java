/// Expressions on whole columns: vectors of primitive arrays in, vectors out, NULL logic as SQL has
/// it.
@NullMarked
package org.segql.engine.local.eval;

import org.jspecify.annotations.NullMarked;
