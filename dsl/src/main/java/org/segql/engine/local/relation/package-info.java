/// Relations computed on Tablesaw tables: the TABLE pipeline of the local engine.
@NullMarked
package org.segql.engine.local.relation;

import org.jspecify.annotations.NullMarked;
