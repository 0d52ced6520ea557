/// What a statement gives: tables, segmentations, charts, notes; rendered as text, CSV, JSON and
/// HTML.
@NullMarked
package org.segql.result;

import org.jspecify.annotations.NullMarked;
