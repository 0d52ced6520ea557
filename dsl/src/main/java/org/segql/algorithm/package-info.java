/// The algorithms a SEGMENT can use: for each a record of typed options and its definition
/// (parameters, defaults, capabilities, example).
@NullMarked
package org.segql.algorithm;

import org.jspecify.annotations.NullMarked;
