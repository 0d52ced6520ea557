/// Runs the scripts of `src/test/resources/spec`, which are tests and documentation in one.
@NullMarked
package org.segql.spec;

import org.jspecify.annotations.NullMarked;
