/// The fitting of segments on prepared numbers: {@link Matrix} in, {@link Fit} out. Nothing here
/// knows tables or statements. Every fit depends on the data, the options and the seed alone, never
/// on the number of threads or the order of the rows.
@NullMarked
package org.segql.engine.local.cluster;

import org.jspecify.annotations.NullMarked;
