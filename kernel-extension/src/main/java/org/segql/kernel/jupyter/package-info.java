/// The Jupyter protocol 5.4: messages as records, signing, sockets and threads, what each request
/// is answered with. Knows no language.
@NullMarked
package org.segql.kernel.jupyter;

import org.jspecify.annotations.NullMarked;
