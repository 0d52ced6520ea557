/// Runs the examples of the pages and compares what they show.
@NullMarked
package org.segql.docs;

import org.jspecify.annotations.NullMarked;
