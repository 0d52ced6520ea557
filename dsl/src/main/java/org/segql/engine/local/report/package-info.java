/// What the local engine found, arranged for reading: results of statements.
@NullMarked
package org.segql.engine.local.report;

import org.jspecify.annotations.NullMarked;
