/// The interface that an engine implements, with progress and cancellation.
@NullMarked
package org.segql.engine;

import org.jspecify.annotations.NullMarked;
