/// Models as files: versioned JSON, read into plain data with every field checked; nothing in a
/// file can name a class.
@NullMarked
package org.segql.engine.local.model;

import org.jspecify.annotations.NullMarked;
