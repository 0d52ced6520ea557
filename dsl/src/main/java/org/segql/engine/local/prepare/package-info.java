/// Variables made ready for algorithms: fitted once on the rows that take part, kept with the
/// model, applied to new rows as they were.
@NullMarked
package org.segql.engine.local.prepare;

import org.jspecify.annotations.NullMarked;
