/// Notebooks as files: read, executed without Jupyter by the kernel's own languages, written as
/// notebooks or as pages.
@NullMarked
package org.segql.kernel.document;

import org.jspecify.annotations.NullMarked;
