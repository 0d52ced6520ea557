/// Plans as people read them: what EXPLAIN shows.
@NullMarked
package org.segql.plan.explain;

import org.jspecify.annotations.NullMarked;
