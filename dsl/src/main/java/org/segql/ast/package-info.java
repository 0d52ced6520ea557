/// What was written: sealed interfaces and records, span last, no behaviour beyond validity.
@NullMarked
package org.segql.ast;

import org.jspecify.annotations.NullMarked;
