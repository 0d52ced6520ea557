/// What a session knows by name: tables, segmentations, models, parameters; schemas and types. No
/// engine's classes.
@NullMarked
package org.segql.catalog;

import org.jspecify.annotations.NullMarked;
