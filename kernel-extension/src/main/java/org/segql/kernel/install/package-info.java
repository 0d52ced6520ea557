/// Putting the kernel where Jupyter finds it, taking it away, and finding out what is wrong with
/// it.
@NullMarked
package org.segql.kernel.install;

import org.jspecify.annotations.NullMarked;
