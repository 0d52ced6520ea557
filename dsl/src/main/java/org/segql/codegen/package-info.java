/// Plans to Java source, expressions to SQL, segments to rules.
@NullMarked
package org.segql.codegen;

import org.jspecify.annotations.NullMarked;
