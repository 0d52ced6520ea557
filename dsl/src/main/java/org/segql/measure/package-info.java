/// Statistics as pure functions on arrays: validity, stability, effect sizes, tests. Each with its
/// formula and source.
@NullMarked
package org.segql.measure;

import org.jspecify.annotations.NullMarked;
