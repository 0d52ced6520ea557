/// Reading tables: files of all kinds through DuckDB, Excel sheets, databases through JDBC; types
/// by the rules of the language.
@NullMarked
package org.segql.engine.local.scan;

import org.jspecify.annotations.NullMarked;
