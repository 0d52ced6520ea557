/// The charts: one definition each, and the chart record that every renderer reads.
@NullMarked
package org.segql.chart;

import org.jspecify.annotations.NullMarked;
