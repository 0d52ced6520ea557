/// The interactive shell: reading statements over several lines, colours and completion while one
/// types, commands that begin with a backslash, results on a screen.
@NullMarked
package org.segql.repl.shell;

import org.jspecify.annotations.NullMarked;
