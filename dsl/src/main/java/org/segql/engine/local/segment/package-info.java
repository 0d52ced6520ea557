/// SEGMENT in the local engine: fitting, numbering, naming, profiling, targeting, and scoring new
/// rows.
@NullMarked
package org.segql.engine.local.segment;

import org.jspecify.annotations.NullMarked;
