/// SegQL cells: a session of the language as a notebook sees it. Used by the kernel and by the
/// extensions of other kernels.
@NullMarked
package org.segql.kernel.segql;

import org.jspecify.annotations.NullMarked;
