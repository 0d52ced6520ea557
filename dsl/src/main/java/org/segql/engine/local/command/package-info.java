/// Commands as the local engine executes them: one class for each family of statements.
@NullMarked
package org.segql.engine.local.command;

import org.jspecify.annotations.NullMarked;
