/// What a cell is to a language and a language to a notebook: code in, MIME bundles out. Knows no
/// protocol.
@NullMarked
package org.segql.kernel.cell;

import org.jspecify.annotations.NullMarked;
