/// What an algorithm, a chart, a function or a table function says of itself: its name, what it
/// does, its parameters with their kinds and defaults, an example. One description feeds argument
/// checks, completion, DESCRIBE and the reference page. Uses the JDK and `catalog` alone.
@NullMarked
package org.segql.definition;

import org.jspecify.annotations.NullMarked;
