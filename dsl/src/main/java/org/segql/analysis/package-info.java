/// Names, types and arguments resolved; every error that a script can have before it runs; the
/// language service.
@NullMarked
package org.segql.analysis;

import org.jspecify.annotations.NullMarked;
