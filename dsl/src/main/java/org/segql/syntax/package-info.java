/// Text in, tree out: the parser (the only user of ANTLR), syntax errors, completion sites, the
/// formatter.
@NullMarked
package org.segql.syntax;

import org.jspecify.annotations.NullMarked;
