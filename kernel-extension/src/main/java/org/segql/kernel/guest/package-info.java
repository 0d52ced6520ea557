/// SegQL as a guest in kernels of others: the magics `%%segql` and `%segql`, and names shared with
/// their Java cells.
@NullMarked
package org.segql.kernel.guest;

import org.jspecify.annotations.NullMarked;
