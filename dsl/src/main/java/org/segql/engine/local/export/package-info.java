/// Writing tables: files that appear whole or not at all, and database tables in one transaction.
@NullMarked
package org.segql.engine.local.export;

import org.jspecify.annotations.NullMarked;
