/// What is said about a script: source text and places in it, codes, diagnostics as values, their
/// rendering with carets, suggestions. Uses the JDK alone.
@NullMarked
package org.segql.diagnostic;

import org.jspecify.annotations.NullMarked;
