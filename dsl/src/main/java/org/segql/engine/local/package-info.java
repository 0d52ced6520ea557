/// The engine of one machine: Tablesaw columns, DuckDB scans, Smile and our own k-means.
@NullMarked
package org.segql.engine.local;

import org.jspecify.annotations.NullMarked;
